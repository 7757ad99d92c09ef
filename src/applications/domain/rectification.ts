import type { Answer } from '../../forms/index.js';
import type { StoredLine } from './stored-budget.js';

/** What stands at a place instead of what was sent. */
export type Replacement =
  | ({ readonly kind: 'answer' } & Pick<Answer, 'text' | 'value' | 'table'>)
  | ({ readonly kind: 'remark' } & Pick<Required<StoredLine>, 'remark' | 'warnings'>);

/** 職権訂正: a trifle in what was sent that staff put right. What was sent is kept beside it; a wrong one is put right by another. */
export interface Rectification {
  /** Counts within the application. */
  readonly number: number;
  /** The sending that was put right. */
  readonly round: number;
  readonly pointer: string;
  readonly label: string;
  /** In words. */
  readonly before: string;
  readonly after: string;
  readonly replacement: Replacement;
  readonly reason: string;
  readonly rectifiedAt: Date;
  readonly rectifiedBy: string;
}

export const LONGEST_RECTIFICATION_REASON = 300;

/** How often a place was put right. */
export const timesAt = (rectifications: readonly Rectification[], pointer: string): number =>
  rectifications.filter((each) => each.pointer === pointer).length;
