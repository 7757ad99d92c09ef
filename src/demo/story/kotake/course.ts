import { demandBack, receiveBack } from '../after-decision/refunds.js';
import type { Chapter } from '../chapter.js';
import type { Folder, Paper } from '../papers-of-the-year.js';
import { KOTAKE } from '../scenes.js';
import { Troupe } from '../troupe.js';
import {
  collectModelProjects,
  keepConsidered,
  keepReceived,
  keepSorted,
  type DecidedProposal,
  type ModelProject,
} from './collect.js';
import { PROJECTS_VERIFIED, PROPOSALS_DECIDED, publishBulletin } from './bulletins.js';
import { collectLetters, type ModelLetter } from './collect-letters.js';
import { collectVoices, type Voices } from './collect-voices.js';
import { chooseCarriers, decideProposals, screenProposals, sortProposals } from './consider.js';
import { hearProposers, planHearings } from './hear.js';
import {
  applyFromProposals,
  decideAndTell,
  payByAccountingSystem,
  reportAndDetermine,
  type Carried,
} from './model-project.js';
import { MODEL_PROJECTS } from './model-projects.js';
import { KEPT_PRIVATE } from './private.js';
import { callPresentations, presentProposals } from './present.js';
import { enterPapers, proposeOnline } from './propose.js';
import { draftOrdinance } from './draft-ordinance.js';
import { collectMeetings, collectOpenData, type PublishedMeetings } from './public-record.js';
import { callVerifiers, verify } from './verify.js';
import { answerLetters, answerOpinions, askForOpinions, writeToMayor } from './voices.js';

/** Who decides adoptions and directions beside those who decide every grant. */
const DEPUTY_MAYOR = 'fukuchocho';
const HALL = { ...KOTAKE.hall, approvers: [...KOTAKE.hall.approvers, DEPUTY_MAYOR] };
/** Answers to letters are the mayor's own. */
const WITH_MAYOR = { ...HALL, approvers: [...HALL.approvers, 'chocho'] };
const { clerk } = HALL;

const PAID_ON = '2026-10-05';

const castOf = (district: string) => KOTAKE.cast.filter((each) => each.district === district);
const CARRIED: readonly Carried[] = MODEL_PROJECTS.flatMap((project) =>
  castOf(project.district).map((cast) => ({ project, cast })),
);

interface KotakeDay {
  readonly day: string;
  /** Where nothing happens in the other town on that day. */
  readonly title?: string;
  readonly work: (troupe: Troupe, folder: Folder) => Promise<unknown>;
}

/** What 小竹町 does on the days of the story, in the order of its own year, beside what both towns do. */
export const KOTAKE_DAYS: readonly KotakeDay[] = [
  {
    day: '2026-05-18',
    work: (troupe) =>
      Promise.all([proposeOnline(troupe, KOTAKE.cast), enterPapers(troupe, clerk), writeToMayor(troupe)]),
  },
  { day: '2026-05-25', work: (troupe) => answerLetters(troupe, WITH_MAYOR) },
  {
    day: '2026-06-08',
    work: async (troupe) => {
      await screenProposals(troupe, HALL);
      await planHearings(troupe, HALL, '令和8年6月15日');
    },
  },
  {
    day: '2026-06-15',
    work: async (troupe) => {
      await hearProposers(troupe, HALL);
      await callPresentations(troupe, HALL, '令和8年7月6日');
    },
  },
  { day: '2026-07-06', title: '小竹町の企画提案の発表', work: (troupe) => presentProposals(troupe, HALL) },
  {
    day: '2026-07-13',
    title: '小竹町の仕分けと採択',
    work: async (troupe) => {
      await sortProposals(troupe, HALL, '令和8年7月13日');
      await decideProposals(troupe, HALL);
      await chooseCarriers(troupe, HALL, (district) => castOf(district)[0]?.name ?? '');
      const period = { opens: '令和8年7月13日', closes: '令和8年8月14日' };
      await askForOpinions(troupe, HALL, { ...period, pdf: await draftOrdinance(period.opens) });
      await publishBulletin(troupe, clerk, PROPOSALS_DECIDED);
    },
  },
  {
    day: '2026-08-24',
    title: '小竹町のモデル事業の申請と意見募集の結果',
    work: async (troupe) => {
      await applyFromProposals(troupe, HALL, CARRIED);
      await answerOpinions(troupe, HALL);
    },
  },
  { day: '2026-09-07', work: (troupe) => decideAndTell(troupe, HALL) },
  {
    day: PAID_ON,
    work: (troupe, folder) => payByAccountingSystem(troupe, HALL, CARRIED, { folder, paidOn: PAID_ON, firstSlip: 101 }),
  },
  {
    day: '2027-03-19',
    work: async (troupe) => {
      await reportAndDetermine(troupe, HALL, CARRIED);
      for (const { project, cast } of CARRIED) {
        if (project.refund) await demandBack(troupe, HALL, cast, project.refund);
      }
    },
  },
  {
    day: '2027-04-12',
    work: async (troupe) => {
      for (const { project, cast } of CARRIED) {
        if (project.refund) await receiveBack(troupe, HALL, cast, project.refund);
      }
      await callVerifiers(troupe, HALL, '令和9年4月12日');
      for (const carried of CARRIED) await verify(troupe, HALL, carried);
      await publishBulletin(troupe, clerk, PROJECTS_VERIFIED);
    },
  },
];

