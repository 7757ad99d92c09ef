import { STATE_LABEL, type DraftState } from '../../approvals/index.js';
import type { Tone } from '../shared/index.js';

export const DRAFT_STATE: Readonly<Record<DraftState, { readonly label: string; readonly tone: Tone }>> = {
  circulating: { label: STATE_LABEL.circulating, tone: 'info' },
  returned: { label: STATE_LABEL.returned, tone: 'warning' },
  approved: { label: STATE_LABEL.approved, tone: 'success' },
  rejected: { label: STATE_LABEL.rejected, tone: 'danger' },
  withdrawn: { label: STATE_LABEL.withdrawn, tone: 'neutral' },
};

/** 「3日」 since when somebody has been waited for; less than a day reads 「今日」. */
export function waitingDays(since: Date, now: Date): string {
  const days = Math.floor((now.getTime() - since.getTime()) / 86_400_000);
  return days < 1 ? '1日未満' : `${String(days)}日`;
}
