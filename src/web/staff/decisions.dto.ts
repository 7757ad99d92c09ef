import { IsArray, IsObject, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { DraftOptionsDto } from './approvals.dto.js';

export class DecisionDraftDto extends DraftOptionsDto {
  @IsArray({ message: 'common.request-malformed' })
  @IsUUID(undefined, { each: true, message: 'common.request-malformed' })
  applicationIds: string[] = [];

  @IsString()
  @MaxLength(400, { message: 'common.too-long', context: { max: 400 } })
  title = '';

  @IsString()
  @MaxLength(8000, { message: 'common.too-long', context: { max: 8000 } })
  reason = '';
}

export class OutcomeDto {
  @Matches(/^\d{1,9}$/, { message: 'common.request-malformed' })
  version!: string;
}

export class IssueDto {
  @IsArray({ message: 'common.request-malformed' })
  @IsUUID(undefined, { each: true, message: 'common.request-malformed' })
  grantIds: string[] = [];

  @IsString()
  @MaxLength(40, { message: 'common.too-long', context: { max: 40 } })
  issuedOn = '';

  /** By grant; an empty one takes its number from the section's series. */
  @IsObject({ message: 'common.request-malformed' })
  externalNumbers: Record<string, unknown> = {};
}