/** 小竹町 works on the day of a chapter while the chapter plays: neither town waits for the other. */
export function withKotake(chapters: readonly Chapter[], folder: Folder): Chapter[] {
  return KOTAKE_DAYS.reduce<readonly Chapter[]>((played, kotakes) => {
    const { day, title = '', work } = kotakes;
    const play = (origin: string): Promise<unknown> => work(new Troupe(origin, KOTAKE.slug), folder);
    const same = played.findIndex((chapter) => chapter.day === day);
    const other = played[same];
    if (other) {
      const both = async (origin: string): Promise<void> =>
        void (await Promise.all([other.play(origin), play(origin)]));
      return played.with(same, { ...other, play: both });
    }
    const after = played.findIndex((chapter) => chapter.day > day);
    const own: Chapter = { day, title, play: async (origin) => void (await play(origin)) };
    return played.toSpliced(after < 0 ? played.length : after, 0, own);
  }, chapters) as Chapter[];
}

/** 小竹町's year as its pages tell it in the end. */
export interface KotakeYear {
  readonly proposals: number;
  /** How many of them had their proposer heard, and how many were presented before the panel. */
  readonly heard: number;
  readonly presented: number;
  readonly sorted: Readonly<Record<'town' | 'residents' | 'together', number>>;
  readonly decided: readonly DecidedProposal[];
  readonly meetings: PublishedMeetings;
  readonly modelProjects: readonly ModelProject[];
  readonly letters: readonly ModelLetter[];
  readonly voices: Voices;
  /** What was typed in of persons and accounts; none of it may be found in what is public. */
  readonly keptPrivate: readonly string[];
  readonly openData: readonly Paper[];
  readonly files: readonly Paper[];
}

/** Counted from what everybody or the clerk can see; the files from which it was counted stay in the folder. */
export async function collectKotake(origin: string, folder: Folder): Promise<KotakeYear> {
  const troupe = new Troupe(origin, KOTAKE.slug);
  const { meetings, pages } = await collectMeetings(troupe, folder);
  const { proposals, received } = await keepReceived(troupe, clerk, folder);
  const { sorted, board } = await keepSorted(troupe, clerk, folder);
  const { heard, presented, decided } = await keepConsidered(troupe, clerk, folder);
  const openData = await collectOpenData(origin, folder);
  const modelProjects = await collectModelProjects(troupe, folder);
  const letters = await collectLetters(troupe, clerk, folder);
  const voices = await collectVoices(troupe, clerk, folder);
  return {
    ...{ proposals, heard, presented, sorted, decided },
    ...{ meetings, modelProjects, letters, voices, keptPrivate: KEPT_PRIVATE, openData },
    files: [...pages, received, board],
  };
}
