import type { ComponentChildren } from 'preact';
import type { Working } from '../../kernel/working.js';
import { EmptyState } from './feedback.js';
import { Money } from './values.js';

export interface Column<Row> {
  readonly label: string;
  readonly cell: (row: Row) => ComponentChildren;
  readonly align?: 'start' | 'end' | undefined;
  /** The cell that names the row (a row heading); the first column unless another says so. */
  readonly heading?: boolean | undefined;
  /** Does not break, e.g. dates and states. */
  readonly tight?: boolean | undefined;
}

interface DataTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** Says what would stand here and what to do; required because every list is empty once. */
  readonly empty: string | { title: string; body: ComponentChildren };
  readonly captionHidden?: boolean | undefined;
  readonly totals?: readonly ComponentChildren[] | undefined;
  /** Staff lists: j and k go from row to row, Enter opens the row's first link. */
  readonly keyboard?: boolean | undefined;
  /** On a phone each row becomes a card, `dense` with its cells beside one another; otherwise the table scrolls inside its frame. */
  readonly cards?: boolean | 'dense' | undefined;
}

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, empty, captionHidden = false, totals, keyboard = false, cards = false } = props;
  if (rows.length === 0) {
    return typeof empty === 'string' ? (
      <EmptyState title={empty} />
    ) : (
      <EmptyState title={empty.title}>{empty.body}</EmptyState>
    );
  }
  const heading = Math.max(
    columns.findIndex((column) => column.heading),
    0,
  );
  return (
    <TableFrame caption={caption} keyboard={keyboard} cards={cards}>
      <table class="table">
        <caption class={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" class={cellClass(column)} key={column.label}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {columns.map((column, index) =>
                index === heading ? (
                  <th scope="row" class={cellClass(column)} data-label={column.label}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td class={cellClass(column)} data-label={column.label}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
        {totals && (
          <tfoot>
            <tr>
              {columns.map((column, index) => (
                <td class={cellClass(column)} data-label={column.label}>
                  {totals[index]}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </TableFrame>
  );
}

interface TableFrameProps {
  readonly caption: string;
  readonly keyboard?: boolean | undefined;
  readonly cards?: boolean | 'dense' | undefined;
  readonly children: ComponentChildren;
}

/** Wide tables scroll here and not the page; the frame takes focus, so that the keyboard can scroll it. */
export function TableFrame({ caption, keyboard = false, cards = false, children }: TableFrameProps) {
  return (
    <>
      {keyboard && (
        <p class="hint keyboard-hint">
          キーボードでは <kbd>j</kbd>・<kbd>k</kbd> で行を移り、<kbd>Enter</kbd> で開けます。
        </p>
      )}
      <section
        class={['table-frame', cards && 'table-cards', cards === 'dense' && 'table-dense'].filter(Boolean).join(' ')}
        aria-label={caption}
        tabIndex={0}
        data-rows={keyboard ? '' : undefined}
      >
        {children}
      </section>
    </>
  );
}

interface WorkingTableProps {
  readonly working: Working;
  readonly caption?: string | undefined;
  /** Where a heading above says the same. */
  readonly captionHidden?: boolean | undefined;
}

/** How an amount came about, line by line with its articles, as stored at the decision. */
export function WorkingTable({ working, caption = '算定の内訳', captionHidden = false }: WorkingTableProps) {
  return (
    <DataTable
      caption={caption}
      captionHidden={captionHidden}
      cards
      empty="算定の内訳はまだありません。"
      rows={working.lines}
      columns={[
        { label: '区分', cell: (line) => line.label },
        { label: '計算', cell: (line) => line.formula },
        { label: '根拠', cell: (line) => line.article },
        { label: '金額', align: 'end', cell: (line) => <Money yen={line.yen} /> },
      ]}
      totals={['合計', '', '', <Money yen={working.total} strong />]}
    />
  );
}

function cellClass(column: { align?: 'start' | 'end' | undefined; tight?: boolean | undefined }): string | undefined {
  const names = [column.align === 'end' && 'cell-end', column.tight && 'cell-tight'].filter(Boolean);
  return names.length > 0 ? names.join(' ') : undefined;
}
