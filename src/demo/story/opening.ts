import { addDays, formatEra, type LocalDate } from '../../kernel/local-date.js';
import { applyForProject, describeProject, PROJECT_GRANT } from './apply-project.js';
import { apply, beginApplication, fillApplication, OPERATING_GRANT } from './apply.js';
import { claimNext, markAllPaid } from './after-decision/instalments.js';
import type { CastOrganization } from './cast.js';
import type { Chapter } from './chapter.js';
import { askStaff, writeToCommittee } from './converse.js';
import { decide, issue, pass, returnWithPoint, untilDrawn } from './decide.js';
import { kotakeBefore } from './kotake/before-first-visit.js';
import { playFirstVisit } from './kotake/first-visit.js';
import { daysBefore, type OpeningDays, type PastWork } from './opening-days.js';
import { accept, order, releaseBatch } from './pay.js';
import { callMeeting } from './panel-of-the-year.js';
import { OGORI_PROJECTS } from './projects.js';
import { openOrganization, register, submitRegistration } from './register.js';
import { OGORI } from './scenes.js';
import { Troupe } from './troupe.js';

/** How far the 運営交付金 of an organisation has come when somebody first looks, so that every desk finds work on its table. */
type Progress =
  'invited' | 'registration-submitted' | 'drafting' | 'submitted' | 'returned' | 'passed' | 'ordered' | 'paid';

const PROGRESS: Readonly<Record<string, Progress>> = {
  三国: 'paid',
  大原: 'ordered',
  小郡: 'submitted',
  東野: 'returned',
  のぞみが丘: 'drafting',
  御原: 'passed',
  立石: 'registration-submitted',
  味坂: 'invited',
};

/** Projects for which 事業補助金 is asked: one half written, one to be mended, one before the panel, one new to the staff. */
const PROJECT_PROGRESS = {
  小郡: 'returned',
  三国: 'drafting',
  御原: 'judged',
  東野: 'submitted',
} as const satisfies Readonly<Record<string, 'drafting' | 'submitted' | 'returned' | 'judged'>>;
const DAYS_FROM_PANEL_TO_DECISION = 14;

/** Both towns as a first visitor finds them: days that are over, each with its own clock, then the day itself. */
export interface Opening {
  readonly past: readonly Chapter[];
  readonly present: (origin: string) => Promise<void>;
}

/** Neither town waits for the other within a day. */
export function openingOf(days: OpeningDays): Opening {
  const towns = [ogoriBefore(), kotakeBefore(days.today)];
  const dated = towns.map((works) => works.map((past) => ({ ...past, day: daysBefore(days.today, past.daysAgo) })));
  const past = [...new Set(dated.flat().map(({ day }) => day))].sort().map((day) => ({
    ...{ day, title: '' },
    play: async (origin: string) => {
      const ofTheDay = dated.map((works) => works.filter((each) => each.day === day));
      await Promise.all(ofTheDay.map((works) => oneAfterAnother(works, origin, day)));
    },
  }));
  return {
    past,
    present: async (origin) => void (await Promise.all([playOgori(origin, days), playFirstVisit(origin, days)])),
  };
}

async function oneAfterAnother(works: readonly PastWork[], origin: string, day: LocalDate): Promise<void> {
  for (const { work } of works) await work(origin, day);
}

const castWith = (...wanted: readonly Progress[]): CastOrganization[] =>
  OGORI.cast.filter(({ district }) => wanted.some((progress) => PROGRESS[district] === progress));

