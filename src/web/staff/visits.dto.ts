import { IsOptional, IsString, Matches } from 'class-validator';

/** What the page of a note carries beside its fields. */
export class VisitDto {
  @Matches(/^[0-9a-f-]{36}$/, { message: 'common.request-malformed' })
  requestId!: string;

  /** The version of the note that the page was filled from; none for a new one. */
  @IsOptional()
  @Matches(/^\d{1,9}$/, { message: 'common.request-malformed' })
  version = '0';

  @IsString()
  reason = '';
}
