import { formatYen } from '../../kernel/yen.js';
import { balanceSentence, sumTyped } from './budget-sums.js';
import { Button } from './buttons.js';
import { Select, TextField, YenField, type Choice } from './fields.js';
import { fieldId } from './field-name.js';
import { TableFrame } from './tables.js';
import { useFieldError } from './page-context.js';

export type BudgetSide = 'income' | 'expenditure';

export interface BudgetEntry {
  readonly category: string;
  readonly note: string;
  /** As typed, so that nothing typed is lost. */
  readonly amount: string;
}

interface BudgetEditorProps {
  /** Fields are named `name[income][0][category]`, `…[note]`, `…[amount]`. */
  readonly name: string;
  readonly categories: Readonly<Record<BudgetSide, readonly Choice[]>>;
  readonly entries: Readonly<Record<BudgetSide, readonly BudgetEntry[]>>;
  /** Name of the submit buttons that ask for one more row; their values are `add-income` and `add-expenditure`. */
  readonly actName?: string | undefined;
}

const SIDE_LABEL: Readonly<Record<BudgetSide, string>> = { income: '収入の部', expenditure: '支出の部' };

/** 収支予算書: both sides with their totals and the difference, on the server and while typing. */
export function BudgetEditor({ name, categories, entries, actName = 'act' }: BudgetEditorProps) {
  const error = useFieldError(name);
  const income = sumTyped(entries.income.map((entry) => entry.amount));
  const expenditure = sumTyped(entries.expenditure.map((entry) => entry.amount));
  return (
    <div class="budget" id={fieldId(name)} tabIndex={-1} data-budget>
      {error && <p class="field-error">{error}</p>}
      {(['income', 'expenditure'] as const).map((side) => (
        <BudgetTable
          key={side}
          side={side}
          name={`${name}[${side}]`}
          categories={categories[side]}
          entries={entries[side]}
          total={formatYen(side === 'income' ? income : expenditure)}
          actName={actName}
        />
      ))}
      <p class="budget-balance" role="status" data-balance data-balanced={income === expenditure ? 'yes' : 'no'}>
        {balanceSentence(income, expenditure)}
      </p>
    </div>
  );
}

interface BudgetTableProps {
  readonly side: BudgetSide;
  readonly name: string;
  readonly categories: readonly Choice[];
  readonly entries: readonly BudgetEntry[];
  readonly total: string;
  readonly actName: string;
}

function BudgetTable({ side, name, categories, entries, total, actName }: BudgetTableProps) {
  const label = SIDE_LABEL[side];
  const error = useFieldError(name);
  return (
    <div class="budget-side" id={fieldId(name)} tabIndex={-1}>
      {error && <p class="field-error">{error}</p>}
      <TableFrame caption={`${label}（入力欄）`} cards>
        <table class="table table-inputs">
          <caption>{label}</caption>
          <thead>
            <tr>
              <th scope="col">科目</th>
              <th scope="col">内訳</th>
              <th scope="col" class="cell-end">
                金額
              </th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry, index) => {
              const row = `${name}[${String(index)}]`;
              const place = `${label}${String(index + 1)}行目`;
              return (
                <tr key={row}>
                  <td data-label="科目">
                    <Select
                      name={`${row}[category]`}
                      label={`${place}の科目`}
                      labelHidden
                      options={categories}
                      value={entry.category}
                      prompt="選んでください"
                    />
                  </td>
                  <td data-label="内訳">
                    <TextField name={`${row}[note]`} label={`${place}の内訳`} labelHidden value={entry.note} />
                  </td>
                  <td class="cell-end" data-label="金額">
                    <YenField
                      name={`${row}[amount]`}
                      label={`${place}の金額`}
                      labelHidden
                      value={entry.amount}
                      data={{ 'data-side': side }}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                {label}の合計
              </th>
              <td class="cell-end">
                <output data-total={side}>{total}</output>
              </td>
            </tr>
          </tfoot>
        </table>
      </TableFrame>
      <Button kind="quiet" small name={actName} value={`add-${side}`}>
        {label}に行を足す
      </Button>
    </div>
  );
}
