import { IsString, Matches, MaxLength } from 'class-validator';
import { DraftOptionsDto } from './approvals.dto.js';

const DAY = { message: 'common.too-long', context: { max: 40 } };

export class RepaymentDraftDto extends DraftOptionsDto {
  @IsString()
  @MaxLength(400, { message: 'common.too-long', context: { max: 400 } })
  title = '';

  @IsString()
  @MaxLength(8000, { message: 'common.too-long', context: { max: 8000 } })
  reason = '';
}

/** 施行 of the letter. */
export class RepaymentIssueDto {
  @IsString()
  @MaxLength(40, DAY)
  issuedOn = '';

  @IsString()
  @MaxLength(40, DAY)
  dueOn = '';
}

export class RepaymentSlipDto {
  @IsString()
  @MaxLength(40, DAY)
  payBy = '';
}

/** What the page of an act carries beside the fields of its kind. */
export class RepaymentActDto extends RepaymentDraftDto {
  @Matches(/^[0-9a-f-]{36}$/, { message: 'common.request-malformed' })
  requestId!: string;
}
