import type { DraftPage, PresentedBudget } from '../../approvals/index.js';
import { DataTable, Money, Section } from '../shared/index.js';
import { ACCOUNT, accountsShown } from '../shared/ledger-words.js';

/** 予算の状況 of every line that the draft touches, this draft among what is reserved. */
export function DraftBudgets({ view: { draft, budgets } }: { view: DraftPage }) {
  if (budgets.length === 0) return null;
  return (
    <Section title="予算の状況">
      <DataTable
        caption="予算の状況"
        captionHidden
        cards
        rows={budgets}
        columns={[
          { label: '予算科目', cell: ({ lineName }) => lineName },
          ...accountsShown(budgets).map((account) => ({
            label: ACCOUNT[account],
            align: 'end' as const,
            tight: true,
            cell: (budget: PresentedBudget) => <Money yen={budget[account]} />,
          })),
          { label: '予算残額', align: 'end', tight: true, cell: ({ available }) => <Money yen={available} strong /> },
        ]}
        empty="予算科目はありません。"
      />
      {draft.state === 'approved' && <p class="hint">最後の承認の直前の額です。</p>}
    </Section>
  );
}
