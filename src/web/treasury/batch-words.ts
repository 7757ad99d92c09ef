import type { BatchState } from '../../payments/index.js';
import type { Tone } from '../shared/index.js';

export const BATCH_STATE: Readonly<Record<BatchState, { readonly label: string; readonly tone: Tone }>> = {
  collected: { label: '承認待ち', tone: 'warning' },
  released: { label: '振込データ作成済み', tone: 'info' },
  paid: { label: '支払済み', tone: 'success' },
  unexecuted: { label: '銀行が実行せず', tone: 'danger' },
  dissolved: { label: '解いた束', tone: 'neutral' },
};
