import { ruleInWords, type ProgramDocument } from '../../programs/index.js';
import { DataTable } from './tables.js';

interface RuleTableProps {
  readonly document: Pick<ProgramDocument, 'rule' | 'budget'>;
  /** Where a heading above says the same. */
  readonly captionHidden?: boolean;
}

/** How the amount is worked out, before any number is put in. */
export const RuleTable = ({ document, captionHidden = false }: RuleTableProps) => (
  <DataTable
    caption="算定の決まり"
    captionHidden={captionHidden}
    empty="算定の決まりはまだありません。"
    rows={ruleInWords(document.rule, document.budget.expenditure)}
    columns={[
      { label: '名称', cell: ({ label }) => label },
      { label: '決まり', cell: ({ words }) => words },
      { label: '根拠', cell: ({ article }) => article },
    ]}
  />
);
