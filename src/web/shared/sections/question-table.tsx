import { randomUUID } from 'node:crypto';
import { rowsIn, type Section, type TypedRow, type Question } from '../../../forms/index.js';
import { fieldId } from '../field-name.js';
import { TextField, YenField } from '../fields.js';
import { TableFrame } from '../tables.js';
import { VisuallyHidden } from '../values.js';
import { CompoundField } from '../compound-fields.js';
import { BelowTable, StayButton } from './section-frame.js';

type TableQuestion = Extract<Question, { kind: 'table' }>;
type Column = TableQuestion['columns'][number];

/** Blank rows that wait to be filled, so that most tables need no further button. */
const SPARE = 3;

interface QuestionTableProps {
  readonly question: TableQuestion;
  readonly fields: Section['fields'];
  /** One more row was asked for. */
  readonly more: boolean;
}

/** An answer in rows; a row that is left blank is none. */
export function QuestionTable({ question, fields, more }: QuestionTableProps) {
  const { id, label, hint, required, columns, mostRows } = question;
  const name = `form[${id}]`;
  const days = columns.some(({ kind }) => kind === 'date')
    ? '日付は「令和8年4月1日」または「2026/4/1」のように書きます。'
    : '';
  return (
    <CompoundField name={name} label={label} hint={`${hint}${days}（${String(mostRows)}行まで）`} required={required}>
      <TableFrame caption={`${label}（入力欄）`} cards>
        <table class="table table-inputs">
          <caption class="visually-hidden">{label}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th scope="col" class={isFigure(column) ? 'cell-end' : undefined} key={column.id}>
                  {column.label}
                </th>
              ))}
              <th scope="col">
                <VisuallyHidden>行の削除</VisuallyHidden>
              </th>
            </tr>
          </thead>
          <tbody>
            {withSpareRows(rowsIn(fields, id), mostRows, more).map((row, index) => (
              <tr
                id={fieldId(`${name}[${row.id}]`)}
                tabIndex={-1}
                data-place={`${label}${String(index + 1)}行目`}
                key={row.id}
              >
                {columns.map((column, position) => (
                  <td class={isFigure(column) ? 'cell-end' : undefined} data-label={column.label} key={column.id}>
                    <Cell
                      column={column}
                      name={`${name}[${row.id}][${column.id}]`}
                      label={`${label}${String(index + 1)}行目の${column.label}`}
                      value={row.cells[position] ?? ''}
                    />
                  </td>
                ))}
                <td>
                  <StayButton act={`remove-row:${id}.${row.id}`} place={name}>
                    削除
                    <VisuallyHidden>
                      ：{label}
                      {String(index + 1)}行目
                    </VisuallyHidden>
                  </StayButton>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      <BelowTable place={`below[${id}]`}>
        <StayButton act={`add-row:${id}`} place={`below[${id}]`}>
          行を足す<VisuallyHidden>：{label}</VisuallyHidden>
        </StayButton>
      </BelowTable>
    </CompoundField>
  );
}

const isFigure = ({ kind }: Column): boolean => kind === 'number' || kind === 'yen';

function Cell({ column, ...field }: { column: Column; name: string; label: string; value: string }) {
  switch (column.kind) {
    case 'yen':
      return <YenField {...field} labelHidden />;
    case 'number':
      return <TextField {...field} labelHidden size="short" inputMode="numeric" autocomplete="off" />;
    case 'date':
      return <TextField {...field} labelHidden size="short" />;
    case 'text':
      return <TextField {...field} labelHidden />;
  }
}

function withSpareRows(rows: readonly TypedRow[], most: number, more: boolean): TypedRow[] {
  const spare = Math.max(SPARE - rows.length, 0) + (more ? 1 : 0);
  const room = Math.max(0, Math.min(spare, most - rows.length));
  return [...rows, ...Array.from({ length: room }, () => ({ id: `r${randomUUID().slice(0, 8)}`, cells: [] }))];
}
