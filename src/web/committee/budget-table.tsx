import {
  BUDGET,
  GRANT_LINE,
  sectionNamed,
  SIDES,
  type ApplicationDraft,
  type Side,
  type TypedLine,
} from '../../applications/index.js';
import { formatYen, type Yen } from '../../kernel/yen.js';
import { balanceSentence, sumTyped } from '../shared/budget-sums.js';
import { Button, fieldId, Hidden, Select, TableFrame, TextField, VisuallyHidden, YenField } from '../shared/index.js';
import { useFieldError } from '../shared/page-context.js';
import { lineInWords, ParkedHere, PointsHere } from './section-parts.js';

export const SIDE_LABEL: Readonly<Record<Side, string>> = { income: '収入の部', expenditure: '支出の部' };

interface BudgetTableProps {
  readonly draft: ApplicationDraft;
  /** What is written, and blank lines to write in. */
  readonly lines: readonly TypedLine[];
}

/** 収支予算書: both sides with their totals and the difference; the script repeats the sums while typing. */
export function BudgetTable({ draft, lines }: BudgetTableProps) {
  const categories = draft.document.budget;
  const grant = draft.working.total;
  const error = useFieldError('budget');
  const amounts = (side: Side): string[] => lines.filter((line) => line.side === side).map(({ amount }) => amount);
  const income = sumTyped([grant.toString(), ...amounts('income')]);
  const expenditure = sumTyped(amounts('expenditure'));
  return (
    <div class="budget" id={fieldId('budget')} tabIndex={-1} data-budget>
      {error && <p class="field-error">{error}</p>}
      <PointsHere draft={draft} section={BUDGET} pointer="budget.whole" />
      {SIDES.map((side) => (
        <div class="budget-side" key={side}>
          <SideNotes side={side} draft={draft} lines={lines} />
          <TableFrame caption={`${SIDE_LABEL[side]}（入力欄）`} cards>
            <table class="table table-inputs">
              <caption>{SIDE_LABEL[side]}</caption>
              <thead>
                <tr>
                  <th scope="col">科目</th>
                  <th scope="col">摘要</th>
                  <th scope="col" class="cell-end">
                    金額
                  </th>
                  <th scope="col">
                    <VisuallyHidden>行の削除</VisuallyHidden>
                  </th>
                </tr>
              </thead>
              <tbody>
                {side === 'income' && <GrantRow label={categories.grantLabel} grant={grant} />}
                {lines
                  .filter((line) => line.side === side)
                  .map((line, index) => (
                    <LineRow
                      line={line}
                      place={`${SIDE_LABEL[side]}${String(index + 1)}行目`}
                      categories={categories[side]}
                      key={line.id}
                    />
                  ))}
              </tbody>
              <tfoot>
                <tr>
                  <th scope="row" colSpan={2}>
                    {SIDE_LABEL[side]}の合計
                  </th>
                  <td class="cell-end">
                    <output data-total={side}>{formatYen(side === 'income' ? income : expenditure)}</output>
                  </td>
                  <td></td>
                </tr>
              </tfoot>
            </table>
          </TableFrame>
          <Button kind="quiet" small name="act" value={`add-line:${side}`}>
            {SIDE_LABEL[side]}に行を足す
          </Button>
        </div>
      ))}
      <p class="budget-balance" role="status" data-balance data-balanced={income === expenditure ? 'yes' : 'no'}>
        {balanceSentence(income, expenditure)}
      </p>
    </div>
  );
}

/** The grant stands in the income by itself; its amount is the one that was worked out. */
function GrantRow({ label, grant }: { label: string; grant: Yen }) {
  return (
    <tr>
      <th scope="row" data-label="科目">
        {label}
      </th>
      <td data-label="摘要">
        <span class="hint">算定した交付額（自動で入ります）</span>
      </td>
      <td class="cell-end" data-label="金額">
        <input type="hidden" data-side="income" value={grant.toString()} />
        {formatYen(grant)}
      </td>
      <td></td>
    </tr>
  );
}

function LineRow({
  line,
  place,
  categories,
}: {
  line: TypedLine;
  place: string;
  categories: readonly { id: string; label: string }[];
}) {
  const row = `budget[${line.id}]`;
  return (
    <tr id={fieldId(row)} tabIndex={-1}>
      <td data-label="科目">
        <Hidden name={`${row}[side]`} value={line.side} />
        <Select
          name={`${row}[category]`}
          label={`${place}の科目`}
          labelHidden
          options={categories.map(({ id, label }) => ({ value: id, label }))}
          value={line.category}
          prompt="選んでください"
        />
      </td>
      <td data-label="摘要">
        <TextField name={`${row}[remark]`} label={`${place}の摘要`} labelHidden value={line.remark} />
      </td>
      <td class="cell-end" data-label="金額">
        <YenField
          name={`${row}[amount]`}
          label={`${place}の金額`}
          labelHidden
          value={line.amount}
          data={{ 'data-side': line.side }}
        />
      </td>
      <td>
        <Button kind="quiet" small name="act" value={`remove-line:${line.id}`}>
          削除<VisuallyHidden>：{place}</VisuallyHidden>
        </Button>
      </td>
    </tr>
  );
}

/** Points and parked texts stand above the table of their side: a table row has no room to answer. */
function SideNotes({ side, draft, lines }: BudgetTableProps & { readonly side: Side }) {
  const { points, sections, document } = draft;
  const belongs = (id: string): boolean => sideOf(id, lines) === side;
  const pointed = points
    .map(({ pointer }) => pointer)
    .filter((pointer) => pointer.startsWith('budget.') && pointer !== 'budget.whole');
  const { parked } = sectionNamed(sections, BUDGET);
  const fields = [...new Set(parked.map(({ field }) => field))].filter(belongs);
  const inWords = (text: string): string => lineInWords(document.budget[side], text);
  return (
    <>
      {[...new Set(pointed)]
        .filter((pointer) => belongs(pointer.slice('budget.'.length)))
        .map((pointer) => (
          <PointsHere draft={draft} section={BUDGET} pointer={pointer} key={pointer} />
        ))}
      {fields.map((field) => (
        <ParkedHere parked={parked} field={field} label={SIDE_LABEL[side]} inWords={inWords} key={field} />
      ))}
    </>
  );
}

/** A line that was taken out meanwhile is spoken of above the expenditure, where most lines are. */
const sideOf = (id: string, lines: readonly TypedLine[]): Side =>
  id === GRANT_LINE ? 'income' : (lines.find((line) => line.id === id)?.side ?? 'expenditure');
