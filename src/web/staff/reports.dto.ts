import { IsArray, IsObject, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { DraftOptionsDto } from './approvals.dto.js';

export class DeterminationDraftDto extends DraftOptionsDto {
  @IsArray({ message: 'common.request-malformed' })
  @IsUUID(undefined, { each: true, message: 'common.request-malformed' })
  reportIds: string[] = [];

  @IsString()
  @MaxLength(400, { message: 'common.too-long', context: { max: 400 } })
  title = '';

  @IsString()
  @MaxLength(8000, { message: 'common.too-long', context: { max: 8000 } })
  reason = '';
}

export class DeterminationIssueDto {
  @IsArray({ message: 'common.request-malformed' })
  @IsUUID(undefined, { each: true, message: 'common.request-malformed' })
  determinationIds: string[] = [];

  @IsString()
  @MaxLength(40, { message: 'common.too-long', context: { max: 40 } })
  issuedOn = '';

  /** By determination; an empty one takes its number from the section's series. */
  @IsObject({ message: 'common.request-malformed' })
  externalNumbers: Record<string, unknown> = {};
}

export class InspectionDto {
  @Matches(/^\d{1,9}$/, { message: 'common.request-malformed' })
  version!: string;
}
