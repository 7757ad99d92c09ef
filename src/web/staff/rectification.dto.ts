import { IsString, Matches, MaxLength } from 'class-validator';

export class RectificationDto {
  @Matches(/^[0-9a-f-]{36}$/, { message: 'common.request-malformed' })
  requestId!: string;

  /** How often the place had been put right when the page was opened. */
  @Matches(/^\d{1,9}$/, { message: 'common.request-malformed' })
  version!: string;

  @IsString()
  @MaxLength(200, { message: 'common.request-malformed' })
  place!: string;

  @IsString()
  @MaxLength(2000, { message: 'common.too-long', context: { max: 2000 } })
  reason = '';
}
