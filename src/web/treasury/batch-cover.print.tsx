import type { TownBank } from '../../municipalities/index.js';
import type { BatchPage as BatchView } from '../../payments/index.js';
import { CheckAnswers, Day, Money, type Viewer } from '../shared/index.js';
import { TransferKana } from '../shared/transfer-kana.js';
import { OrderLedger, SealBoxes } from './order-list.print.js';

const accountOf = (bank: TownBank): string =>
  `${bank.bankCode} ${bank.bankKana} ${bank.branchCode} ${bank.branchKana} ${bank.accountNumber}`;

/** 送付書: goes to the bank with the file and says what the file must hold. */
export function BatchCover({ viewer, view: { batch, orders, read } }: { viewer: Viewer; view: BatchView }) {
  const { town } = viewer;
  return (
    <>
      <p>
        {town.name} {town.treasurerTitle} {town.treasurerName}
      </p>
      <CheckAnswers
        answers={[
          { label: '振込日', value: <Day date={batch.paymentDate} western /> },
          { label: '件数', value: `${String(batch.count)}件` },
          { label: '合計金額', value: <Money yen={batch.total} strong /> },
          { label: 'ファイル名', value: batch.file?.name ?? '振込データはまだ作られていません' },
          { label: '照合コード（SHA-256）', value: <span class="digest">{batch.file?.sha256 ?? ''}</span> },
          { label: '依頼人コード', value: read?.consignorCode ?? town.bank?.consignorCode ?? '' },
          { label: '依頼人名', value: <TransferKana text={read?.consignorKana ?? town.bank?.consignorKana ?? ''} /> },
          {
            label: '仕向口座',
            value: <TransferKana text={town.bank ? accountOf(town.bank) : ''} />,
          },
        ]}
      />
      <OrderLedger orders={orders} caption="振込の明細" />
      <SealBoxes labels={[town.treasurerTitle, '担当']} />
    </>
  );
}
