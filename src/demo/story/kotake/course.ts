import { kotakePublicFace } from '../../towns/kotake-public-face.js';
import type { Chapter } from '../chapter.js';
import type { Folder, Paper } from '../papers-of-the-year.js';
import { KOTAKE } from '../scenes.js';
import { Troupe } from '../troupe.js';
import { collectMeetings, collectOpenData, type PublishedMeetings } from './public-record.js';
import {
  applyAndDecide,
  collectModelProjects,
  payByAccountingSystem,
  reportAndDetermine,
  verify,
  type ModelProject,
} from './model-project.js';
import { enterPapers, keepReceived, keepSorted, proposeOnline, sortProposals } from './propose.js';
import { publishRecords, publishTownPage } from './records.js';

/** Within the days in which applications for モデル事業 are taken; nothing else happens then. */
const MODEL_BEGINS = '2026-08-24';
const MODEL = KOTAKE.cast.filter(({ district }) => district === '御徳');
/** Who decides the direction of a model project. */
const DEPUTY_MAYOR = 'fukuchocho';

/** What 小竹町 does on the days of the story, beside what both towns do. */
const KOTAKE_DAYS: Readonly<Record<string, (troupe: Troupe, folder: Folder) => Promise<unknown>>> = {
  '2026-04-13': async (troupe) => {
    await publishTownPage(troupe, KOTAKE.hall.clerk, kotakePublicFace);
    await publishRecords(troupe, KOTAKE.hall.clerk, kotakePublicFace.series);
  },
  '2026-05-18': (troupe) => Promise.all([proposeOnline(troupe), enterPapers(troupe, KOTAKE.hall.clerk)]),
  '2026-06-08': (troupe) => sortProposals(troupe, KOTAKE.hall.clerk),
  [MODEL_BEGINS]: async (troupe, folder) => {
    for (const cast of MODEL) {
      await applyAndDecide(troupe, KOTAKE.hall, cast);
      await payByAccountingSystem(troupe, KOTAKE.hall, cast, { folder, paidOn: MODEL_BEGINS, firstSlip: 101 });
    }
  },
  '2027-03-19': async (troupe) => {
    const hall = { ...KOTAKE.hall, approvers: [...KOTAKE.hall.approvers, DEPUTY_MAYOR] };
    for (const cast of MODEL) {
      await reportAndDetermine(troupe, KOTAKE.hall, cast);
      await verify(troupe, hall, cast, '令和9年3月19日');
    }
  },
};

/** 小竹町 works on the day of a chapter while the chapter plays: neither town waits for the other. */
export function withKotake(chapters: readonly Chapter[], folder: Folder): Chapter[] {
  const begun = new Set<string>();
  const own: Chapter = { day: MODEL_BEGINS, title: '小竹町のモデル事業', play: () => Promise.resolve() };
  const after = chapters.findIndex(({ day }) => day > MODEL_BEGINS);
  return chapters.toSpliced(after, 0, own).map((chapter) => {
    const work = begun.has(chapter.day) ? undefined : KOTAKE_DAYS[chapter.day];
    begun.add(chapter.day);
    if (!work) return chapter;
    return {
      ...chapter,
      play: async (origin) => {
        await Promise.all([chapter.play(origin), work(new Troupe(origin, KOTAKE.slug), folder)]);
      },
    };
  });
}

/** 小竹町's year as its pages tell it in the end. */
export interface KotakeYear {
  readonly proposals: number;
  readonly sorted: Readonly<Record<'town' | 'residents' | 'together', number>>;
  readonly meetings: PublishedMeetings;
  readonly modelProjects: readonly ModelProject[];
  readonly openData: readonly Paper[];
  readonly files: readonly Paper[];
}

/** Counted from what everybody or the clerk can see; the files from which it was counted stay in the folder. */
export async function collectKotake(origin: string, folder: Folder): Promise<KotakeYear> {
  const troupe = new Troupe(origin, KOTAKE.slug);
  const { meetings, pages } = await collectMeetings(troupe, folder);
  const { proposals, received } = await keepReceived(troupe, KOTAKE.hall.clerk, folder);
  const { sorted, board } = await keepSorted(troupe, KOTAKE.hall.clerk, folder);
  const openData = await collectOpenData(origin, folder);
  const modelProjects = await collectModelProjects(troupe, folder);
  return { proposals, sorted, meetings, modelProjects, openData, files: [...pages, received, board] };
}
