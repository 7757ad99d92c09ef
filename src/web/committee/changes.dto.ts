import { IsString, Matches, MaxLength } from 'class-validator';

const ID = /^[0-9a-f-]{36}$/;

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
