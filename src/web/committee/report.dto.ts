import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';

/** What every section form of a report carries beside the fields that the programme names. */
export class ReportSectionDto {
  @Matches(/^\d{1,9}$/, { message: 'common.request-malformed' })
  version!: string;

  /** Names the opened page. */
  @Matches(/^[0-9a-f-]{36}$/, { message: 'common.request-malformed' })
  page!: string;

  @IsOptional()
  @IsString()
  @MaxLength(80, { message: 'common.request-malformed' })
  act?: string;
}

export class NewReceiptDto {
  @Matches(/^[0-9a-f-]{36}$/, { message: 'common.request-malformed' })
  requestId!: string;

  @Matches(/^[a-z][a-z0-9-]{0,63}$/, { message: 'common.request-malformed' })
  line!: string;
}

export class ReportSubmissionDto {
  @Matches(/^[0-9a-f-]{36}$/, { message: 'common.request-malformed' })
  requestId!: string;

  @Matches(/^[0-9a-f]{64}$/, { message: 'common.request-malformed' })
  checkedDigest!: string;
}
