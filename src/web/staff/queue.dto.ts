import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { PHASES, WAITING_FOR } from '../../cases/index.js';

const UUID = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?$/;

/** The filter as the address carries it; blank means all. */
export class QueueDto {
  @IsOptional()
  @IsIn(['', ...PHASES])
  phase?: string;

  @IsOptional()
  @IsIn(['all', ...WAITING_FOR])
  waiting?: string;

  @IsOptional()
  @Matches(UUID)
  program?: string;

  @IsOptional()
  @Matches(UUID)
  organization?: string;

  /** Only cases with messages that staff have not opened. */
  @IsOptional()
  @IsIn(['', 'yes'])
  unread?: string;

  /** Words to search for, as typed. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  words?: string;

  /** Where the page before ended: `2026-06-30.<id>`, or the place of a case among those found. */
  @IsOptional()
  @Matches(/^(\d{4}-\d{2}-\d{2}\.[0-9a-f-]{36}|\d{1,15})$/)
  after?: string;
}
