import { formatEra } from '../../kernel/local-date.js';
import { formatYen, sumYen } from '../../kernel/yen.js';
import {
  awaitsChargeNotice,
  CAUSE_LABELS,
  demandNumber,
  excessIn,
  toPayBack,
  type RepaymentPage as RepaymentView,
} from '../../repayments/index.js';
import { CheckAnswers, DataTable, Day, Money, Notice, Section, type Viewer } from '../shared/index.js';
import { ReceiptTable, RepaymentLetters, RepaymentStateTag, StandingTable } from '../shared/repayment-words.js';
import { townWord } from '../shared/head-words.js';

/** What to pay, by when, where and with which paper; below it how the amount came about. */
export function CommitteeRepaymentPage({ viewer, view }: { viewer: Viewer; view: RepaymentView }) {
  const { demand, account, standing, receipts, letters } = view;
  const owes = demand.state === 'demanded';
  const excess = sumYen(toPayBack(receipts).map(excessIn));
  return (
    <>
      {owes && standing.overdue > 0n && (
        <Notice tone="danger" title={`期限を過ぎた未納が${formatYen(standing.overdue)}あります`}>
          <p>
            日がたつと延滞金が増えることがあります。納めることが難しいときは、早めに担当課へ相談してください。未納があるあいだは、新しい補助金の交付が決まらないことがあります。
          </p>
        </Notice>
      )}
      {owes && standing.overdue === 0n && standing.nextDue && (
        <Notice
          tone="warning"
          title={`${formatEra(standing.nextDue.dueOn)}までに${formatYen(standing.nextDue.amount)}を納めてください`}
        />
      )}
      {awaitsChargeNotice(view) && (
        <Notice tone="info" title="返還金はすべて納められました">
          <p>
            返還金が納められた日までの加算金・延滞金が{formatYen(standing.charges)}
            あります。{townWord(viewer.town)}から届く納入通知書の期限までに納めてください。
          </p>
        </Notice>
      )}
      {excess > 0n && (
        <Notice tone="info" title={`${formatYen(excess)}を納め過ぎています`}>
          <p>納め過ぎた額はお返しします。返す方法は担当課から連絡します。</p>
        </Notice>
      )}
      <CheckAnswers
        answers={[
          { label: '状態', value: <RepaymentStateTag file={view} /> },
          { label: '返還番号', value: demandNumber(demand) },
          { label: '返還の理由', value: CAUSE_LABELS[demand.cause] },
          { label: '返還金', value: <Money yen={demand.amount} strong /> },
          { label: account.plans.length > 0 ? 'はじめの期限' : '返還の期限', value: <Day date={demand.dueOn} /> },
          ...(demand.chargesDueOn === null
            ? []
            : [{ label: '加算金・延滞金の期限', value: <Day date={demand.chargesDueOn} /> }]),
          {
            label: '納める場所',
            value: demand.terms.payAt === '' ? '通知書に付いている納付の用紙に書いてある場所' : demand.terms.payAt,
          },
          {
            label: '納付の用紙',
            value: letters.length > 0 ? '下の通知書に付いています' : '通知書と一緒に紙でお送りしています',
          },
        ]}
      />
      <Plan view={view} />
      <Section title="今日納めるときの額">
        <StandingTable file={view} />
      </Section>
      <Section title="納めたお金">
        <ReceiptTable receipts={receipts} bookings={false} />
      </Section>
      {letters.length > 0 && (
        <Section title="通知書・納付の用紙">
          <RepaymentLetters viewer={viewer} letters={letters} />
        </Section>
      )}
    </>
  );
}

function Plan({ view: { account } }: { view: RepaymentView }) {
  const plan = account.chargePlans.at(-1) ?? account.plans.at(-1);
  if (!plan) return null;
  return (
    <Section title="分けて納める日と額">
      <DataTable
        caption="分けて納める日と額"
        captionHidden
        cards
        empty=""
        rows={plan.parts.map((part, index) => ({ ...part, count: index + 1 }))}
        columns={[
          { label: '回', tight: true, cell: ({ count }) => `第${String(count)}回` },
          { label: '納める日', cell: ({ dueOn }) => <Day date={dueOn} /> },
          { label: '額', align: 'end', cell: ({ amount }) => <Money yen={amount} /> },
        ]}
      />
    </Section>
  );
}