/** They registered in spring, and the first have their 運営交付金. */
function ogoriBefore(): readonly PastWork[] {
  const { hall, slug } = OGORI;
  const registered = OGORI.cast.filter((cast) => !castWith('invited', 'registration-submitted').includes(cast));
  const decided = castWith('paid', 'ordered');
  return [
    {
      daysAgo: 190,
      work: async (origin) => {
        const troupe = new Troupe(origin, slug);
        for (const cast of registered) {
          await openOrganization(troupe, hall.clerk, cast);
          await submitRegistration(troupe, cast, OGORI.cast.indexOf(cast));
          await register(troupe, hall, cast);
        }
      },
    },
    {
      daysAgo: 160,
      work: async (origin) => {
        const troupe = new Troupe(origin, slug);
        for (const cast of decided) await apply(troupe, cast);
        for (const cast of decided) await pass(troupe, hall, cast);
        await decide(troupe, hall);
        await untilDrawn(troupe, hall, await issue(troupe, hall));
      },
    },
    {
      daysAgo: 150,
      work: async (origin) => {
        const troupe = new Troupe(origin, slug);
        for (const cast of castWith('paid')) await claimNext(troupe, cast);
        await order(troupe, hall);
        await accept(troupe, hall);
        await releaseBatch(troupe, hall);
      },
    },
    { daysAgo: 136, work: (origin) => markAllPaid(new Troupe(origin, slug), OGORI) },
  ];
}

async function playOgori(origin: string, days: OpeningDays): Promise<void> {
  const troupe = new Troupe(origin, OGORI.slug);
  for (const cast of OGORI.cast) await bringTo(troupe, cast, PROGRESS[cast.district]);
  await playProjects(troupe, days);
}

async function playProjects(troupe: Troupe, { decisionBy, closes }: OpeningDays): Promise<void> {
  for (const [district, progress] of Object.entries(PROJECT_PROGRESS)) {
    const organization = OGORI.cast.find((candidate) => candidate.district === district);
    const planned = OGORI_PROJECTS.find((candidate) => candidate.district === district);
    if (!organization || !planned) throw new Error(`nobody plans a project in ${district}`);
    const project = { ...planned, from: formatEra(decisionBy), until: formatEra(closes), schedule: [] };
    if (progress === 'drafting') await describeProject(troupe, organization, project);
    else await applyForProject(troupe, organization, project);
    if (progress === 'returned') {
      const point = 'けが人が出たときの連絡のしかたを書き加えてください。（見本）';
      await returnWithPoint(troupe, OGORI.hall, organization, point, { program: PROJECT_GRANT, question: 'content' });
    }
    if (progress === 'judged') {
      const heldOn = formatEra(addDays(decisionBy, -DAYS_FROM_PANEL_TO_DECISION));
      await callMeeting(troupe, OGORI, { heldOn, startsAt: '14:00' });
    }
  }
}

/** What an organisation and the town do on the day itself. */
async function bringTo(troupe: Troupe, cast: CastOrganization, wanted: Progress | undefined): Promise<void> {
  const { hall } = OGORI;
  switch (wanted) {
    case 'invited':
      return openOrganization(troupe, hall.clerk, cast);
    case 'registration-submitted':
      await openOrganization(troupe, hall.clerk, cast);
      return submitRegistration(troupe, cast, OGORI.cast.indexOf(cast));
    case 'ordered':
      await claimNext(troupe, cast);
      return order(troupe, hall);
    case 'drafting': {
      const application = await beginApplication(troupe, cast, OPERATING_GRANT);
      await fillApplication(troupe, cast, application);
      const question = '校区だよりの印刷を業者に頼むときは、見積りが要りますか。（見本）';
      return askStaff(troupe, cast, application, question);
    }
    case 'submitted':
      return void (await apply(troupe, cast));
    case 'passed':
      await apply(troupe, cast);
      return pass(troupe, hall, cast);
    case 'returned': {
      const sent = await apply(troupe, cast);
      await returnWithPoint(troupe, hall, cast, '今年度に目ざすことを、もう少し具体的に書いてください。');
      return writeToCommittee(troupe, hall, sent, '直し方が分からないときは、この画面に書いてください。（見本）');
    }
    // What was paid was asked for with all the others that spring.
    case 'paid':
    case undefined:
      return undefined;
  }
}
