import { Notice } from './feedback.js';
import { DataTable } from './tables.js';

export interface Compared {
  readonly label: string;
  readonly kept: string;
  readonly typed: string;
}

/**
 * Two people worked on the same form: what the other one saved stands beside what was typed here. The form below
 * holds what was typed; saving it again replaces what the other one saved, knowingly.
 */
export function StaleComparison({ rows }: { rows: readonly Compared[] }) {
  return (
    <Notice tone="warning" title="ほかの方が、先にこの画面を保存しました">
      <p>
        下の表で違いを確かめてください。入力欄にはあなたの入力を残しています。直してもう一度保存すると、その内容になります。
      </p>
      <DataTable
        caption="違っているところ"
        cards
        rows={rows.filter(({ kept, typed }) => kept !== typed)}
        empty="内容は同じです。もう一度保存してください。"
        columns={[
          { label: '項目', cell: (row) => row.label },
          {
            label: '保存されている内容',
            cell: (row) => <span class="prose">{row.kept === '' ? '（空欄）' : row.kept}</span>,
          },
          {
            label: 'あなたの入力',
            cell: (row) => <span class="prose">{row.typed === '' ? '（空欄）' : row.typed}</span>,
          },
        ]}
      />
    </Notice>
  );
}
