import type { AccountNow, FailedPayment, FailureState, TransferFailure } from '../../payments/index.js';
import { StatusTag, type Tone } from './feedback.js';
import { orderNumber } from './payment-words.js';
import { DataTable } from './tables.js';
import { Day, Money } from './values.js';

export const ACCOUNT_NOW: Readonly<Record<AccountNow, { readonly label: string; readonly tone: Tone }>> = {
  mended: { label: '直りました', tone: 'success' },
  pending: { label: '確認の途中', tone: 'warning' },
  unchanged: { label: '変わっていません', tone: 'danger' },
};

export const FAILURE_STATE: Readonly<Record<FailureState, { readonly label: string; readonly tone: Tone }>> = {
  open: { label: '処理待ち', tone: 'danger' },
  resumed: { label: 'もう一度支払った', tone: 'success' },
  'order-returned': { label: '支出命令を返付した', tone: 'neutral' },
  'after-closing': { label: '閉鎖後の組戻', tone: 'danger' },
  concluded: { label: '歳入に受入れ済み', tone: 'neutral' },
  mistaken: { label: '誤って記録（取消し済み）', tone: 'neutral' },
};

/** 資金: where the money of a failed payment is. */
export const MoneyBack = ({ failure: { paidOn, returnedOn } }: { failure: TransferFailure }) =>
  returnedOn ? (
    <>
      <Day date={returnedOn} />
      に戻りました
    </>
  ) : paidOn === null ? (
    <>出ていません</>
  ) : (
    <StatusTag tone="warning">まだ戻っていません</StatusTag>
  );

interface FailedPaymentTableProps {
  readonly lines: readonly FailedPayment[];
  readonly empty: string;
  /** Where the number of an order, and the state of its account, lead. */
  readonly orderUrl: (orderId: string) => string;
  readonly accountUrl?: (organizationId: string) => string;
}

/** Payments that the bank gave back and that are somebody's task. */
export const FailedPaymentTable = ({ lines, empty, orderUrl, accountUrl }: FailedPaymentTableProps) => (
  <DataTable
    caption="処理を待つ振込不能・組戻"
    captionHidden
    cards
    empty={empty}
    rows={lines}
    columns={[
      { label: '番号', tight: true, cell: ({ order }) => <a href={orderUrl(order.id)}>{orderNumber(order)}</a> },
      { label: '団体', cell: ({ order }) => order.organizationName },
      { label: '金額', align: 'end', cell: ({ failure }) => <Money yen={failure.amount} /> },
      { label: '知らせの日', tight: true, cell: ({ failure }) => <Day date={failure.failedOn} /> },
      { label: '銀行の理由', cell: ({ failure }) => failure.reason },
      { label: '資金', cell: ({ failure }) => <MoneyBack failure={failure} /> },
      {
        label: '口座',
        tight: true,
        cell: ({ account, order }) => {
          const { label, tone } = ACCOUNT_NOW[account];
          const tag = <StatusTag tone={tone}>{label}</StatusTag>;
          return accountUrl ? (
            <>
              {tag}
              <br />
              <a href={accountUrl(order.organizationId)}>口座の画面</a>
            </>
          ) : (
            tag
          );
        },
      },
    ]}
  />
);
