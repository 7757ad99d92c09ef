import { addDays, formatEra, type LocalDate } from '../../kernel/local-date.js';
import { applyForProject, describeProject, PROJECT_GRANT } from './apply-project.js';
import { apply, beginApplication, fillApplication, OPERATING_GRANT } from './apply.js';
import type { CastOrganization } from './cast.js';
import { askStaff, writeToCommittee } from './converse.js';
import { decide, issue, pass, returnWithPoint, untilDrawn } from './decide.js';
import { claim, order } from './pay.js';
import { callMeeting } from './panel-of-the-year.js';
import { OGORI_PROJECTS } from './projects.js';
import { openOrganization, register, submitRegistration } from './register.js';
import type { TownFolder } from '../../town-folder/index.js';
import { kotake, ogori } from '../towns/index.js';
import { playFirstVisit } from './kotake/first-visit.js';
import { publishRecords, publishTownPage } from './kotake/records.js';
import { KOTAKE, OGORI, type Scene } from './scenes.js';
import { Troupe, until, went } from './troupe.js';

/** How far an organisation has come when somebody first looks at the demonstration. */
type Progress =
  'invited' | 'registration-submitted' | 'registered' | 'drafting' | 'submitted' | 'returned' | 'passed' | 'ordered';

/** So that every desk finds work on its table. */
const OGORI_PROGRESS: Readonly<Record<string, Progress>> = {
  小郡: 'submitted',
  大原: 'ordered',
  東野: 'returned',
  のぞみが丘: 'drafting',
  御原: 'passed',
  三国: 'registered',
  立石: 'registration-submitted',
  味坂: 'invited',
};
const KOTAKE_PROGRESS: Readonly<Record<string, Progress>> = { 勝野: 'submitted', 御徳: 'registered' };

/** Projects for which 事業補助金 is asked: one half written, one to be mended, one before the panel, one new to the staff. */
const PROJECT_PROGRESS = {
  小郡: 'returned',
  三国: 'drafting',
  御原: 'judged',
  東野: 'submitted',
} as const satisfies Readonly<Record<string, 'drafting' | 'submitted' | 'returned' | 'judged'>>;
const DAYS_FROM_PANEL_TO_DECISION = 14;

/** The days of the projects: from the decision on, so that none asks for 事前着手. */
interface ProjectDays {
  readonly today: LocalDate;
  readonly decisionBy: LocalDate;
  readonly closes: LocalDate;
}

/** Brings both towns to the state in which a first visitor finds them. */
export async function playOpening(origin: string, days: ProjectDays): Promise<void> {
  await playTown(origin, OGORI, OGORI_PROGRESS);
  await playProjects(origin, OGORI, days);
  await playTown(origin, KOTAKE, KOTAKE_PROGRESS);
  await playPublicFace(origin, OGORI, ogori);
  await playPublicFace(origin, KOTAKE, kotake);
  await playFirstVisit(origin, days);
}

async function playPublicFace(origin: string, { slug, hall }: Scene, face: TownFolder): Promise<void> {
  const troupe = new Troupe(origin, slug);
  await publishTownPage(troupe, hall.clerk, face);
  await publishRecords(troupe, hall.clerk, face.series);
}

async function playTown(origin: string, scene: Scene, progress: Readonly<Record<string, Progress>>): Promise<void> {
  const troupe = new Troupe(origin, scene.slug);
  for (const [district, wanted] of Object.entries(progress)) {
    const cast = scene.cast.find((candidate) => candidate.district === district);
    if (!cast) throw new Error(`nobody plays ${district}`);
    await bringTo(troupe, scene, cast, wanted);
  }
}

async function playProjects(origin: string, scene: Scene, { decisionBy, closes }: ProjectDays): Promise<void> {
  const troupe = new Troupe(origin, scene.slug);
  for (const [district, progress] of Object.entries(PROJECT_PROGRESS)) {
    const organization = scene.cast.find((candidate) => candidate.district === district);
    const planned = OGORI_PROJECTS.find((candidate) => candidate.district === district);
    if (!organization || !planned) throw new Error(`nobody plans a project in ${district}`);
    const project = { ...planned, from: formatEra(decisionBy), until: formatEra(closes), schedule: [] };
    if (progress === 'drafting') await describeProject(troupe, organization, project);
    else await applyForProject(troupe, organization, project);
    if (progress === 'returned') {
      const point = 'けが人が出たときの連絡のしかたを書き加えてください。（見本）';
      await returnWithPoint(troupe, scene.hall, organization, point, { program: PROJECT_GRANT, question: 'content' });
    }
    if (progress === 'judged') {
      const heldOn = formatEra(addDays(decisionBy, -DAYS_FROM_PANEL_TO_DECISION));
      await callMeeting(troupe, scene, { heldOn, startsAt: '14:00' });
    }
  }
}

async function bringTo(
  troupe: Troupe,
  { hall, cast }: Scene,
  organization: CastOrganization,
  wanted: Progress,
): Promise<void> {
  await openOrganization(troupe, hall.clerk, organization);
  if (wanted === 'invited') return;
  await submitRegistration(troupe, organization, cast.indexOf(organization));
  if (wanted === 'registration-submitted') return;
  await register(troupe, hall, organization);
  if (wanted === 'registered') return;
  if (wanted === 'drafting') {
    const application = await beginApplication(troupe, organization, OPERATING_GRANT);
    await fillApplication(troupe, organization, application);
    await askStaff(
      troupe,
      organization,
      application,
      '校区だよりの印刷を業者に頼むときは、見積りが要りますか。（見本）',
    );
    return;
  }
  const sent = await apply(troupe, organization);
  if (wanted === 'submitted') return;
  if (wanted === 'returned') {
    await returnWithPoint(troupe, hall, organization, '今年度に目ざすことを、もう少し具体的に書いてください。');
    const offer = '直し方が分からないときは、この画面に書いてください。（見本）';
    await writeToCommittee(troupe, hall, sent, offer);
    return;
  }
  await pass(troupe, hall, organization);
  if (wanted === 'passed') return;
  await decide(troupe, hall);
  await untilDrawn(troupe, hall, await issue(troupe, hall));
  const officer = await troupe.as(organization.signInName);
  const claims = troupe.path('committee/claims');
  await until(
    async () => went(await officer.get(claims)).$('main a[href*="/claims/"]').length > 0,
    'the claim is prepared',
  );
  await claim(troupe, organization);
  await order(troupe, hall);
}
