import type { BatchDesk } from '../../payments/index.js';
import { hasDuty } from '../../kernel/actor.js';
import { formatEra } from '../../kernel/local-date.js';
import { groupDigits } from '../../kernel/yen.js';
import {
  Button,
  ButtonRow,
  DataTable,
  DateField,
  Day,
  Form,
  Money,
  Section,
  StatusTag,
  type Viewer,
} from '../shared/index.js';
import { Pages, type PartOfRows } from '../shared/pages-of-rows.js';
import { orderNumber, PayeeLines, RowChoice } from '../shared/payment-words.js';
import { HeldTag, HoldNote } from './held-payee.js';
import { BATCH_STATE } from './batch-words.js';
import { tickedIn } from '../shared/typed-choice.js';

export interface TypedCollection {
  readonly orderIds?: readonly string[];
  readonly paymentDate?: string;
}

interface BatchesPageProps {
  readonly viewer: Viewer;
  readonly desk: BatchDesk;
  readonly typed: TypedCollection;
  readonly part: PartOfRows;
}

/** Accepted orders to put together for a day, and the batches made so far. */
export function BatchesPage({ viewer, desk, typed, part }: BatchesPageProps) {
  return (
    <>
      <Section title={`支払を待つ支出命令（${groupDigits(desk.waiting.count)}件）`}>
        <Collection viewer={viewer} desk={desk} typed={typed} part={part} />
        <Pages viewer={viewer} path="treasury/batches" part={part} total={desk.waiting.count} />
      </Section>
      <Section title="これまでの束">
        <DataTable
          caption="これまでの束"
          captionHidden
          cards
          keyboard
          empty="束はまだありません。上の一覧で支出命令を選び、振込日を決めて束にしてください。"
          rows={desk.batches}
          columns={[
            {
              label: '振込日',
              tight: true,
              cell: (batch) => (
                <a href={viewer.url(`treasury/batches/${batch.id}`)}>
                  {formatEra(batch.paymentDate)}（{batch.number}）
                </a>
              ),
            },
            { label: '件数', align: 'end', tight: true, cell: (batch) => `${groupDigits(batch.count)}件` },
            { label: '合計', align: 'end', cell: (batch) => <Money yen={batch.total} /> },
            { label: 'ファイル', cell: (batch) => batch.file?.name ?? 'まだありません' },
            { label: '支払済の日', tight: true, cell: (batch) => <Day date={batch.paidOn} /> },
            {
              label: '状態',
              tight: true,
              cell: ({ id, state }) => (
                <>
                  <StatusTag tone={BATCH_STATE[state].tone}>{BATCH_STATE[state].label}</StatusTag>
                  <HeldTag count={desk.heldIn.get(id) ?? 0} />
                </>
              ),
            },
          ]}
        />
      </Section>
    </>
  );
}

function Collection({ viewer, desk, typed }: BatchesPageProps) {
  const { count, total } = desk.waiting;
  const mayCollect = hasDuty(viewer.actor, 'treasury-check') || hasDuty(viewer.actor, 'treasury-decide');
  const chosen = tickedIn(
    typed,
    'orderIds',
    desk.accepted.filter(({ id }) => !desk.holds.has(id)).map(({ id }) => id),
  );
  const table = (
    <DataTable
      caption="支払を待つ支出命令"
      captionHidden
      cards
      empty="支払を待つ支出命令はありません。会計管理者が支払を決定すると、ここに並びます。"
      rows={desk.accepted.map((order, index) => ({ order, index }))}
      columns={[
        {
          label: '番号',
          tight: true,
          cell: ({ order, index }) =>
            mayCollect ? (
              <RowChoice
                name="orderIds"
                index={index}
                value={order.id}
                checked={chosen.includes(order.id)}
                label={orderNumber(order)}
              />
            ) : (
              orderNumber(order)
            ),
        },
        {
          label: '債権者',
          cell: ({ order }) => (
            <>
              {order.organizationName}
              <HoldNote order={order} code={desk.holds.get(order.id)} />
            </>
          ),
        },
        { label: '振込先', cell: ({ order }) => <PayeeLines payee={order.payee} /> },
        { label: '金額', align: 'end', cell: ({ order }) => <Money yen={order.amount} /> },
      ]}
      totals={[`合計 ${groupDigits(count)}件`, '', '', <Money yen={total} strong />]}
    />
  );
  if (!mayCollect || desk.accepted.length === 0) return table;
  return (
    <Form action={viewer.url('treasury/batches')}>
      {table}
      <DateField
        name="paymentDate"
        label="振込日"
        required
        value={typed.paymentDate ?? formatEra(desk.earliest)}
        hint={`銀行の営業日。いま間に合う最も早い日は${formatEra(desk.earliest)}です（${formatEra(desk.cutOff)}${desk.cutOffTime ? `の${desk.cutOffTime}` : ''}までに銀行へ送付）。`}
      />
      <ButtonRow>
        <Button>選んだ支出命令を束にする</Button>
        {count > desk.accepted.length && (
          <Button kind="secondary" name="all" value="yes">
            {`支払を待つ${groupDigits(count)}件すべてを束にする`}
          </Button>
        )}
      </ButtonRow>
    </Form>
  );
}
