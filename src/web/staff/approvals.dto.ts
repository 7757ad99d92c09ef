import { IsArray, IsObject, IsOptional, IsUUID, IsString, Matches, MaxLength } from 'class-validator';

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

export class BatchDto {
  @IsArray({ message: 'common.request-malformed' })
  @IsString({ each: true, message: 'common.request-malformed' })
  drafts: string[] = [];
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

/** How a draft goes round; see `DraftOptions`. */
export class DraftOptionsDto {
  @IsArray({ message: 'common.request-malformed' })
  @IsString({ each: true, message: 'common.request-malformed' })
  marks: string[] = [];

  @IsString()
  carried = '';

  @IsString()
  @MaxLength(40, { message: 'common.too-long', context: { max: 40 } })
  cites = '';
}

/** What every draft says; see `DraftFields`. */
export class DraftWordsDto extends DraftOptionsDto {
  @IsString()
  title = '';

  @IsString()
  reason = '';
}

export class ResubmissionDto extends DraftWordsDto {
  @IsString()
  @MaxLength(2000, COMMENT)
  comment = '';
}

export class WithdrawalDto {
  @IsString()
  @MaxLength(2000, COMMENT)
  withdrawalReason = '';
}

/** The fields of the acts beside approval, each in the form that has it. */
export class DraftActDto {
  @IsObject({ message: 'common.request-malformed' })
  digests: Record<string, unknown> = {};

  @IsOptional()
  @Matches(/^\d{1,3}$/, STEP)
  step?: string;

  @IsOptional()
  @IsUUID('all', STEP)
  actId?: string;

  @IsArray(STEP)
  @IsString({ each: true, ...STEP })
  itemIds: string[] = [];

  @IsString()
  keepReservation = '';

  @Matches(/^(\d{1,3})?$/, { message: 'approvals.ask-target-missing' })
  askOf = '';

  @IsString()
  @MaxLength(2000, COMMENT)
  deputyComment = '';

  @IsString()
  @MaxLength(2000, COMMENT)
  difference = '';

  @IsString()
  @MaxLength(2000, COMMENT)
  rejectionReason = '';

  @IsString()
  @MaxLength(2000, COMMENT)
  holdReason = '';

  @IsString()
  @MaxLength(2000, COMMENT)
  pullBackReason = '';

  @IsString()
  @MaxLength(2000, COMMENT)
  question = '';

  @IsString()
  @MaxLength(2000, COMMENT)
  answer = '';

  @IsString()
  @MaxLength(2000, COMMENT)
  remark = '';

  @IsString()
  @MaxLength(2000, COMMENT)
  reviewComment = '';
}

export class RecastDto {
  @IsString()
  @MaxLength(2000, COMMENT)
  recastComment = '';
}

export class AttachmentDto {
  @IsString()
  @MaxLength(2000, COMMENT)
  note = '';
}

export class SealDto {
  @IsObject({ message: 'common.request-malformed' })
  digests: Record<string, unknown> = {};

  @IsObject({ message: 'common.request-malformed' })
  seals: Record<string, unknown> = {};

  @IsString()
  decidedOn = '';
}
