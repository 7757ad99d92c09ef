import type { Fault } from '../../kernel/domain-error.js';
import { addDays, dayInJapan, type LocalDate } from '../../kernel/local-date.js';

/** How long a town keeps who proposed without an account, in days. */
export interface Retention {
  /** After the last save of a draft that is never sent; then the draft is deleted whole. */
  readonly draftDays: number;
  /** After the end of a proposal; then contact, mail and a name that was not to be published are erased. */
  readonly contactDays: number;
  /** 0: the town has not saved its own yet. */
  readonly version: number;
}

/** Until the town saves its own; sample values, and said to be so. */
export const SAMPLE_RETENTION: Retention = { draftDays: 90, contactDays: 365, version: 0 };

const MOST_DAYS = 3650;

export function retentionFaults(retention: Omit<Retention, 'version'>): Fault[] {
  const fields = [
    ['draftDays', '出さない下書きを残す日数'],
    ['contactDays', '名前と連絡先を残す日数'],
  ] as const;
  return fields
    .filter(([pointer]) => {
      const days = retention[pointer];
      return !Number.isInteger(days) || days < 1 || days > MOST_DAYS;
    })
    .map(([pointer, label]) => ({ pointer, code: 'proposals.not-days', params: { label, most: MOST_DAYS } }));
}

/** The last day of a draft that nobody goes on with. */
export const lastDayOfDraft = (savedAt: Date, { draftDays }: Retention): LocalDate =>
  addDays(dayInJapan(savedAt), draftDays);

/** What stands in the place of a name that was erased. */
export const ERASED_NAME = '（保存期間が過ぎたため消しました）';
