import type { Listed, PaymentOrder } from '../../payments/index.js';
import { hasDuty } from '../../kernel/actor.js';
import { groupDigits } from '../../kernel/yen.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  DataTable,
  Day,
  Details,
  Form,
  Money,
  Notice,
  Section,
  StatusTag,
  type Column,
  type Viewer,
} from '../shared/index.js';
import { Pages, type PartOfRows } from '../shared/pages-of-rows.js';
import { ORDER_STATE, orderNumber, PayeeLines, RowChoice } from '../shared/payment-words.js';
import { CheckFields, type TypedCheck } from './check-fields.js';

export type DeskState = 'ordered' | 'checked' | 'accepted' | 'instructed';

/** One page of the orders of a state, and which. */
export type ShownOrders = Listed<PaymentOrder> & { readonly part: PartOfRows };

interface TreasuryOrdersPageProps {
  readonly viewer: Viewer;
  readonly orders: Readonly<Record<DeskState, ShownOrders>>;
  readonly typed: TypedCheck;
  /** What was done although something else was refused. */
  readonly partly: string | undefined;
}

/** The treasury's desk, in the order of its work: check, decide, pay. */
export function TreasuryOrdersPage({ viewer, orders, typed, partly }: TreasuryOrdersPageProps) {
  const payPath = viewer.town.paymentMode === 'bank-file' ? 'treasury/batches' : 'treasury/exports';
  return (
    <>
      {partly && <Notice tone="success" title={partly} live />}
      <ButtonRow>
        <ButtonLink kind="secondary" small href={viewer.url('treasury/orders/print')}>
          支出命令一覧を印刷する
        </ButtonLink>
      </ButtonRow>
      <ToCheck viewer={viewer} orders={orders.ordered} typed={typed} />
      <ToDecide viewer={viewer} orders={orders.checked} />
      <Decided
        viewer={viewer}
        title="支払の手続を待つもの"
        field="accepted"
        orders={orders.accepted}
        payPath={payPath}
      />
      <Decided viewer={viewer} title="支払手続中" field="instructed" orders={orders.instructed} />
    </>
  );
}

interface DecidedProps {
  readonly viewer: Viewer;
  readonly title: string;
  readonly field: DeskState;
  readonly orders: ShownOrders;
  readonly payPath?: string;
}

/** What is decided stands here only while something of it is under way. */
function Decided({ viewer, title, field, orders, payPath }: DecidedProps) {
  if (orders.count === 0) return null;
  return (
    <Section title={`${title}（${groupDigits(orders.count)}件）`}>
      <OrderTable viewer={viewer} caption={title} orders={orders} empty={`${title}はありません。`} />
      <PagesOf viewer={viewer} field={field} orders={orders} />
      {payPath && <ButtonLink href={viewer.url(payPath)}>支払の手続へ進む</ButtonLink>}
    </Section>
  );
}

const PagesOf = ({ viewer, field, orders }: { viewer: Viewer; field: DeskState; orders: ShownOrders }) => (
  <Pages viewer={viewer} path="treasury/orders" name={field} part={orders.part} total={orders.count} />
);

function ToCheck({ viewer, orders, typed }: { viewer: Viewer; orders: ShownOrders; typed: TypedCheck }) {
  const mayCheck = hasDuty(viewer.actor, 'treasury-check');
  const table = (
    <OrderTable
      viewer={viewer}
      caption="審査を待つ支出命令"
      orders={orders}
      chosen={mayCheck ? (typed.orderIds ?? []) : undefined}
      field="orderIds"
      empty="審査を待つ支出命令はありません。決裁が終わった支出命令が、ここに並びます。"
    />
  );
  return (
    <Section title={`審査を待つもの（${groupDigits(orders.count)}件）`}>
      {mayCheck && orders.count > 0 ? (
        <Form action={viewer.url('treasury/orders/check')} label="会計審査">
          {table}
          <Details summary="選んだ支出命令に同じ審査結果を記録する" open={typed.findings !== undefined}>
            <CheckFields typed={typed} />
            <ButtonRow>
              <Button>選んだ支出命令の審査結果を記録する</Button>
            </ButtonRow>
          </Details>
        </Form>
      ) : (
        table
      )}
      <PagesOf viewer={viewer} field="ordered" orders={orders} />
    </Section>
  );
}

