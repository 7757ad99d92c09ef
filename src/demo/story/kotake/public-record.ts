import type { Page } from '../../visitor/page.js';
import type { Folder, Paper } from '../papers-of-the-year.js';
import { KOTAKE, SCENES } from '../scenes.js';
import { Troupe, went } from '../troupe.js';

/** How many meetings of each kind anybody can read about. */
export interface PublishedMeetings {
  readonly study: number;
  readonly training: number;
}

/** What the heading of a series says of its kind. */
const KINDS: Readonly<Record<keyof PublishedMeetings, string>> = { study: '勉強会', training: '研修' };

/** Counts the published records as a visitor does, and keeps the pages on which they stand. */
export async function collectMeetings(
  troupe: Troupe,
  folder: Folder,
): Promise<{ meetings: PublishedMeetings; pages: Paper[] }> {
  const visitor = troupe.passerBy();
  const list = went(await visitor.get(troupe.path('records')));
  const meetings = { study: 0, training: 0 };
  const pages: Paper[] = [];
  for (const path of linksOf(list, /\/records\/\d+$/)) {
    const series = went(await visitor.get(path));
    const kind = (['study', 'training'] as const).find((each) => series.heading.includes(KINDS[each]));
    if (!kind) continue;
    meetings[kind] += linksOf(series, /\/records\/\d+\/\d+$/).length;
    pages.push(await folder.keep(`kotake/records-${kind}.html`, series.bytes));
  }
  return { meetings, pages };
}

/** Every file that the towns offer as open data: 小竹町's in the folder itself, those of the other town below it. */
export async function collectOpenData(origin: string, folder: Folder): Promise<Paper[]> {
  const files: Paper[] = [];
  for (const { slug } of SCENES) {
    const troupe = new Troupe(origin, slug);
    const visitor = troupe.passerBy();
    const page = went(await visitor.get(troupe.path('open-data')));
    const below = slug === KOTAKE.slug ? 'open-data' : `open-data/${slug}`;
    for (const path of linksOf(page, /\/open-data\/[^/]+$/)) {
      const file = went(await visitor.get(path));
      files.push(await folder.keep(`${below}/${path.split('/').at(-1) ?? ''}`, file.bytes));
    }
  }
  return files;
}

/** Each address once, in the order of the page. */
function linksOf(page: Page, fits: RegExp): string[] {
  const hrefs = page.$('main a[href]').toArray();
  return [...new Set(hrefs.map((link) => page.$(link).attr('href') ?? '').filter((href) => fits.test(href)))];
}
