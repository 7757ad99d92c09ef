import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '../visitor/page.js';
import type { CastOrganization } from './cast.js';
import { went, type Troupe } from './troupe.js';

/** A file that the story leaves behind. */
export interface Paper {
  readonly file: string;
  readonly sha256: string;
}

/** What the summary says of one organisation. */
export interface SummaryLine {
  readonly town: string;
  readonly organization: string;
  readonly wards: number;
  /** Yen, as a string of digits. */
  readonly amount: string;
  readonly working: readonly {
    readonly label: string;
    readonly formula: string;
    readonly article: string;
    readonly yen: string;
  }[];
  readonly documentNumber: string;
  readonly letter: Paper;
  readonly receipt: Paper;
}

const digits = (text: string | undefined): string => (text ?? '').replace(/\D/g, '');

/** Writes the papers into one folder and remembers what it wrote. */
export class Folder {
  constructor(private readonly directory: string) {}

  async keep(file: string, bytes: Uint8Array | string): Promise<Paper> {
    await mkdir(this.directory, { recursive: true });
    await writeFile(path.join(this.directory, file), bytes);
    return { file, sha256: createHash('sha256').update(bytes).digest('hex') };
  }
}

/** Fetches letter, receipt and working of one organisation from the pages on which staff see them. */
export async function collectPapers(
  troupe: Troupe,
  clerk: string,
  cast: CastOrganization,
  folder: Folder,
): Promise<SummaryLine> {
  const desk = await troupe.as(clerk);
  const search = encodeURIComponent(cast.name);
  const register = went(await desk.get(troupe.path(`staff/letters?search=${search}`)));
  const letter = went(await register.clickTo((href) => isLetterOf(register, href, '決定')));
  const receipt = went(await register.clickTo((href) => isLetterOf(register, href, '受付票')));
  const pdf = async (page: Page, kind: string): Promise<Paper> => {
    const file = went(await desk.get(`${page.url.pathname}/pdf`));
    return folder.keep(`${kind}-${troupe.slug}-${cast.signInName.replace('-yakuin', '')}.pdf`, file.bytes);
  };
  const queue = went(await desk.get(troupe.path('staff/queue?waiting=all')));
  const application = went(await queue.click(cast.name));
  const working = workingOn(application);
  return {
    town: troupe.slug,
    organization: cast.name,
    wards: cast.wards.length,
    amount: working.total,
    working: working.lines,
    documentNumber: letter.heading,
    letter: await pdf(letter, 'letter'),
    receipt: await pdf(receipt, 'receipt'),
  };
}

/** True for the link in the row of the register that names this kind of paper. */
function isLetterOf(register: Page, href: string, kind: string): boolean {
  if (!/staff\/letters\/[0-9a-f-]{36}$/.test(href)) return false;
  return register.$(`a[href="${href}"]`).closest('tr').text().includes(kind);
}

/** The table 算定の内訳: each line with its article, and the total at its foot. */
function workingOn(page: Page): { lines: SummaryLine['working']; total: string } {
  const table = page
    .$('table')
    .toArray()
    .map((element) => page.$(element))
    .find((candidate) => candidate.find('caption').text().includes('算定の内訳'));
  if (!table) throw new Error(`${page.path} shows no working`);
  const cells = (row: Parameters<typeof page.$>[0]): string[] =>
    page
      .$(row)
      .find('th, td')
      .toArray()
      .map((cell) => page.$(cell).text().trim());
  const lines = table
    .find('tbody tr')
    .toArray()
    .map((row) => {
      const [label = '', formula = '', article = '', amount] = cells(row);
      return { label, formula, article, yen: digits(amount) };
    });
  return { lines, total: digits(cells(table.find('tfoot tr').toArray()[0] ?? 'none').at(-1)) };
}
