import type { ComponentChildren } from 'preact';
import { taxCreditInWords, totalOf, type Budget, type BudgetLine } from '../../applications/index.js';
import { StatusTag } from './feedback.js';
import { CheckAnswers } from './lists.js';
import { DataTable, type Column } from './tables.js';
import { Money } from './values.js';

const SIDE_LABEL = { income: '収入の部', expenditure: '支出の部' } as const;

/** What stands beside a line of expenditure besides what was sent, e.g. its 査定. */
export type BesideLine = (line: BudgetLine) => ComponentChildren;

/** Both sides of a 収支予算書 with their totals; eligibility and its reasons where anybody spoke of them. */
export function BudgetTables({ budget, besideLine }: { budget: Budget; besideLine?: BesideLine | undefined }) {
  const { taxCredit } = budget;
  return (
    <>
      {(['income', 'expenditure'] as const).map((side) => (
        <SideTable side={side} lines={budget[side]} besideLine={besideLine} key={side} />
      ))}
      {taxCredit && <CheckAnswers answers={[{ label: '消費税の仕入控除税額', value: taxCreditInWords(taxCredit) }]} />}
    </>
  );
}

interface SideTableProps {
  readonly side: 'income' | 'expenditure';
  readonly lines: readonly BudgetLine[];
  readonly besideLine: BesideLine | undefined;
}

function SideTable({ side, lines, besideLine }: SideTableProps) {
  const judged = side === 'expenditure' && (besideLine !== undefined || lines.some(isJudged));
  const columns: Column<BudgetLine>[] = [
    { label: '科目', cell: ({ label }) => (label === '' ? <ToBeFilled /> : label) },
    { label: '摘要', cell: (line) => <Remark line={line} /> },
    {
      label: '金額',
      align: 'end',
      tight: true,
      cell: ({ amount }) => (amount === 0n ? <ToBeFilled /> : <Money yen={amount} />),
    },
  ];
  const total = <Money yen={totalOf(lines)} strong />;
  const eligible = <>うち対象経費 {<Money yen={totalOf(lines.filter((line) => line.eligible))} strong />}</>;
  return (
    <DataTable
      caption={SIDE_LABEL[side]}
      empty={`${SIDE_LABEL[side]}はまだ入力されていません。`}
      cards
      rows={lines}
      columns={
        judged
          ? [...columns, { label: '対象か・その理由', cell: (line) => <Judged line={line} besideLine={besideLine} /> }]
          : columns
      }
      totals={judged ? ['合計', '', total, eligible] : ['合計', '', total]}
    />
  );
}

/** Whether there is more to say than that the category is eligible. */
const isJudged = ({ eligible, reason, warnings, basis }: BudgetLine): boolean =>
  eligible === false || reason !== '' || warnings.length > 0 || basis !== '';

/** Stands in a draft where nothing, or nothing readable, is written; never in what was sent. */
const ToBeFilled = () => <StatusTag tone="warning">要入力</StatusTag>;

const Remark = ({ line: { remark, basis } }: { line: BudgetLine }) => (
  <>
    {remark}
    {basis !== '' && <span class="line-note">{basis}</span>}
  </>
);

export const EligibilityTag = ({ eligible }: { eligible: boolean | null }) =>
  eligible === null ? null : eligible ? (
    <StatusTag tone="success">対象</StatusTag>
  ) : (
    <StatusTag tone="neutral">対象外</StatusTag>
  );

/** The eligibility with its reason, and what the system found doubtful. */
const Judged = ({ line, besideLine }: { line: BudgetLine } & Pick<SideTableProps, 'besideLine'>) => {
  const { eligible, reason, warnings } = line;
  return (
    <>
      <EligibilityTag eligible={eligible} />
      {reason !== '' && <span class="line-note">{reason}</span>}
      {warnings.length > 0 && (
        <div class="line-warnings">
          {warnings.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </div>
      )}
      {besideLine?.(line)}
    </>
  );
};
