import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';

export class BudgetChangeDto {
  @IsUUID(undefined, { message: 'common.request-malformed' })
  requestId!: string;

  @IsIn(['raise', 'lower'], { message: 'budgets.direction-missing' })
  @IsOptional()
  direction?: 'raise' | 'lower';

  @IsUUID(undefined, { message: 'budgets.receiving-line-missing' })
  @IsOptional()
  toLineId?: string;

  @IsString()
  amount = '';

  @IsString()
  effectiveOn = '';

  @IsString()
  @MaxLength(200, { message: 'common.too-long', context: { max: 200 } })
  basis = '';

  @IsString()
  @MaxLength(1000, { message: 'common.too-long', context: { max: 1000 } })
  reason = '';

  @IsString()
  @MaxLength(200, { message: 'common.too-long', context: { max: 200 } })
  provision = '';
}

export class ReversalDto {
  @IsUUID(undefined, { message: 'common.request-malformed' })
  requestId!: string;

  @IsString()
  @MaxLength(1000, { message: 'common.too-long', context: { max: 1000 } })
  reason = '';
}
