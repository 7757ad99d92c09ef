import { IsString, Matches, MaxLength } from 'class-validator';

export class BudgetLineDto {
  @Matches(/^20[2-9]\d$/, { message: 'budgets.year-missing' })
  fiscalYear!: string;

  @IsString()
  @MaxLength(40, { message: 'common.too-long', context: { max: 40 } })
  code = '';

  @IsString()
  @MaxLength(120, { message: 'common.too-long', context: { max: 120 } })
  name = '';

  @IsString()
  ceiling = '';

  @IsString()
  @MaxLength(200, { message: 'common.too-long', context: { max: 200 } })
  source = '';
}
