import type { Change as ChangedPlace } from '../../applications/index.js';
import {
  changeTitle,
  type Change,
  type ChangeState,
  type GrantReport,
  type MovedAmount,
} from '../../grant-changes/index.js';
import { formatYen } from '../../kernel/yen.js';
import { StatusTag, type Tone } from './feedback.js';
import { DataTable } from './tables.js';
import { Money } from './values.js';

interface StateWords {
  readonly label: string;
  readonly tone: Tone;
}

/** Where a change stands, as both desks say it. */
export const CHANGE_STATE: Readonly<Record<ChangeState, StateWords>> = {
  drafting: { label: '作成中', tone: 'neutral' },
  sent: { label: '担当課が確認中', tone: 'info' },
  returned: { label: '差戻し', tone: 'warning' },
  acknowledged: { label: '受理', tone: 'success' },
  proposed: { label: '決裁中', tone: 'info' },
  decided: { label: '決裁済み・通知前', tone: 'info' },
  scheduled: { label: '決裁済み・施行予定', tone: 'info' },
  issued: { label: '通知済み', tone: 'success' },
  withdrawn: { label: '取下げ', tone: 'neutral' },
};

/** The state of a change, and once it is known how it turned out. */
export function ChangeTag({ change }: { change: Change }) {
  const { label, tone } = CHANGE_STATE[change.state];
  const known = change.state === 'issued';
  return <StatusTag tone={tone}>{known ? `${outcomeWord(change)}（${label}）` : label}</StatusTag>;
}

/** How it was decided, in one word. */
export function outcomeWord({ kind, outcome, whole }: Change): string {
  if (kind === 'revocation') return whole ? '全部取消し' : '一部取消し';
  return outcome === 'refused' ? '不承認' : outcome === 'reduced' ? '減額して承認' : '承認';
}

/** While it is written nobody knows yet whether it will be a notice: it is a change. */
export const titleOf = (change: Change): string =>
  change.kind === 'amendment' && change.round === 0 ? '変更の届出・申請' : changeTitle(change);

export const REPORT_STATE: Readonly<Record<GrantReport['state'], StateWords>> = {
  asked: { label: '提出待ち', tone: 'warning' },
  sent: { label: '提出済み', tone: 'info' },
  returned: { label: '差戻し', tone: 'warning' },
  proposed: { label: '決裁中', tone: 'info' },
  read: { label: '確認済み', tone: 'success' },
  withdrawn: { label: '取下げ', tone: 'neutral' },
};

/** The sums that decide whether approval is needed, before and after. */
export const MovedTable = ({ moved }: { moved: readonly MovedAmount[] }) => (
  <DataTable
    caption="支出の増減"
    captionHidden
    cards
    empty="支出の増減はありません。"
    rows={moved}
    columns={[
      { label: '科目', cell: ({ label, category }) => (category === null ? <strong>{label}</strong> : label) },
      { label: 'いま', align: 'end', cell: ({ before }) => <Money yen={before} /> },
      { label: '変更後', align: 'end', cell: ({ after }) => <Money yen={after} /> },
      { label: '増減', align: 'end', tight: true, cell: (line) => differenceOf(line) },
      {
        label: '承認が要る割合',
        tight: true,
        cell: ({ percent, over }) => (
          <>
            {percent === null ? '問わない' : percent === 0 ? 'すべて' : `${String(percent)}％超`}{' '}
            {over && <StatusTag tone="warning">超えています</StatusTag>}
          </>
        ),
      },
    ]}
  />
);

const differenceOf = ({ before, after }: MovedAmount): string => {
  if (after === before) return '変わらない';
  return after > before
    ? `＋${formatYen((after - before) as typeof before)}`
    : `△${formatYen((before - after) as typeof before)}`;
};

/** What is written otherwise, place by place. */
export const PlacesTable = ({ places }: { places: readonly ChangedPlace[] }) => (
  <DataTable
    caption="変わるところ"
    captionHidden
    cards
    empty="変わるところはまだありません。"
    rows={places}
    columns={[
      { label: '項目', heading: true, cell: ({ label }) => label },
      { label: 'いま', cell: ({ before }) => <span class="prose">{before ?? '（なし）'}</span> },
      { label: '変更後', cell: ({ after }) => <span class="prose">{after ?? '（なし）'}</span> },
    ]}
  />
);
