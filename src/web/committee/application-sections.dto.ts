import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { SectionDto } from '../shared/sections/section.dto.js';

/** The section form with rows copied in a spreadsheet. */
export class PastedDto extends SectionDto {
  @IsIn(['income', 'expenditure'], { message: 'applications.pasted-side-missing' })
  pastedSide!: 'income' | 'expenditure';

  @IsString()
  @MaxLength(200_000, { message: 'applications.pasted-too-long' })
  pasted = '';
}

export class StartDto {
  @Matches(/^[0-9a-f-]{36}$/, { message: 'common.request-malformed' })
  requestId!: string;

  @Matches(/^[0-9a-f-]{36}$/, { message: 'common.request-malformed' })
  programVersionId!: string;

  /** The adopted proposal from which it begins. */
  @IsOptional()
  @Matches(/^[0-9a-f-]{36}$/, { message: 'common.request-malformed' })
  proposalId?: string;

  /** What comes after the beginning: the choice of an earlier application, or the tasks. */
  @IsOptional()
  @IsIn(['carry'], { message: 'common.request-malformed' })
  then?: 'carry';
}

/** Beside the ticks and the versions of the sections, which the programme names. */
export class CarryDto {
  /** Names the opened page. */
  @Matches(/^[0-9a-f-]{36}$/, { message: 'common.request-malformed' })
  page!: string;

  @Matches(/^[0-9a-f]{64}$/, { message: 'common.request-malformed' })
  checkedDigest!: string;
}

export class SubmissionDto {
  @Matches(/^[0-9a-f-]{36}$/, { message: 'common.request-malformed' })
  requestId!: string;

  @Matches(/^[0-9a-f]{64}$/, { message: 'common.request-malformed' })
  checkedDigest!: string;
}

export class WithdrawalDto {
  @IsString()
  @MaxLength(2000, { message: 'common.too-long', context: { max: 2000 } })
  reason = '';

  @IsIn(['yes'], { message: 'applications.withdrawal-unconfirmed' })
  confirmed = '';
}
