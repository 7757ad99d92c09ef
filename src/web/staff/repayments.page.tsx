import { sumYen } from '../../kernel/yen.js';
import {
  awaitsChargeNotice,
  CAUSE_LABELS,
  demandNumber,
  type DemandState,
  type RepaymentFile,
} from '../../repayments/index.js';
import { DataTable, Day, Money, Section, type Viewer } from '../shared/index.js';
import { RepaymentStateTag } from '../shared/repayment-words.js';

/** 返還, by what is to be done about each: what is late first. */
export function RepaymentsPage({ viewer, files }: { viewer: Viewer; files: readonly RepaymentFile[] }) {
  const [late, rest] = partition(files, (file) => file.demand.state === 'demanded' && file.standing.overdue > 0n);
  const [waiting, others] = partition(rest, (file) => file.demand.state === 'demanded' && !awaitsChargeNotice(file));
  const [ended, ours] = partition(others, ({ demand }) => ENDED.includes(demand.state));
  return (
    <>
      <Section title={`期限を過ぎた未納（${String(late.length)}件）`}>
        <Demands viewer={viewer} files={late} caption="期限を過ぎた未納" empty="期限を過ぎた未納はありません。" />
      </Section>
      <Section title={`担当課が進めるもの（${String(ours.length)}件）`}>
        <Demands
          viewer={viewer}
          files={ours}
          caption="担当課が進めるもの"
          empty="起案や施行、加算金・延滞金の納入通知を待つ返還はありません。額の確定や取消しで払い過ぎが分かると、ここに並びます。"
        />
      </Section>
      <Section title={`納付を待つもの（${String(waiting.length)}件）`}>
        <Demands viewer={viewer} files={waiting} caption="納付を待つもの" empty="納付を待つ返還はありません。" />
      </Section>
      {ended.length > 0 && (
        <Section title={`終わったもの（${String(ended.length)}件）`}>
          <Demands viewer={viewer} files={ended} caption="終わったもの" empty="" />
        </Section>
      )}
    </>
  );
}

const ENDED: readonly DemandState[] = ['settled', 'written-off', 'dropped'];

interface DemandsProps {
  readonly viewer: Viewer;
  readonly files: readonly RepaymentFile[];
  readonly caption: string;
  readonly empty: string;
}

const Demands = ({ viewer, files, caption, empty }: DemandsProps) => (
  <DataTable
    caption={caption}
    captionHidden
    cards
    keyboard
    empty={empty}
    rows={files}
    columns={[
      {
        label: '返還番号',
        tight: true,
        cell: ({ demand }) => <a href={viewer.url(`staff/repayments/${demand.id}`)}>{demandNumber(demand)}</a>,
      },
      { label: '団体', cell: ({ demand }) => demand.organizationName },
      {
        label: '補助金・理由',
        cell: ({ demand }) => (
          <>
            {demand.programName}
            <span class="line-note">{CAUSE_LABELS[demand.cause]}</span>
          </>
        ),
      },
      { label: '返還金', align: 'end', cell: ({ demand }) => <Money yen={demand.amount} /> },
      {
        label: '期限',
        tight: true,
        cell: ({ demand, standing }) => <Day date={standing.nextDue?.dueOn ?? standing.firstDueOn ?? demand.dueOn} />,
      },
      { label: '残り（今日納める額）', align: 'end', cell: ({ standing }) => <Money yen={standing.open} /> },
      { label: '状態', tight: true, cell: (file) => <RepaymentStateTag file={file} /> },
    ]}
    totals={[
      ...['合計', '', ''],
      <Money yen={sumYen(files.map(({ demand }) => demand.amount))} strong />,
      '',
      <Money yen={sumYen(files.map(({ standing }) => standing.open))} strong />,
      '',
    ]}
  />
);

function partition<T>(list: readonly T[], is: (item: T) => boolean): [T[], T[]] {
  return [list.filter(is), list.filter((item) => !is(item))];
}
