import type { Phase, WaitingFor } from '../../cases/index.js';
import type { Tone } from './feedback.js';

interface PhaseWords {
  readonly label: string;
  readonly tone: Tone;
}

/** Where a case stands, as both desks say it. */
export const PHASE_WORDS: Readonly<Record<Phase, PhaseWords>> = {
  drafting: { label: '作成中', tone: 'neutral' },
  submitted: { label: '受付済み', tone: 'info' },
  returned: { label: '差戻し', tone: 'warning' },
  review: { label: '審査中', tone: 'info' },
  passed: { label: '審査済み', tone: 'info' },
  approval: { label: '決裁中', tone: 'info' },
  'withdrawal-asked': { label: '取下げの申出', tone: 'warning' },
  decided: { label: '決定済み', tone: 'success' },
  issued: { label: '通知済み', tone: 'success' },
  refused: { label: '不交付', tone: 'neutral' },
  claimed: { label: '請求済み', tone: 'info' },
  ordered: { label: '支出命令', tone: 'info' },
  treasury: { label: '会計審査中', tone: 'info' },
  batched: { label: '支払手続中', tone: 'info' },
  'transfer-failed': { label: '振込不能', tone: 'danger' },
  'part-paid': { label: '一部支払済み', tone: 'info' },
  paid: { label: '支払済み', tone: 'success' },
  reporting: { label: '実績報告待ち', tone: 'warning' },
  'report-submitted': { label: '検査中', tone: 'info' },
  'report-returned': { label: '実績報告の補正', tone: 'warning' },
  'report-inspected': { label: '検査済み', tone: 'info' },
  determining: { label: '額の確定の決裁中', tone: 'info' },
  determined: { label: '額の確定済み', tone: 'success' },
  settled: { label: '完了', tone: 'success' },
  withdrawn: { label: '取下げ', tone: 'neutral' },
};

export const WAITING_WORDS: Readonly<Record<WaitingFor, string>> = {
  committee: '団体',
  promotion: '担当課',
  approvers: '決裁者',
  treasury: '会計',
  nobody: 'なし',
};
