import { IsString, Matches, MaxLength } from 'class-validator';

const LONG = { message: 'common.too-long', context: { max: 100 } };

export class ClaimConfirmationDto {
  @Matches(/^\d{1,9}$/, { message: 'common.request-malformed' })
  version!: string;

  @IsString()
  claimedOn = '';

  @IsString()
  @MaxLength(100, LONG)
  responsibleName = '';

  @IsString()
  @MaxLength(100, LONG)
  responsiblePhone = '';

  @IsString()
  @MaxLength(100, LONG)
  inChargeName = '';

  @IsString()
  @MaxLength(100, LONG)
  inChargePhone = '';
}

export class ClaimDelegationDto {
  @IsString()
  @MaxLength(100, LONG)
  delegateName = '';

  @IsString()
  @MaxLength(1000, { message: 'common.too-long', context: { max: 1000 } })
  reason = '';

  @IsString()
  bank = '';

  @IsString()
  branch = '';

  @IsString()
  accountKind = '';

  @IsString()
  accountNumber = '';

  @IsString()
  yuchoSymbol = '';

  @IsString()
  yuchoNumber = '';

  @IsString()
  @MaxLength(100, LONG)
  holderKana = '';
}

export class ClaimWithdrawalDto {
  @IsString()
  @MaxLength(1000, { message: 'common.too-long', context: { max: 1000 } })
  reason = '';
}
