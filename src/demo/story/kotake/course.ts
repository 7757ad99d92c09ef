import { kotakePublicFace } from '../../towns/kotake-public-face.js';
import type { Chapter } from '../chapter.js';
import type { Folder, Paper } from '../papers-of-the-year.js';
import { KOTAKE } from '../scenes.js';
import { Troupe } from '../troupe.js';
import { collectMeetings, collectOpenData, type PublishedMeetings } from './public-record.js';
import { enterPapers, keepReceived, proposeOnline } from './propose.js';
import { publishRecords, publishTownPage } from './records.js';

/** What 小竹町 does on the days of the story, beside what both towns do. */
const KOTAKE_DAYS: Readonly<Record<string, (troupe: Troupe) => Promise<unknown>>> = {
  '2026-04-13': async (troupe) => {
    await publishTownPage(troupe, KOTAKE.hall.clerk, kotakePublicFace);
    await publishRecords(troupe, KOTAKE.hall.clerk, kotakePublicFace.series);
  },
  '2026-05-18': (troupe) => Promise.all([proposeOnline(troupe), enterPapers(troupe, KOTAKE.hall.clerk)]),
};

/** 小竹町 works on the day of a chapter while the chapter plays: neither town waits for the other. */
export function withKotake(chapters: readonly Chapter[]): Chapter[] {
  const begun = new Set<string>();
  return chapters.map((chapter) => {
    const work = begun.has(chapter.day) ? undefined : KOTAKE_DAYS[chapter.day];
    begun.add(chapter.day);
    if (!work) return chapter;
    return {
      ...chapter,
      play: async (origin) => {
        await Promise.all([chapter.play(origin), work(new Troupe(origin, KOTAKE.slug))]);
      },
    };
  });
}

/** 小竹町's year as its pages tell it in the end. */
export interface KotakeYear {
  readonly proposals: number;
  readonly meetings: PublishedMeetings;
  readonly openData: readonly Paper[];
  readonly files: readonly Paper[];
}

/** Counted from what everybody or the clerk can see; the files from which it was counted stay in the folder. */
export async function collectKotake(origin: string, folder: Folder): Promise<KotakeYear> {
  const troupe = new Troupe(origin, KOTAKE.slug);
  const { meetings, pages } = await collectMeetings(troupe, folder);
  const { proposals, received } = await keepReceived(troupe, KOTAKE.hall.clerk, folder);
  const openData = await collectOpenData(origin, folder);
  return { proposals, meetings, openData, files: [...pages, received] };
}
