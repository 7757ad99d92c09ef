import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

const VERSION = /^\d{1,9}$/;
const MALFORMED = { message: 'common.request-malformed' };
const LONG = { message: 'common.too-long', context: { max: 1000 } };

/** The forms of an organisation's registration, which officers and staff both fill in; their rules stand in the stage. */
export class DetailsDto {
  @Matches(VERSION, MALFORMED)
  version = '';

  @IsString()
  name = '';

  @IsString()
  kana = '';

  @IsString()
  districtId = '';

  @IsString()
  postalCode = '';

  @IsString()
  address = '';

  @IsString()
  phone = '';

  @IsString()
  mail = '';

  @IsOptional()
  @IsIn(['yes', 'no'])
  consent?: string;

  /** 職権訂正 of what is registered. */
  @IsOptional()
  @IsString()
  correctionReason?: string;
}

export class WardsDto {
  @Matches(VERSION, MALFORMED)
  version = '';

  @IsString()
  @MaxLength(10_000, { message: 'common.too-long', context: { max: 10_000 } })
  wards = '';

  /** 職権訂正 of what is registered. */
  @IsOptional()
  @IsString()
  correctionReason?: string;
}

export class OfficerDto {
  @Matches(VERSION, MALFORMED)
  version = '';

  @IsString()
  role = '';

  @IsString()
  name = '';

  @IsString()
  phone = '';

  @IsString()
  termFrom = '';

  @IsString()
  termUntil = '';

  @IsOptional()
  @IsIn(['yes'])
  isRepresentative?: string;
}

export class AccountDto {
  @Matches(VERSION, MALFORMED)
  version = '0';

  @IsString()
  bankCode = '';

  @IsString()
  branchCode = '';

  @IsString()
  accountKind = '';

  @IsString()
  accountNumber = '';

  @IsString()
  yuchoSymbol = '';

  @IsString()
  yuchoNumber = '';

  @IsString()
  holderKana = '';

  @IsString()
  @MaxLength(1000, LONG)
  reason = '';
}

/** Beside the file itself. */
export class BylawsDto {
  @Matches(VERSION, MALFORMED)
  version = '';

  /** 職権訂正 of what is registered. */
  @IsOptional()
  @IsString()
  correctionReason?: string;
}

export class VersionDto {
  @Matches(VERSION, MALFORMED)
  version = '';
}
