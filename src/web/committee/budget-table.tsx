import { BUDGET, SIDES, type BudgetFigures, type Side, type TypedLine } from '../../applications/index.js';
import { formatYen } from '../../kernel/yen.js';
import { balanceSentence, figureOf, isBalanced } from '../shared/budget-words.js';
import { fieldId, TableFrame, VisuallyHidden } from '../shared/index.js';
import { useFieldError } from '../shared/page-context.js';
import { BudgetLineRow } from './budget-line.js';
import { BudgetSideNotes } from './budget-notes.js';
import { SIDE_LABEL, sideField } from './budget-side.js';
import { BelowTable, StayButton } from '../shared/sections/section-frame.js';
import { PointsHere, type WrittenDraft } from './section-parts.js';

interface BudgetTableProps {
  readonly draft: WrittenDraft;
  readonly figures: BudgetFigures;
  /** What is written, and blank lines to write in. */
  readonly lines: readonly TypedLine[];
}

/** 収支予算書: both sides with their totals and what is missing where; the script repeats the sums while typing. */
export function BudgetTable({ draft, figures, lines }: BudgetTableProps) {
  const error = useFieldError('budget');
  return (
    <div class="budget" id={fieldId('budget')} tabIndex={-1}>
      {error && <p class="field-error">{error}</p>}
      <PointsHere draft={draft} section={BUDGET} pointer="budget.whole" />
      <p class="hint" role="status" data-paste-state></p>
      {SIDES.map((side) => (
        <div class="budget-side" id={fieldId(sideField(side))} key={side}>
          <BudgetSideNotes side={side} draft={draft} lines={lines} />
          <SideTable side={side} draft={draft} figures={figures} lines={lines.filter((line) => line.side === side)} />
          <BelowTable place={`below[${side}]`}>
            <StayButton act={`add-line:${side}`} place={`below[${side}]`}>
              {SIDE_LABEL[side]}に行を足す
            </StayButton>
          </BelowTable>
        </div>
      ))}
      <p class="budget-balance" role="status" data-balance data-balanced={isBalanced(figures) ? 'yes' : 'no'}>
        {balanceSentence(figures)}
      </p>
    </div>
  );
}

function SideTable({ side, draft, figures, lines }: BudgetTableProps & { readonly side: Side }) {
  const asked = draft.document.budget;
  const { basis, grantLabel } = asked;
  const judged = basis && side === 'expenditure';
  const columnsBefore = basis ? 3 : 2;
  return (
    <TableFrame caption={`${SIDE_LABEL[side]}（入力欄）`} cards>
      <table class={`table table-inputs${basis ? ' table-basis' : ''}`} data-side={side}>
        <caption>{SIDE_LABEL[side]}</caption>
        <thead>
          <tr>
            <th scope="col">科目</th>
            <th scope="col">摘要</th>
            {basis && <th scope="col">積算根拠（単価 × 数量・単位）</th>}
            <th scope="col" class="cell-end">
              金額
            </th>
            {judged && (
              <th scope="col" class="cell-judged">
                対象か・その理由
              </th>
            )}
            <th scope="col">
              <VisuallyHidden>行の削除</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {side === 'income' && <GrantRow label={grantLabel} figures={figures} basis={basis} />}
          {lines.map((line, index) => (
            <BudgetLineRow
              line={line}
              place={`${SIDE_LABEL[side]}${String(index + 1)}行目`}
              asked={asked}
              figures={figures.lines.find(({ id }) => id === line.id)}
              key={line.id}
            />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={columnsBefore}>
              {SIDE_LABEL[side]}の合計
            </th>
            <td class="cell-end">
              <output data-figure={side}>{formatYen(figures[side])}</output>
            </td>
            <td colSpan={judged ? 2 : 1}></td>
          </tr>
        </tfoot>
      </table>
    </TableFrame>
  );
}

/** The grant stands in the income by itself; its amount is the one that was worked out. */
function GrantRow({ label, figures, basis }: { label: string; figures: BudgetFigures; basis: boolean }) {
  return (
    <tr>
      <th scope="row" data-label="科目">
        {label}
      </th>
      <td data-label="摘要" colSpan={basis ? 2 : 1}>
        <span class="hint">算定した交付額（自動で入ります）</span>
      </td>
      <td class="cell-end" data-label="金額">
        <span data-figure="grant">{formatYen(figureOf(figures, 'grant'))}</span>
      </td>
      <td></td>
    </tr>
  );
}
