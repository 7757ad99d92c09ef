import { IsObject, IsString, Matches, MaxLength } from 'class-validator';

const COMMENT = { message: 'common.too-long', context: { max: 2000 } };
const STEP = { message: 'common.request-malformed' };

export class ApprovalDto {
  @IsObject({ message: 'common.request-malformed' })
  digests!: Record<string, unknown>;

  @Matches(/^\d{1,3}$/, STEP)
  step!: string;

  @IsString()
  @MaxLength(2000, COMMENT)
  comment = '';
}

export class SendBackDto {
  @Matches(/^\d{1,3}$/, STEP)
  step!: string;

  @Matches(/^(drafter|\d{1,3})$/, { message: 'approvals.send-back-target-missing' })
  toStep!: string;

  @IsString()
  @MaxLength(2000, COMMENT)
  reason = '';
}

export class ResubmissionDto {
  @IsString()
  title = '';

  @IsString()
  reason = '';

  @IsString()
  @MaxLength(2000, COMMENT)
  comment = '';
}

export class WithdrawalDto {
  @IsString()
  @MaxLength(2000, COMMENT)
  withdrawalReason = '';
}
