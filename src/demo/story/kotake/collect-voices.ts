import type { Folder, Paper } from '../papers-of-the-year.js';
import { rowsOf } from '../after-decision/tables.js';
import { went, type Troupe } from '../troupe.js';

/** Letters stand under the year in which they came. */
const YEAR = '2026';

/** What residents said without an account, and what everybody may read of it. */
export interface Voices {
  /** Comments on the draft, by what its result says of them. */
  readonly comments: number;
  readonly letters: { readonly written: number; readonly published: number };
  /** The result of the consultation, and each published letter with its answer. */
  readonly pages: readonly Paper[];
}

/** Counted on the published pages; the letters that came in, on the clerk's. */
export async function collectVoices(troupe: Troupe, clerk: string, folder: Folder): Promise<Voices> {
  const visitor = troupe.passerBy();
  const consultations = went(await visitor.get(troupe.path('consultations')));
  const result = went(await consultations.clickTo((href) => /\/consultations\/[0-9a-f-]{36}$/.test(href)));
  const said = result.$('main strong').filter((_, each) => /^\d+件$/.test(result.$(each).text().trim()));
  const list = went(await visitor.get(troupe.path('mayor-letters')));
  const published = list
    .$('main a[href*="/mayor-letters/"]')
    .toArray()
    .map((link) => list.$(link).attr('href') ?? '')
    .filter((href) => /[0-9a-f-]{36}$/.test(href));
  const pages = [await folder.keep('kotake/consultation.html', result.bytes)];
  for (const [index, href] of published.entries()) {
    const letter = went(await visitor.get(href));
    pages.push(await folder.keep(`kotake/mayor-letter-${String(index + 1)}.html`, letter.bytes));
  }
  const desk = went(await (await troupe.as(clerk)).get(troupe.path(`staff/voices/letters?year=${YEAR}`)));
  const written = new Set(rowsOf(desk).flatMap((row) => row.href(/staff\/voices\/letters\/[0-9a-f-]{36}$/) ?? []));
  return {
    comments: Number(said.first().text().replace(/\D/g, '')),
    letters: { written: written.size, published: published.length },
    pages,
  };
}
