import { IsArray, IsIn, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { PropertyLineDto } from '../shared/property-line.dto.js';
import { DraftOptionsDto } from './approvals.dto.js';

const LONG = { message: 'common.too-long', context: { max: 8000 } };
const VERSION = /^\d{1,9}$/;

export class DisposalDraftDto extends DraftOptionsDto {
  @Matches(VERSION, { message: 'common.request-malformed' })
  version!: string;

  @IsIn(['approved', 'refused'], { message: 'properties.outcome-missing' })
  outcome!: 'approved' | 'refused';

  @IsString()
  @MaxLength(8000, LONG)
  terms = '';

  @IsString()
  @MaxLength(400, { message: 'common.too-long', context: { max: 400 } })
  title = '';

  @IsString()
  @MaxLength(8000, LONG)
  reason = '';
}

export class DisposalReturnDto {
  @Matches(VERSION, { message: 'common.request-malformed' })
  version!: string;

  @IsString()
  @MaxLength(8000, LONG)
  note = '';
}

export class DisposalIssueDto {
  @IsString()
  @MaxLength(40, { message: 'common.too-long', context: { max: 40 } })
  issuedOn = '';

  @IsString()
  @MaxLength(60, { message: 'common.too-long', context: { max: 60 } })
  externalNumber = '';
}

export class ProposalAnswerDto {
  @IsUUID(undefined, { message: 'common.request-malformed' })
  proposalId!: string;

  @IsString()
  @MaxLength(8000, LONG)
  refusal = '';
}

export class RecordDisposalDto {
  @IsArray({ message: 'common.request-malformed' })
  @IsUUID(undefined, { each: true, message: 'common.request-malformed' })
  grantIds: string[] = [];

  @IsString()
  @MaxLength(40, { message: 'common.too-long', context: { max: 40 } })
  decidedOn = '';

  @IsString()
  @MaxLength(400, { message: 'common.too-long', context: { max: 400 } })
  draftNumber = '';
}

const SHORT = { message: 'common.too-long', context: { max: 200 } };

export class LineStrikeDto {
  @Matches(VERSION, { message: 'common.request-malformed' })
  version!: string;

  @IsString()
  @MaxLength(8000, LONG)
  strikeReason = '';
}

export class LineCorrectionDto extends PropertyLineDto {
  @Matches(VERSION, { message: 'common.request-malformed' })
  version!: string;

  @IsString()
  @MaxLength(8000, LONG)
  reason = '';
}

export class LineDisposalDto {
  @Matches(VERSION, { message: 'common.request-malformed' })
  version!: string;

  @IsIn(['sale', 'transfer', 'loan', 'scrap'], { message: 'properties.kind-missing' })
  kind!: 'sale' | 'transfer' | 'loan' | 'scrap';

  @IsString()
  @MaxLength(40, SHORT)
  disposedOn = '';
}
