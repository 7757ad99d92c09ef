import { IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import { TIE_KINDS, type TieKind } from '../../staff/index.js';

const LENGTH = { message: 'common.too-long', context: { max: 200 } };

export class AbsenceDto {
  @IsUUID('all', { message: 'staff.member-missing' })
  absentStaffId = '';

  @IsString()
  fromOn = '';

  @IsString()
  untilOn = '';

  @IsString()
  @MaxLength(200, LENGTH)
  reason = '';
}

export class TieDto {
  @IsUUID('all', { message: 'staff.member-missing' })
  tiedStaffId = '';

  @IsUUID('all', { message: 'staff.tie-organization-missing' })
  organizationId = '';

  @IsIn(TIE_KINDS, { message: 'staff.tie-kind-missing' })
  tieKind!: TieKind;

  @IsString()
  @MaxLength(200, LENGTH)
  note = '';
}
