import { ACCOUNT_KIND_LABEL, type Listed, type PaymentOrder } from '../../payments/index.js';
import { formatFiscalYear } from '../../kernel/fiscal-year.js';
import { groupDigits } from '../../kernel/yen.js';
import { DataTable, Day, Money, type Viewer } from '../shared/index.js';
import { Pages, type PartOfRows } from '../shared/pages-of-rows.js';
import { orderNumber } from '../shared/payment-words.js';

interface OrderListProps {
  readonly viewer: Viewer;
  readonly orders: Listed<PaymentOrder>;
  readonly part: PartOfRows;
}

/** 支出命令一覧 on A4: printed with the browser, sealed by hand. */
export function OrderListPrint({ viewer, orders, part }: OrderListProps) {
  return (
    <>
      <p>{viewer.town.treasurerTitle}　様</p>
      {orders.count > 0 && <p>支払を待つ支出命令は、次のとおりです。</p>}
      <p class="hint screen-only">印刷は、ブラウザーの印刷機能で行います。</p>
      <Pages viewer={viewer} path="treasury/orders/print" part={part} total={orders.count} />
      <OrderLedger orders={orders.rows} caption="支出命令一覧" total={orders} />
      <SealBoxes labels={[viewer.town.treasurerTitle, '審査担当']} />
    </>
  );
}

interface OrderLedgerProps {
  readonly orders: readonly PaymentOrder[];
  readonly caption: string;
  /** Of all of them, where this is a page. */
  readonly total: Pick<Listed<PaymentOrder>, 'count' | 'total'>;
}

/** The lines of a printed list, with everything a reader checks by hand. */
export function OrderLedger({ orders, caption, total }: OrderLedgerProps) {
  return (
    <DataTable
      caption={caption}
      captionHidden
      cards
      empty="一覧にする支出命令はありません。"
      rows={orders}
      columns={[
        { label: '番号', tight: true, cell: (order) => orderNumber(order) },
        { label: '命令日', tight: true, cell: (order) => <Day date={order.orderedOn} /> },
        { label: '年度・科目', cell: (order) => `${formatFiscalYear(order.fiscalYear)} ${order.budgetCode}` },
        { label: '債権者', cell: (order) => order.organizationName },
        {
          label: '振込先',
          cell: ({ payee }) =>
            `${payee.bankName} ${payee.branchName} ${ACCOUNT_KIND_LABEL[payee.accountKind]} ${payee.accountNumber}`,
        },
        { label: '金額', align: 'end', cell: (order) => <Money yen={order.amount} /> },
      ]}
      totals={[`合計 ${groupDigits(total.count)}件`, '', '', '', '', <Money yen={total.total} strong />]}
    />
  );
}

/** Empty boxes for seals, under the names of those who put them there. */
export const SealBoxes = ({ labels }: { labels: readonly string[] }) => (
  <dl class="seal-boxes">
    {labels.map((label) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd></dd>
      </div>
    ))}
  </dl>
);
