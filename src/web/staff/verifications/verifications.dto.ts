import { Equals, IsString, Matches, MaxLength } from 'class-validator';
import { DraftOptionsDto } from '../approvals.dto.js';

const LONG = { message: 'common.too-long', context: { max: 8000 } };
const VERSION = /^\d{1,9}$/;

export class DirectionDto extends DraftOptionsDto {
  @Matches(VERSION, { message: 'common.request-malformed' })
  version!: string;

  @IsString()
  @MaxLength(60, { message: 'common.request-malformed' })
  direction = '';

  @IsString()
  @MaxLength(8000, LONG)
  why = '';

  @IsString()
  @MaxLength(400, { message: 'common.too-long', context: { max: 400 } })
  title = '';

  @IsString()
  @MaxLength(8000, LONG)
  reason = '';
}

export class VerificationActDto {
  @Matches(VERSION, { message: 'common.request-malformed' })
  version!: string;

  @IsString()
  @MaxLength(60, { message: 'common.request-malformed' })
  meetingId = '';

  @IsString()
  @MaxLength(8000, LONG)
  note = '';

  @IsString()
  @MaxLength(8000, LONG)
  takenDownReason = '';
}

export class PublicationOfVerificationDto extends VerificationActDto {
  @Equals('yes', { message: 'verifications.not-confirmed' })
  confirmed = '';
}
