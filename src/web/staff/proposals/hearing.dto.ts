import { IsString, Matches } from 'class-validator';

/** What the page of a hearing's day sends, and what it is called off with. */
export class HearingDto {
  @Matches(/^[0-9a-f-]{36}$/, { message: 'common.request-malformed' })
  requestId!: string;

  /** How many days were told when the page was shown. */
  @Matches(/^\d{1,9}$/, { message: 'common.request-malformed' })
  version = '0';

  @IsString()
  heldOn = '';

  @IsString()
  startsAt = '';

  @IsString()
  place = '';

  @IsString()
  people = '';

  @IsString()
  words = '';

  @IsString()
  reason = '';

  @IsString()
  callOffReason = '';
}
