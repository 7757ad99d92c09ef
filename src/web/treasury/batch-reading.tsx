import type { ReadTransfer } from '../../payments/index.js';
import { formatYen, yen } from '../../kernel/yen.js';
import { DataTable, Money, Section } from '../shared/index.js';
import { TransferKana } from '../shared/transfer-kana.js';

/** The released file, read back by the byte columns of the bank's format. */
export function AsTheBankReads({ read }: { read: ReadTransfer }) {
  return (
    <Section title="銀行が読む内容">
      <p>
        作った振込データを、銀行と同じ桁の決まりで読み直した結果です。依頼人 <TransferKana text={read.consignorKana} />
        、振込日 {Number(read.monthAndDay.slice(0, 2))}月{Number(read.monthAndDay.slice(2))}日、{read.count}件、合計
        {formatYen(yen(read.total))}。
      </p>
      <DataTable
        caption="銀行が読む内容"
        captionHidden
        cards
        empty="振込データに明細がありません。"
        rows={read.payments}
        columns={[
          { label: '受取人', cell: (payment) => <TransferKana text={payment.transferKana} /> },
          {
            label: '銀行・支店',
            cell: ({ bankCode, bankKana, branchCode, branchKana }) => (
              <TransferKana text={`${bankCode} ${bankKana} ${branchCode} ${branchKana}`} />
            ),
          },
          { label: '種目・口座', tight: true, cell: (payment) => `${payment.accountKind} ${payment.accountNumber}` },
          { label: '顧客コード', tight: true, cell: (payment) => payment.reference },
          { label: '金額', align: 'end', cell: (payment) => <Money yen={yen(payment.amount)} /> },
        ]}
      />
    </Section>
  );
}
