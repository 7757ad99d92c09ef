import { ruleInWords, type ProgramDocument } from '../../programs/index.js';
import { DataTable } from './tables.js';

/** How the amount is worked out, before any number is put in. */
export const RuleTable = ({ document }: { document: Pick<ProgramDocument, 'rule' | 'budget'> }) => (
  <DataTable
    caption="算定の決まり"
    empty="算定の決まりはまだありません。"
    rows={ruleInWords(document.rule, document.budget.expenditure)}
    columns={[
      { label: '名称', cell: ({ label }) => label },
      { label: '決まり', cell: ({ words }) => words },
      { label: '根拠', cell: ({ article }) => article },
    ]}
  />
);
