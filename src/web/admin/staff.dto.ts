import { Transform, Type } from 'class-transformer';
import { IsArray, IsIn, IsInt, IsNumber, IsString, IsUUID, ValidateNested } from 'class-validator';
import { DUTIES, type Duty, type Side } from '../../kernel/actor.js';
import type { HoldingKind, WhenVacant } from '../../staff/index.js';

export class MemberDto {
  @IsString()
  name = '';

  @IsString()
  kana = '';
}

export class AssignmentDto {
  @IsUUID('all', { message: 'staff.post-missing' })
  postId = '';

  @IsIn(['holder', 'acting'])
  kind: HoldingKind = 'holder';

  @IsString()
  fromOn = '';

  @IsString()
  untilOn = '';
}

export class EndDto {
  @IsString()
  untilOn = '';
}

export class DepartureDto {
  @IsString()
  leftOn = '';

  @Type(() => Number)
  @IsInt()
  version = 0;
}

export class PostRulesDto {
  @Transform(({ value }) => Number(String(value).normalize('NFKC').trim() || NaN))
  @IsNumber({ allowNaN: true })
  rank = NaN;

  @IsIn(['above', 'deputy', 'refuse'], { message: 'staff.when-vacant-missing' })
  whenVacant!: WhenVacant;

  @IsString()
  deputyPostId = '';
}

export class AbolitionDto {
  @IsString()
  on = '';

  @IsString()
  toPostId = '';

  @IsString()
  reason = '';
}

class TransferDto {
  @IsString()
  staffId = '';

  @IsString()
  fromPostId = '';

  @IsString()
  toPostId = '';

  @IsString()
  kind = 'holder';
}

export class TransfersDto {
  @IsString()
  on = '';

  /** Long lists arrive as objects with numbered names. */
  @Transform(({ value }) => (typeof value === 'object' && value !== null ? Object.values(value as object) : []))
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => TransferDto)
  lines: TransferDto[] = [];
}

export class MailDto {
  @IsString()
  mail = '';

  @Type(() => Number)
  @IsInt()
  version = 0;
}

export class PostDto {
  @IsString()
  name = '';

  @IsUUID('all', { message: 'staff.post-section-missing' })
  sectionId = '';

  @IsIn(['ordering', 'treasury', 'audit'], { message: 'staff.post-side-missing' })
  side!: Side;

  /** One tick arrives as text, several as a list. */
  @Transform(({ value }) => [value ?? []].flat())
  @IsIn(DUTIES, { each: true, message: 'staff.post-duties-missing' })
  duties: Duty[] = [];

  @Transform(({ value }) => Number(String(value).normalize('NFKC').trim() || NaN))
  @IsNumber({ allowNaN: true })
  rank = NaN;

  @IsIn(['above', 'refuse'], { message: 'staff.when-vacant-missing' })
  whenVacant!: WhenVacant;
}
