import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';

const ID = /^[0-9a-f-]{36}$/;

/** What every part of a change carries beside its own fields. */
export class ChangePartDto {
  @Matches(/^\d{1,9}$/, { message: 'common.request-malformed' })
  version!: string;

  @IsOptional()
  @IsString()
  @MaxLength(80, { message: 'common.request-malformed' })
  act?: string;
}

export class ChangeSendingDto {
  @Matches(ID, { message: 'common.request-malformed' })
  requestId!: string;

  @Matches(/^[0-9a-f]{64}$/, { message: 'common.request-malformed' })
  checkedDigest!: string;
}

export class GrantReportDto {
  @Matches(ID, { message: 'common.request-malformed' })
  requestId!: string;

  @IsString()
  @MaxLength(40, { message: 'common.too-long', context: { max: 40 } })
  asOf = '';

  @IsString()
  @MaxLength(8000, { message: 'common.too-long', context: { max: 8000 } })
  happening = '';

  @IsString()
  @MaxLength(8000, { message: 'common.too-long', context: { max: 8000 } })
  outlook = '';

  @IsString()
  @MaxLength(40, { message: 'common.too-long', context: { max: 40 } })
  spentAmount = '';
}
