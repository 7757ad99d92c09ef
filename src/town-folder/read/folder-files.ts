import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { decodeText, readCsv, type CsvLine } from '../../platform/csv/index.js';
import type { FaultBook } from '../faults.js';

/** A photograph may be large, the whole folder may not. */
const MOST_BYTES = 200_000_000;

/** The bytes of a folder by the names of its files, `programs/unei.json`; what an editor or a system leaves beside is not read. */
export function filesIn(folder: string): ReadonlyMap<string, Buffer> {
  const files = new Map<string, Buffer>();
  let total = 0;
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const name of names.map((each) => each.split(path.sep).join('/')).sort()) {
    const file = path.join(folder, name);
    const entry = statSync(file);
    if (!entry.isFile() || name.split('/').some((part) => /^[.~]|^Thumbs\.db$|^desktop\.ini$/.test(part))) continue;
    total += entry.size;
    if (total > MOST_BYTES) throw new Error(`${folder} holds more than ${String(MOST_BYTES / 1_000_000)} MB`);
    files.set(name, readFileSync(file));
  }
  return files;
}

/** The files of a folder, read as what they are. What nobody asked for is told: a misspelt name would be passed over in silence. */
export class FolderFiles {
  private readonly asked = new Set<string>();

  constructor(
    private readonly files: ReadonlyMap<string, Buffer>,
    private readonly book: FaultBook,
  ) {}

  /** Names in a folder of the folder that end like this, in their order. */
  names(folder: string, ending: string): string[] {
    return [...this.files.keys()].filter((name) => {
      const rest = name.startsWith(`${folder}/`) ? name.slice(folder.length + 1) : '/';
      return rest.endsWith(ending) && !rest.includes('/');
    });
  }

  bytes(name: string): Buffer | null {
    this.asked.add(name);
    return this.files.get(name) ?? null;
  }

  /** null where there is none, or where it cannot be read. Line ends become those of this house. */
  text(name: string): string | null {
    const bytes = this.bytes(name);
    if (!bytes) return null;
    return this.book.gather(name, '', () => decodeText(bytes).replace(/\r\n?/g, '\n'));
  }

  json(name: string): unknown {
    const text = this.text(name);
    if (text === null) return null;
    try {
      return JSON.parse(text);
    } catch (error) {
      const line = lineOfFault(text, (error as Error).message);
      this.book.add(name, line === null ? '' : `${String(line)}行目`, 'town-folder.not-json');
      return null;
    }
  }

  /** None where there is no such file. Cells stay as they are written: a name keeps its form of a character. */
  csv<Header extends string>(
    name: string,
    headers: readonly Header[],
    optional: readonly Header[] = [],
  ): readonly CsvLine<Header>[] {
    const bytes = this.bytes(name);
    if (!bytes) return [];
    this.tellStrayHeadings(name, bytes, [...headers, ...optional]);
    return (
      this.book.gather(name, '', () => readCsv(bytes, headers, optional, { words: [...headers, ...optional] })) ?? []
    );
  }

  /** A column that nobody reads would be passed over in silence. */
  private tellStrayHeadings(name: string, bytes: Buffer, headings: readonly string[]): void {
    const [first = ''] = (this.book.gather(name, '', () => decodeText(bytes)) ?? '').split(/\r?\n/);
    const written = first.split(',').map((cell) => cell.replace(/^\s*"?|"?\s*$/g, '').normalize('NFKC'));
    for (const heading of written.filter((each) => each !== '' && !headings.includes(each))) {
      this.book.add(name, '1行目', 'town-folder.heading-unknown', { heading, headings: headings.join('、') });
    }
  }

  /** A fault for every file that nobody asked for. */
  tellStrays(): void {
    for (const name of this.files.keys()) {
      if (!this.asked.has(name) && !/(^|\/)README(\.[a-z]+)?\.?(md|txt)?$/i.test(name))
        this.book.add(name, '', 'town-folder.file-unknown');
    }
  }
}

/** What the engine says of a fault differs: a position, or a sign and the text around it. */
function lineOfFault(text: string, message: string): number | null {
  const [, position] = /at position (\d+)/.exec(message) ?? [];
  if (position !== undefined) return lineAt(text, Number(position));
  const [, sign = '', around = ''] =
    /^Unexpected token '(.+?)', (?:\.\.\.)?"(.*)"(?:\.\.\.)? is not valid JSON$/s.exec(message) ?? [];
  if (around !== '') return lineAt(text, text.indexOf(sign, text.indexOf(around)));
  return message.startsWith('Unexpected end') ? lineAt(text, text.trimEnd().length) : null;
}

const lineAt = (text: string, position: number): number => text.slice(0, position).split('\n').length;
