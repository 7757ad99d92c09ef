import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '../visitor/page.js';
import { openApplication, OPERATING_GRANT } from './apply.js';
import type { CastOrganization } from './cast.js';
import { openCase } from './decide.js';
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

/** `△73,333円` → `-73333`. */
const yenIn = (text = ''): string => (text.startsWith('△') ? '-' : '') + text.replace(/\D/g, '');

/** Writes the papers into one folder and remembers what it wrote. */
export class Folder {
  constructor(private readonly directory: string) {}

  async keep(file: string, bytes: Uint8Array | string): Promise<Paper> {
    const place = path.join(this.directory, file);
    await mkdir(path.dirname(place), { recursive: true });
    await writeFile(place, bytes);
    return { file, sha256: createHash('sha256').update(bytes).digest('hex') };
  }
}

/** Fetches letter and working of one organisation from the pages on which staff see them, and its own receipt. */
export async function collectPapers(
  troupe: Troupe,
  clerk: string,
  cast: CastOrganization,
  folder: Folder,
): Promise<SummaryLine> {
  const desk = await troupe.as(clerk);
  const search = encodeURIComponent(cast.name);
  const register = went(await desk.get(troupe.path(`staff/letters?search=${search}`)));
  const letter = went(await register.clickTo((href) => isLetterOf(register, href, OPERATING_GRANT, '決定')));
  const drawn = went(await desk.get(`${letter.url.pathname}/pdf`));
  const queue = went(await desk.get(troupe.path('staff/queue?waiting=all')));
  const application = await openCase(queue, cast, OPERATING_GRANT);
  const working = workingOn(application);
  return {
    town: troupe.slug,
    organization: cast.name,
    wards: cast.wards.length,
    amount: working.total,
    working: working.lines,
    documentNumber: letter.heading,
    letter: await folder.keep(paperName('letter', troupe, cast), drawn.bytes),
    receipt: await folder.keep(paperName('receipt', troupe, cast), await receiptOf(troupe, cast, OPERATING_GRANT)),
  };
}

/** `receipt-ogori-mihara.pdf`. */
export const paperName = (
  kind: string,
  { slug }: Troupe,
  { signInName }: CastOrganization,
  extension = 'pdf',
): string => `${kind}-${slug}-${signInName.replace('-yakuin', '')}.${extension}`;

/** The newest receipt of the organisation's application, as its officer fetches it. */
export async function receiptOf(troupe: Troupe, cast: CastOrganization, program: string): Promise<Buffer> {
  const application = await openApplication(troupe, cast, program);
  const letter = went(await application.clickTo((href) => /committee\/letters\/[0-9a-f-]{36}$/.test(href)));
  const officer = await troupe.as(cast.signInName);
  return went(await officer.get(`${letter.url.pathname}/pdf`)).bytes;
}

/** True for the link in the row of the register that names this kind of paper of the programme. */
function isLetterOf(register: Page, href: string, program: string, kind: string): boolean {
  if (!/staff\/letters\/[0-9a-f-]{36}$/.test(href)) return false;
  const row = register.$(`a[href="${href}"]`).closest('tr').text();
  return row.includes(program) && row.includes(kind);
}

/** The table 算定の内訳: each line with its article, and the total at its foot. */
export function workingOn(page: Page): { lines: SummaryLine['working']; total: string } {
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
      return { label, formula, article, yen: yenIn(amount) };
    });
  return { lines, total: yenIn(cells(table.find('tfoot tr').toArray()[0] ?? 'none').at(-1)) };
}
