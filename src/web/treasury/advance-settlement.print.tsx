import type { AdvanceSettlement } from '../../payments/index.js';
import { formatEra } from '../../kernel/local-date.js';
import { formatYen } from '../../kernel/yen.js';
import type { Yen } from '../../kernel/yen.js';
import { CheckAnswers, DataTable, Day, Money, type Viewer } from '../shared/index.js';
import { claimInWords } from '../../payments/index.js';
import { orderNumber } from '../shared/payment-words.js';
import { SealBoxes } from './order-list.print.js';

const resultInWords = (rest: bigint): string => {
  if (rest > 0n) return `不足額 ${formatYen(rest as Yen)}（精算払により支払）`;
  return rest < 0n ? `残額 ${formatYen(-rest as Yen)}（返納。戻入又は歳入）` : '過不足なし';
};

/** 概算払精算書 on A4, to the 会計管理者: printed with the browser, sealed by hand. */
export function AdvanceSettlementPrint({ viewer, view }: { viewer: Viewer; view: AdvanceSettlement }) {
  return (
    <>
      <p>{viewer.town.treasurerTitle}　様</p>
      <p>次のとおり概算払を精算します。</p>
      <p class="hint screen-only">印刷は、ブラウザーの印刷機能で行います。</p>
      <CheckAnswers
        answers={[
          { label: '債権者', value: view.organizationName },
          { label: '補助金', value: view.programName },
          { label: '交付決定の文書番号', value: view.decisionNumber },
          { label: '予算科目', value: view.budgetName },
          { label: '精算の日（額の確定の日）', value: formatEra(view.settledOn) },
        ]}
      />
      <DataTable
        caption="概算払の内訳"
        cards
        empty=""
        rows={view.advances}
        columns={[
          { label: '支出命令番号', tight: true, cell: ({ order }) => orderNumber(order) },
          { label: '支払の方法', cell: ({ claim }) => claimInWords(claim) },
          { label: '支払日', tight: true, cell: ({ order }) => <Day date={order.paidOn} /> },
          { label: '概算払額', align: 'end', cell: ({ order }) => <Money yen={order.amount} /> },
        ]}
        totals={['概算払額の計（A）', '', '', <Money yen={view.received} strong />]}
      />
      <CheckAnswers
        answers={[
          { label: '確定額（B）', value: <Money yen={view.determined} strong /> },
          { label: '過不足（B−A）', value: resultInWords(view.rest) },
        ]}
      />
      <SealBoxes labels={[viewer.town.treasurerTitle, '審査担当', '担当課長', '担当']} />
    </>
  );
}
