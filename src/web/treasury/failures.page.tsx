import type { FailureDesk } from '../../payments/index.js';
import { DataTable, Day, Money, Section, StatusTag, type Viewer } from '../shared/index.js';
import { FAILURE_STATE, FailedPaymentTable } from '../shared/failure-words.js';
import { orderNumber } from '../shared/payment-words.js';

export const failurePath = (orderId: string): string => `treasury/failures/${orderId}`;

/** How a payment that did not arrive is recorded, by the way in which the town pays. */
const HOW_TO_TELL = {
  'bank-file': '銀行から知らせが届いたら、支払済みの束で支出命令の番号を開いて記録します。',
  'accounting-file': '支払不能と書かれた支払済一覧を「財務会計」で取り込むと、ここに並びます。',
} as const;

/** What the bank gave back: what still waits for somebody, and what became of the rest. */
export function FailuresPage({ viewer, desk }: { viewer: Viewer; desk: FailureDesk }) {
  const orderUrl = (orderId: string): string => viewer.url(failurePath(orderId));
  return (
    <>
      <Section title={`処理を待つもの（${String(desk.unsolved.length)}件）`}>
        <FailedPaymentTable
          lines={desk.unsolved}
          orderUrl={orderUrl}
          empty={`処理を待つ振込不能・組戻はありません。${HOW_TO_TELL[viewer.town.paymentMode]}`}
        />
      </Section>
      <Section title="処理したもの">
        <DataTable
          caption="処理した振込不能・組戻"
          captionHidden
          cards
          empty="処理した振込不能・組戻はまだありません。"
          rows={desk.solved}
          columns={[
            { label: '番号', tight: true, cell: ({ order }) => <a href={orderUrl(order.id)}>{orderNumber(order)}</a> },
            { label: '団体', cell: ({ order }) => order.organizationName },
            { label: '金額', align: 'end', cell: ({ failure }) => <Money yen={failure.amount} /> },
            { label: '知らせの日', tight: true, cell: ({ failure }) => <Day date={failure.failedOn} /> },
            { label: '銀行の理由', cell: ({ failure }) => failure.reason },
            { label: '入金日', tight: true, cell: ({ failure }) => <Day date={failure.returnedOn} /> },
            {
              label: '処理',
              cell: ({ failure }) => (
                <>
                  <StatusTag tone={FAILURE_STATE[failure.state].tone}>{FAILURE_STATE[failure.state].label}</StatusTag>
                  {failure.conclusion && <p>{failure.conclusion}</p>}
                </>
              ),
            },
          ]}
        />
      </Section>
    </>
  );
}
