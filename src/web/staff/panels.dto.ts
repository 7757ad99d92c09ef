import { IsIn, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { SEAT_ROLES, type SeatRole } from '../../panels/index.js';

export class PanelDto {
  @IsString()
  @MaxLength(200, { message: 'common.too-long', context: { max: 200 } })
  name = '';

  @IsString()
  @MaxLength(40, { message: 'common.too-long', context: { max: 40 } })
  termFrom = '';

  @IsString()
  @MaxLength(40, { message: 'common.too-long', context: { max: 40 } })
  termUntil = '';

  @Matches(/^\d{1,9}$/, { message: 'common.request-malformed' })
  version = '0';
}

export class SeatDto {
  @IsUUID(undefined, { message: 'panels.member-missing' })
  staffId = '';

  @IsIn(SEAT_ROLES, { message: 'common.required' })
  role!: SeatRole;

  @IsString()
  @MaxLength(200, { message: 'common.too-long', context: { max: 200 } })
  capacity = '';

  @IsString()
  fromOn = '';
}

export class SeatEndDto {
  @IsUUID(undefined, { message: 'panels.member-missing' })
  seatId = '';

  @IsString()
  untilOn = '';
}

/** Day, hour, place and times of a meeting. */
export class AppointmentDto {
  @IsString()
  heldOn = '';

  @IsString()
  startsAt = '';

  @IsString()
  @MaxLength(100, { message: 'common.too-long', context: { max: 100 } })
  place = '';

  @IsString()
  talkMinutes = '';

  @IsString()
  questionMinutes = '';
}

export class MeetingDto extends AppointmentDto {
  @IsUUID(undefined, { message: 'common.request-malformed' })
  requestId!: string;
}

export class MovingDto extends AppointmentDto {
  @Matches(/^\d{1,9}$/, { message: 'common.request-malformed' })
  version!: string;

  @IsString()
  moveReason = '';
}

export class MaterialDto {
  @IsString()
  label = '';

  @IsString()
  materialOf = '';
}

export class ReasonDto {
  @IsString()
  @MaxLength(2000, { message: 'common.too-long', context: { max: 2000 } })
  reason = '';
}

export class TakeOffDto extends ReasonDto {
  @IsUUID(undefined, { message: 'panels.case-missing' })
  caseId = '';
}

export class RecordDto {
  @Matches(/^\d{1,9}$/, { message: 'common.request-malformed' })
  version!: string;

  @IsString()
  minutes = '';
}
