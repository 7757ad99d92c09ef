import type { ErrorParams } from '../../kernel/domain-error.js';
import type { FaultBook } from '../faults.js';

/** Tells the faults of one table at its lines and columns. */
export class Table {
  constructor(
    private readonly file: string,
    private readonly book: FaultBook,
  ) {}

  fault(line: number, column: string, code: string, params: ErrorParams = {}): void {
    this.book.add(this.file, `${String(line)}行目「${column}」`, code, params);
  }

  /** One of these words; the first where it is none of them, which is told. */
  oneOf<T>(line: number, column: string, cell: string, words: Readonly<Record<string, T>>): T {
    const chosen = words[cell];
    if (chosen === undefined)
      this.fault(line, column, 'town-folder.not-chosen', { label: column, choices: Object.keys(words).join('、') });
    return chosen ?? (Object.values(words)[0] as T);
  }

  needed(line: number, column: string, cell: string): string {
    if (cell === '') this.fault(line, column, 'forms.missing', { label: column });
    return cell;
  }

  known(line: number, column: string, name: string, names: readonly string[], where: string): void {
    if (name !== '' && !names.includes(name)) this.fault(line, column, 'town-folder.not-in', { name, where });
  }

  read<T>(line: number, column: string, read: () => T): T | null {
    return this.book.gather(this.file, `${String(line)}行目「${column}」`, read);
  }
}
