import { hasDuty } from '../../kernel/actor.js';
import { formatEra } from '../../kernel/local-date.js';
import { CLAIM_CLASS_LABELS } from '../../kernel/refund-terms.js';
import { formatYen } from '../../kernel/yen.js';
import {
  ACT_LABELS,
  CAUSE_LABELS,
  detailsInWords,
  paperOf,
  type RepaymentAct,
  type RepaymentPage as RepaymentView,
} from '../../repayments/index.js';
import { CheckAnswers, Columns, Day, Money, Section, StatusTag, Timeline, type Viewer } from '../shared/index.js';
import { ReceiptTable, RepaymentLetters, RepaymentStateTag, StandingTable } from '../shared/repayment-words.js';
import { RepaymentNextStep, type TypedRepayment } from './repayment-steps.js';

interface RepaymentPageProps {
  readonly viewer: Viewer;
  readonly view: RepaymentView;
  readonly typed: TypedRepayment;
}

/** One demand: why and how much, how it stands today, what came, what was done about it, and the next step. */
export function RepaymentPage({ viewer, view, typed }: RepaymentPageProps) {
  return (
    <>
      <p>
        <RepaymentStateTag file={view} />
      </p>
      <Columns
        asideLabel="次にすること"
        main={<Record viewer={viewer} view={view} />}
        aside={
          hasDuty(viewer.actor, 'promotion') ? (
            <RepaymentNextStep viewer={viewer} view={view} typed={typed} />
          ) : (
            <p>返還の手続は担当課が、領収の入力は会計の窓口が行います。</p>
          )
        }
      />
    </>
  );
}

function Record({ viewer, view }: Omit<RepaymentPageProps, 'typed'>) {
  const { demand, receipts, acts, letters } = view;
  return (
    <>
      <CheckAnswers
        answers={[
          { label: '団体', value: demand.organizationName },
          { label: '補助金', value: demand.programName },
          { label: '返還の理由', value: CAUSE_LABELS[demand.cause] },
          ...(demand.note === '' ? [] : [{ label: '事実', value: demand.note }]),
          ...(demand.cause === 'revocation'
            ? [{ label: '団体の責め', value: demand.recipientAtFault ? 'あり（加算金をとる）' : 'なし' }]
            : []),
          { label: '返還金', value: <Money yen={demand.amount} strong /> },
          {
            label: '支払った日と額',
            value:
              demand.received.map(({ on, amount }) => `${formatEra(on)}　${formatYen(amount)}`).join('、') || 'なし',
          },
          { label: '債権の種類', value: CLAIM_CLASS_LABELS[demand.terms.claimClass] },
          { label: '決定の日', value: <Day date={demand.decidedOn} /> },
          { label: `${paperOf(demand)}の日`, value: <Day date={demand.issuedOn} /> },
          { label: view.account.plans.length > 0 ? 'はじめの期限' : '返還の期限', value: <Day date={demand.dueOn} /> },
          ...(demand.chargesDueOn === null
            ? []
            : [{ label: '加算金・延滞金の納期限', value: <Day date={demand.chargesDueOn} /> }]),
        ]}
      />
      <Section title="今日の額">
        <StandingTable file={view} />
      </Section>
      <Section title="領収">
        <ReceiptTable receipts={receipts} bookings />
      </Section>
      <Section title="手続の記録">
        {acts.length === 0 ? (
          <p>督促・履行延期などの記録はまだありません。</p>
        ) : (
          <Timeline
            events={acts.map((act) => ({
              at: <Day date={act.doneOn ?? act.proposedOn} />,
              what: <ActRecord viewer={viewer} view={view} act={act} />,
            }))}
          />
        )}
      </Section>
      <Section title="通知書">
        <RepaymentLetters viewer={viewer} letters={letters} />
      </Section>
    </>
  );
}

function ActRecord({ viewer, view, act }: Omit<RepaymentPageProps, 'typed'> & { act: RepaymentAct }) {
  const draft = view.actDrafts.get(act.id);
  return (
    <>
      <p>
        <strong>{ACT_LABELS[act.kind]}</strong>
        {act.state === 'proposed' && <StatusTag tone="info">決裁中</StatusTag>}
        {act.state === 'dropped' && <StatusTag>取りやめ</StatusTag>}
        <br />
        {act.openPrincipal > 0n
          ? `未納の返還金${formatYen(act.openPrincipal)}`
          : `未納の加算金・延滞金${formatYen(act.openTotal)}`}
        　記録：{act.proposedBy}
        {draft && (
          <>
            <br />
            <a href={viewer.url(`staff/approvals/${draft.id}`)}>{draft.number}を開く</a>
          </>
        )}
      </p>
      <CheckAnswers answers={detailsInWords(act)} />
    </>
  );
}