function ToDecide({ viewer, orders }: { viewer: Viewer; orders: ShownOrders }) {
  const mayDecide = hasDuty(viewer.actor, 'treasury-decide');
  const passed = orders.rows.filter((order) => order.checkPassed === true);
  const table = (
    <OrderTable
      viewer={viewer}
      caption="支払決定を待つ支出命令"
      orders={orders}
      chosen={mayDecide ? passed.map((order) => order.id) : undefined}
      field="acceptIds"
      empty="支払決定を待つ支出命令はありません。審査が済んだ支出命令が、ここに並びます。"
    />
  );
  return (
    <Section title={`会計管理者の決定を待つもの（${groupDigits(orders.count)}件）`}>
      {mayDecide && orders.count > 0 ? (
        <Form action={viewer.url('treasury/orders/acceptance')} label="支払の決定">
          {table}
          <ButtonRow>
            <Button>選んだ支出命令の支払を決定する</Button>
          </ButtonRow>
          <p class="hint">返付するときは、番号を開いて理由を書きます。</p>
        </Form>
      ) : (
        table
      )}
      <PagesOf viewer={viewer} field="checked" orders={orders} />
    </Section>
  );
}

interface OrderTableProps {
  readonly viewer: Viewer;
  readonly caption: string;
  readonly orders: ShownOrders;
  /** Ticked beforehand; left out, there is nothing to choose. */
  readonly chosen?: readonly string[] | undefined;
  /** Distinguishes the ticks of one list from those of another on the same page. */
  readonly field?: 'orderIds' | 'acceptIds';
  readonly empty: string;
}

/** Dense: what must agree stands side by side. */
function OrderTable({ viewer, caption, orders, chosen, field = 'orderIds', empty }: OrderTableProps) {
  const choice: Column<{ order: PaymentOrder; index: number }>[] =
    chosen === undefined
      ? []
      : [
          {
            label: '選択',
            cell: ({ order, index }) => (
              <RowChoice
                name="orderIds"
                prefix={field}
                index={index}
                value={order.id}
                checked={chosen.includes(order.id)}
                label={`${orderNumber(order)}を選ぶ`}
                labelHidden
              />
            ),
          },
        ];
  return (
    <DataTable
      caption={caption}
      captionHidden
      cards
      keyboard={chosen === undefined}
      empty={empty}
      rows={orders.rows.map((order, index) => ({ order, index }))}
      columns={[
        ...choice,
        {
          label: '番号',
          heading: true,
          tight: true,
          cell: ({ order }) => <a href={viewer.url(`treasury/orders/${order.id}`)}>{orderNumber(order)}</a>,
        },
        { label: '債権者', cell: ({ order }) => order.organizationName },
        {
          label: '支出負担行為',
          tight: true,
          cell: ({ order }) => (
            <>
              {order.commitmentNumber}
              <br />
              <span class="hint">
                <Money yen={order.commitmentAmount} />
              </span>
            </>
          ),
        },
        { label: '請求日', tight: true, cell: ({ order }) => <Day date={order.claimedOn} /> },
        { label: '振込先', cell: ({ order }) => <PayeeLines payee={order.payee} /> },
        { label: '命令額', align: 'end', cell: ({ order }) => <Money yen={order.amount} /> },
        {
          label: '状態',
          tight: true,
          cell: ({ order }) =>
            order.state === 'checked' && order.checkPassed === false ? (
              <StatusTag tone="danger">審査で問題あり</StatusTag>
            ) : (
              <StatusTag tone={ORDER_STATE[order.state].tone}>{ORDER_STATE[order.state].label}</StatusTag>
            ),
        },
      ]}
      totals={[
        ...choice.map(() => ''),
        `合計 ${groupDigits(orders.count)}件`,
        '',
        '',
        '',
        '',
        <Money yen={orders.total} strong />,
        '',
      ]}
    />
  );
}
