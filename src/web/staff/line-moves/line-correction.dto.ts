import { IsString, Matches } from 'class-validator';

export class LineCorrectionDto {
  @Matches(/^[0-9a-f-]{36}$/, { message: 'common.request-malformed' })
  requestId!: string;

  @IsString()
  toLineId = '';

  @IsString()
  reason = '';

  @IsString()
  decision = '';
}
