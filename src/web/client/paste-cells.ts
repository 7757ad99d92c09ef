import {
  categoryIn,
  columnsOf,
  eligibilityIn,
  MOST_LINES,
  parseCells,
  type AskedBudget,
  type LineColumn,
  type Side,
} from '../../applications/in-browser.js';

const INVITATION = 'Excelでコピーしたセルは、表の欄にそのまま貼り付けられます。';

/** A block of cells that is pasted into a field of the budget fills the fields to its right and the rows below it. */
export function acceptPastedCells(): void {
  for (const budget of document.querySelectorAll<HTMLElement>('[data-budget]')) {
    const { asked } = JSON.parse(budget.dataset['budget'] ?? '') as { asked: AskedBudget };
    const state = budget.querySelector('[data-paste-state]');
    if (state) state.textContent = INVITATION;
    budget.addEventListener('paste', (event) => {
      const field = event.target;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      const inField = field instanceof HTMLInputElement || field instanceof HTMLSelectElement;
      if (!inField || !/[\t\n]/.test(text.trimEnd())) return;
      const row = field.closest<HTMLTableRowElement>('tr[data-line]');
      const column = columnOf(field.name);
      if (!row || !column) return;
      event.preventDefault();
      const outcome = new PastedBlock(asked, row).fill(parseCells(text), column);
      if (state) state.textContent = outcome;
      // whoever adds up and saves hears of it as of typing
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
  }
}

const columnOf = (fieldName: string): LineColumn | null =>
  (/\[(\w+)\]$/.exec(fieldName)?.[1] as LineColumn | undefined) ?? null;

/** Fills rows of one side from a row on. */
class PastedBlock {
  private readonly unknown: string[] = [];
  private readonly side: Side;
  private readonly body: HTMLElement | null;

  constructor(
    private readonly asked: AskedBudget,
    private readonly first: HTMLTableRowElement,
  ) {
    this.body = first.parentElement;
    this.side = this.body?.closest<HTMLElement>('table')?.dataset['side'] === 'income' ? 'income' : 'expenditure';
  }

  /** Says in one sentence what was done, and what has to be chosen by hand. */
  fill(cells: readonly (readonly string[])[], from: LineColumn): string {
    const columns = columnsOf(this.asked);
    const start = columns.indexOf(from);
    let filled = 0;
    for (const texts of cells) {
      const row = this.rowAt(filled);
      if (!row) break;
      texts.forEach((text, place) => this.write(row, columns[start + place], text.trim()));
      filled += 1;
    }
    const left = cells.length - filled;
    return [
      `${String(filled)}行を貼り付けました。`,
      left > 0
        ? `残りの${String(left)}行は、収支予算書の行が${String(MOST_LINES)}行までのため貼り付けていません。`
        : '',
      this.unknown.length > 0 ? `一覧にない「${this.unknown.join('」「')}」は、選び直してください。` : '',
    ].join('');
  }

  private rowAt(offset: number): HTMLTableRowElement | null {
    const rows = this.rows();
    const here = rows[rows.indexOf(this.first) + offset];
    if (here) return here;
    const last = rows.at(-1);
    const all = this.body?.closest('[data-budget]')?.querySelectorAll('tr[data-line]').length ?? MOST_LINES;
    if (!last || all >= MOST_LINES) return null;
    const added = blankCopy(last, rows.length + 1);
    last.after(added);
    return added;
  }

  private rows(): HTMLTableRowElement[] {
    return [...(this.body?.querySelectorAll<HTMLTableRowElement>('tr[data-line]') ?? [])];
  }

  private write(row: HTMLTableRowElement, column: LineColumn | undefined, text: string): void {
    const field = column && row.querySelector<HTMLInputElement | HTMLSelectElement>(`[name$="[${column}]"]`);
    if (!field) return;
    if (field instanceof HTMLInputElement) {
      field.value = text;
      return;
    }
    const chosen =
      column === 'eligible' ? eligibilityIn(text) : text === '' ? '' : categoryIn(this.asked, this.side, text);
    if (chosen === null) this.unknown.push(text);
    field.value = chosen ?? '';
  }
}

/** The same row without what is written in it, under an id and a place of its own. */
function blankCopy(row: HTMLTableRowElement, number: number): HTMLTableRowElement {
  const id = row.dataset['line'] ?? '';
  const place = row.dataset['place'] ?? '';
  const side = place.replace(/\d+行目$/, '');
  const template = document.createElement('template');
  template.innerHTML = row.outerHTML.replaceAll(id, newLineId()).replaceAll(place, `${side}${String(number)}行目`);
  const copy = template.content.firstElementChild as HTMLTableRowElement;
  for (const field of copy.querySelectorAll<HTMLInputElement>('input:not([type=hidden])')) field.value = '';
  for (const field of copy.querySelectorAll('select')) field.selectedIndex = 0;
  for (const remains of copy.querySelectorAll('.field-error, [data-warnings] > *')) remains.remove();
  return copy;
}

function newLineId(): string {
  const [first = 0] = crypto.getRandomValues(new Uint32Array(1));
  return `l${first.toString(16).padStart(8, '0')}`;
}
