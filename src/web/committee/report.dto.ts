import { Matches } from 'class-validator';

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
