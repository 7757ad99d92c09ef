import type { ComponentChildren } from 'preact';
import {
  ACCOUNT_KIND_LABEL,
  CHECK_ITEMS,
  type Finding,
  type OrderHistoryEntry,
  type OrderPage,
} from '../../payments/index.js';
import { formatEra } from '../../kernel/local-date.js';
import { StatusTag } from './feedback.js';
import { CheckAnswers, Timeline } from './lists.js';
import { ORDER_ACT, ORDER_STATE } from './payment-words.js';
import { Figure, FigureRow, Section } from './structure.js';
import { TransferKana } from './transfer-kana.js';
import { Day, Moment, Money } from './values.js';

/** Everything about one order that staff and treasury look at, with the figures side by side that must agree. */
export function OrderFacts({ view, children }: { view: OrderPage; children?: ComponentChildren }) {
  const { order, claim, history } = view;
  const { payee } = order;
  return (
    <>
      <p>
        <StatusTag tone={ORDER_STATE[order.state].tone}>{ORDER_STATE[order.state].label}</StatusTag>{' '}
        {order.organizationName}　{order.programName}
      </p>
      <FigureRow>
        <Figure label="支出命令額">
          <Money yen={order.amount} />
        </Figure>
        <Figure
          label="請求額"
          note={claim.confirmation ? `請求日 ${formatEra(claim.confirmation.claimedOn)}` : undefined}
        >
          <Money yen={claim.amount} />
        </Figure>
        <Figure label="支出負担行為額" note={`${order.commitmentNumber}　${formatEra(order.committedOn)}`}>
          <Money yen={order.commitmentAmount} />
        </Figure>
      </FigureRow>
      <Section title="支出の内容">
        <CheckAnswers
          answers={[
            { label: '予算科目', value: `${order.budgetCode} ${order.budgetName}` },
            { label: '支払方法', value: order.paymentMethod },
            { label: '命令日', value: <Day date={order.orderedOn} /> },
            { label: '債権者', value: order.organizationName },
            ...(payee.delegate === undefined ? [] : [{ label: '受領者（委任状による）', value: payee.delegate }]),
            {
              label: '振込先',
              value: `${payee.bankName}（${payee.bankCode}） ${payee.branchName}（${payee.branchCode}） ${ACCOUNT_KIND_LABEL[payee.accountKind]} ${payee.accountNumber}`,
            },
            { label: '口座名義カナ', value: payee.holderKana },
            { label: '振込用カナ', value: <TransferKana text={payee.transferKana} /> },
            ...(order.paidOn ? [{ label: '支払日', value: <Day date={order.paidOn} /> }] : []),
            ...(order.slipNumber ? [{ label: '伝票番号', value: order.slipNumber }] : []),
            ...(order.creditorNumber ? [{ label: '債権者番号', value: order.creditorNumber }] : []),
          ]}
        />
      </Section>
      {children}
      <Section title="経過">
        <Timeline
          events={history.map((entry) => ({ at: <Moment at={entry.at} />, what: <HistoryEntry entry={entry} /> }))}
        />
      </Section>
    </>
  );
}

function HistoryEntry({ entry }: { entry: OrderHistoryEntry }) {
  return (
    <>
      <p>
        <strong>{ORDER_ACT[entry.act]}</strong>　{entry.postNames} {entry.actorName}
      </p>
      {entry.reason && <p>理由：{entry.reason}</p>}
      {entry.findings && <Findings findings={entry.findings} />}
    </>
  );
}

function Findings({ findings }: { findings: readonly Finding[] }) {
  return (
    <p>
      {findings.map(({ item, agrees, remark }) => (
        <span class="finding" key={item}>
          {CHECK_ITEMS.find(({ id }) => id === item)?.label}：{agrees ? '適正' : '問題あり'}
          {remark && `（${remark}）`}
        </span>
      ))}
    </p>
  );
}
