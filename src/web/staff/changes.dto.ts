import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { REPORT_KINDS, type ReportKind } from '../../grant-changes/index.js';
import { DraftOptionsDto } from './approvals.dto.js';

const LONG = { message: 'common.too-long', context: { max: 8000 } };
const SHORT = { message: 'common.too-long', context: { max: 40 } };

export class ChangeReturnDto {
  @Matches(/^\d{1,9}$/, { message: 'common.request-malformed' })
  version!: string;

  @IsString()
  @MaxLength(8000, LONG)
  note = '';

  @IsString()
  @MaxLength(40, SHORT)
  correctBy = '';

  @IsOptional()
  @IsIn(['yes'], { message: 'common.request-malformed' })
  asApplication?: string;
}

/** Title and reason of the draft, and how it goes round. */
export class ChangeDraftDto extends DraftOptionsDto {
  @Matches(/^\d{1,9}$/, { message: 'common.request-malformed' })
  version!: string;

  @IsIn(['granted', 'reduced', 'refused'], { message: 'grant-changes.outcome-missing' })
  outcome!: 'granted' | 'reduced' | 'refused';

  @IsString()
  @MaxLength(40, SHORT)
  amount = '';

  @IsString()
  @MaxLength(8000, LONG)
  decisionReason = '';

  @IsString()
  @MaxLength(400, { message: 'common.too-long', context: { max: 400 } })
  title = '';

  @IsString()
  @MaxLength(8000, LONG)
  reason = '';
}

export class RevocationDto extends DraftOptionsDto {
  @IsIn(['whole', 'part'], { message: 'grant-changes.extent-missing' })
  extent!: 'whole' | 'part';

  @IsString()
  @MaxLength(40, SHORT)
  kept = '';

  @IsString()
  @MaxLength(120, { message: 'common.too-long', context: { max: 120 } })
  article = '';

  @IsString()
  @MaxLength(8000, LONG)
  ground = '';

  @IsOptional()
  @IsIn(['yes', 'no'], { message: 'common.request-malformed' })
  recipientAtFault?: 'yes' | 'no';

  @IsString()
  @MaxLength(40, SHORT)
  heardOn = '';

  @IsString()
  @MaxLength(8000, LONG)
  hearing = '';

  @IsString()
  @MaxLength(400, { message: 'common.too-long', context: { max: 400 } })
  title = '';

  @IsString()
  @MaxLength(8000, LONG)
  reason = '';
}

export class ChangeIssueDto {
  @IsString()
  @MaxLength(40, SHORT)
  issuedOn = '';

  @IsString()
  @MaxLength(60, { message: 'common.too-long', context: { max: 60 } })
  externalNumber = '';
}

export class ReportAskingDto {
  @IsIn(REPORT_KINDS, { message: 'common.request-malformed' })
  kind!: ReportKind;

  @Matches(/^[0-9a-f-]{36}$/, { message: 'common.request-malformed' })
  requestId!: string;

  @IsString()
  @MaxLength(40, SHORT)
  dueOn = '';

  @IsString()
  @MaxLength(1000, { message: 'common.too-long', context: { max: 1000 } })
  request = '';
}
