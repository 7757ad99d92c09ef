import { IsArray, IsOptional, IsString, Matches } from 'class-validator';
import { DraftWordsDto } from './approvals.dto.js';

const VERSION = /^\d{1,9}$/;
const MALFORMED = { message: 'common.request-malformed' };

export class OpeningDto {
  @IsString()
  name = '';

  @IsString()
  districtId = '';

  @IsString()
  officerRole = '';

  @IsString()
  officerName = '';
}

export class DistrictDto {
  @IsString()
  name = '';
}

export class ExaminationDto {
  @Matches(VERSION, MALFORMED)
  version = '';

  @IsOptional()
  @IsArray()
  @IsString({ each: true })
  checklist: string[] = [];
}

export class RegistrationDraftDto extends DraftWordsDto {
  @Matches(VERSION, MALFORMED)
  version = '';

  @IsOptional()
  @IsArray()
  @IsString({ each: true })
  checklist: string[] = [];
}

export class TransferKanaDto {
  @IsOptional()
  @Matches(VERSION, MALFORMED)
  accountVersion = '0';

  @IsString()
  transferKana = '';

  @IsOptional()
  @IsString()
  unlikeSeen = '';

  @IsOptional()
  @IsString()
  unlikeReason = '';
}

export class RefusalDto {
  @IsString()
  reason = '';
}
