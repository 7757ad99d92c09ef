import { addDays, formatEra, type LocalDate } from '../../../kernel/local-date.js';
import { claimNext } from '../after-decision/instalments.js';
import { determine, endInspection, writeReport } from '../after-decision/reports.js';
import { draftDecision } from '../decide.js';
import { accept, exportOrders, importPaidList, order } from '../pay.js';
import { KOTAKE } from '../scenes.js';
import { Troupe, went } from '../troupe.js';
import { cleaningDay } from './cleaning-day.js';
import { chooseCarriers, decideProposals, screenProposals, sortProposals } from './consider.js';
import { draftOrdinance } from './draft-ordinance.js';
import { HEARD, planHearings } from './hear.js';
import { applyFromProposals, decideAndTell, type Carried } from './model-project.js';
import { MODEL_PROJECTS } from './model-projects.js';
import { KOTAKE_PROPOSALS, type PlannedProposal } from './proposals.js';
import { enterPapers, proposeOnline } from './propose.js';
import { verify } from './verify.js';
import { answerLetters, askForOpinions, writeToMayor } from './voices.js';

/** The days on which the sample stands: what is begun `today` is decided by then, and the year ends when it `closes`. */
export interface VisitDays {
  readonly today: LocalDate;
  readonly decisionBy: LocalDate;
  readonly closes: LocalDate;
}

const HALL = { ...KOTAKE.hall, approvers: [...KOTAKE.hall.approvers, 'fukuchocho'] };
const WITH_MAYOR = { ...HALL, approvers: [...HALL.approvers, 'chocho'] };
const DAYS_UNTIL_HEARING = 7;
const DAYS_OF_CONSULTATION = 30;

const CLEANING = '町内一斉清掃の日をそろえる（見本）';
const FLOWERS = '遠賀川の河川敷の花畑（見本）';
const SCHOOL = '放課後の寺子屋（見本）';
const TO_BE_HEARD = '買い物と見守りの移動販売（見本）';
const UNREAD = ['通学路の見守りの輪（見本）', '駅前の朝市（見本）'];
const ENTERED = [
  ...['自主防災マップづくり（見本）', '公共施設の電灯の取り替え（見本）', '小竹の土産の開発（見本）'],
  ...['昔遊びの先生の登録（見本）', SCHOOL, CLEANING, '駅前の朝市（見本）'],
];

/** Eleven of the 29: those written online, and some of the papers; the day of cleaning is adopted as well. */
const BROUGHT: readonly PlannedProposal[] = KOTAKE_PROPOSALS.filter(
  ({ title, by }) => by.kind !== 'staff' || ENTERED.includes(title),
).map((each) =>
  each.title === CLEANING
    ? {
        ...each,
        result: { kind: 'adopted', amount: 90_000, comment: 'すぐに始められます。（見本）', district: '御徳' },
      }
    : each,
);
const named = (...titles: readonly string[]): PlannedProposal[] =>
  BROUGHT.filter(({ title }) => titles.includes(title));

/** Gives every desk of 小竹町 and each of its public pages something to show. */
export async function playFirstVisit(origin: string, days: VisitDays): Promise<void> {
  const troupe = new Troupe(origin, KOTAKE.slug);
  await openConsultation(troupe, days.today);
  await considerProposals(troupe, days.today);
  await finishCleaning(troupe, formatEra(days.today), days.today);
  await beginOthers(troupe, days);
}

async function openConsultation(troupe: Troupe, today: LocalDate): Promise<void> {
  const opens = formatEra(today);
  const pdf = await draftOrdinance(opens);
  await askForOpinions(troupe, HALL, { opens, closes: formatEra(addDays(today, DAYS_OF_CONSULTATION)), pdf });
  await writeToMayor(troupe);
  await answerLetters(troupe, WITH_MAYOR);
}

/** Some were only read in, one waits for its hearing, the others are sorted and decided. */
async function considerProposals(troupe: Troupe, today: LocalDate): Promise<void> {
  await proposeOnline(troupe, KOTAKE.cast, BROUGHT);
  await enterPapers(troupe, HALL.clerk, formatEra(today), BROUGHT);
  await screenProposals(troupe, HALL, named(...UNREAD));
  const heard = HEARD.filter(({ title }) => title === TO_BE_HEARD);
  await planHearings(troupe, HALL, formatEra(addDays(today, DAYS_UNTIL_HEARING)), heard);
  await sortProposals(troupe, HALL, named(...UNREAD, TO_BE_HEARD));
  const decided = BROUGHT.filter(({ title }) => title !== TO_BE_HEARD);
  await decideProposals(troupe, HALL, decided);
  await chooseCarriers(troupe, HALL, (district) => carriersIn(district)[0]?.name ?? '', decided);
}

const carriersIn = (district: string) => KOTAKE.cast.filter((each) => each.district === district);

/** A model project that took one day: paid, reported, settled, verified, and its direction published. */
async function finishCleaning(troupe: Troupe, saidOn: string, paidOn: LocalDate): Promise<void> {
  const project = cleaningDay(saidOn);
  for (const cast of carriersIn(project.district)) {
    const carried: Carried = { project, cast };
    await applyFromProposals(troupe, HALL, [carried]);
    await decideAndTell(troupe, HALL);
    await claimNext(troupe, cast);
    await order(troupe, HALL);
    await accept(troupe, HALL);
    await importPaidList(troupe, HALL, await exportOrders(troupe, HALL), paidOn);
    const officer = await troupe.as(cast.signInName);
    const grant = went(await went(await officer.get(troupe.path('committee/grants'))).click(project.title));
    const report = went(await grant.click('実績報告書を出す')).url.pathname;
    await writeReport(officer, report, project.report, FIRST_PICTURE);
    await endInspection(troupe, HALL, cast, project.title);
    await determine(troupe, HALL);
    await verify(troupe, HALL, carried, saidOn);
  }
}

const FIRST_PICTURE = 500;

/** One model project is decided and ordered, which the treasury is to check; the decision of another goes round. */
async function beginOthers(troupe: Troupe, { decisionBy, closes }: VisitDays): Promise<void> {
  const period = { 'period][from': formatEra(decisionBy), 'period][until': formatEra(closes) };
  const carriedAs = (title: string): Carried[] =>
    MODEL_PROJECTS.filter((project) => project.title === title).flatMap((project) => {
      const answers = { ...project.answers, plan: { ...project.answers['plan'], ...period } };
      return carriersIn(project.district).map((cast) => ({ project: { ...project, answers }, cast }));
    });
  const flowers = carriedAs(FLOWERS);
  await applyFromProposals(troupe, HALL, flowers);
  await decideAndTell(troupe, HALL);
  for (const { cast } of flowers) await claimNext(troupe, cast);
  await order(troupe, HALL);
  await applyFromProposals(troupe, HALL, carriedAs(SCHOOL));
  await draftDecision(troupe, HALL);
}
