import { REFUND_PART_LABELS } from '../../kernel/refund-terms.js';
import {
  isEnded,
  newestReceipt,
  toPayBack,
  type RepaymentPage as RepaymentView,
  type RepaymentReceipt,
} from '../../repayments/index.js';
import { CheckAnswers, Columns, Day, Money, Section, type Viewer } from '../shared/index.js';
import { ReceiptTable, RepaymentLetters, RepaymentStateTag, StandingTable } from '../shared/repayment-words.js';
import type { ReceiptAct } from './receipt-acts.js';
import { ReceiptEntry } from './repayment-entry.js';
import { mayEnter } from './repayments.page.js';

interface ReceiptsPageProps {
  readonly viewer: Viewer;
  readonly view: RepaymentView;
  /** What was typed of a receipt that was refused. */
  readonly body: unknown;
  readonly act: ReceiptAct | null;
}

/** The receipts of one demand, the field for the next, and the mending of the last. */
export function ReceiptsPage(props: ReceiptsPageProps) {
  const { viewer, view } = props;
  const { demand, receipts, letters } = view;
  return (
    <>
      <p>
        <RepaymentStateTag file={view} />
      </p>
      <Columns
        asideLabel="領収の入力"
        main={
          <>
            <CheckAnswers
              answers={[
                { label: '団体', value: demand.organizationName },
                { label: '補助金', value: demand.programName },
                { label: '返還金', value: <Money yen={demand.amount} strong /> },
                { label: '返還の期限', value: <Day date={demand.dueOn} /> },
                {
                  label: '一部の領収をあてる順',
                  value: demand.terms.allocation.map((part) => REFUND_PART_LABELS[part]).join('、'),
                },
              ]}
            />
            <Section title="今日の額">
              <StandingTable file={view} />
            </Section>
            <Section title="領収">
              <ReceiptTable
                receipts={receipts}
                bookings
                more={
                  mayEnter(viewer)
                    ? [{ label: '手続', tight: true, cell: (receipt) => <Acts {...props} receipt={receipt} /> }]
                    : []
                }
              />
            </Section>
            <Section title="通知書・納付の用紙">
              <RepaymentLetters viewer={viewer} letters={letters} />
            </Section>
          </>
        }
        aside={<ReceiptEntry {...props} />}
      />
    </>
  );
}

/** Only the newest can be taken back, as what came after it was reckoned on it; 過誤納金 is paid back whenever it is. */
function Acts({ viewer, view, receipt }: ReceiptsPageProps & { receipt: RepaymentReceipt }) {
  const isNewest = newestReceipt(view.receipts)?.id === receipt.id;
  const isOpen = view.demand.state === 'demanded' || view.demand.state === 'settled' || isEnded(view.demand.state);
  const href = viewer.url(`treasury/repayments/${view.demand.id}/receipts/${receipt.id}`);
  const waits = toPayBack(view.receipts).some(({ id }) => id === receipt.id);
  return (
    <>
      {waits && (
        <>
          <a href={`${href}/payback`}>{receipt.decision ? '還付を記録する' : '還付を決める'}</a>
          {receipt.decision === null && <span class="line-note">会計管理者の決定待ち</span>}
        </>
      )}
      {waits && isNewest && isOpen && <br />}
      {isNewest && isOpen && receipt.payback === null && <a href={href}>取り消す</a>}
      {receipt.payback && <a href={`${href}/payback/reversal`}>還付の記録を取り消す</a>}
    </>
  );
}
