import { IsIn, IsOptional, Matches } from 'class-validator';
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

  /** Where the page before ended: `2026-06-30.<id>`. */
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}\.[0-9a-f-]{36}$/)
  after?: string;
}
