import { formatEra, type LocalDate } from '../../../kernel/local-date.js';
import { AUTUMN_CALL } from '../../rounds.js';
import { claimNext } from '../after-decision/instalments.js';
import { determine, endInspection, writeReport } from '../after-decision/reports.js';
import { daysBefore, MODEL_DECIDED_DAYS_AGO, type PastWork } from '../opening-days.js';
import { accept, exportOrders, importPaidList, order } from '../pay.js';
import { openOrganization, register, submitRegistration } from '../register.js';
import { KOTAKE } from '../scenes.js';
import { Troupe, went } from '../troupe.js';
import { publishBulletin, springDecided, winterCall } from './bulletins.js';
import { cleaningDay } from './cleaning-day.js';
import { chooseCarriers, decideProposals, screenProposals, sortProposals } from './consider.js';
import { hearProposers, planHearings } from './hear.js';
import { dispatchLetters } from './dispatch-letters.js';
import { introduce } from './introduce.js';
import { applyFromProposals, decideAndTell, type Carried } from './model-project.js';
import { MODEL_PROJECTS, type PlannedModelProject } from './model-projects.js';
import { callPresentations, presentProposals } from './present.js';
import { plannedAs, type PlannedProposal } from './proposals.js';
import { enterPapers, proposeOnline } from './propose.js';
import { tellProposers } from './tell-proposers.js';
import { callVerifiers, verify } from './verify.js';
import { answerLetters, writeToMayor } from './voices.js';

/** Who decides adoptions and directions beside those who decide every grant. */
export const HALL = { ...KOTAKE.hall, approvers: [...KOTAKE.hall.approvers, 'fukuchocho'] };
/** Answers to letters are the mayor's own. */
const WITH_MAYOR = { ...HALL, approvers: [...HALL.approvers, 'chocho'] };

const CLEANING = '町内一斉清掃の日をそろえる（見本）';
export const FLOWERS = '遠賀川の河川敷の花畑（見本）';
const SCHOOL = '放課後の寺子屋（見本）';
const SHOP = '買い物と見守りの移動販売（見本）';
const MAP = '自主防災マップづくり（見本）';
const EXERCISE = '公民館の健康体操（見本）';
const WATCH = '通学路の見守りの輪（見本）';

const planned = (...titles: readonly string[]): PlannedProposal[] => titles.map(plannedAs);
const ADOPTED_AS_WELL = { kind: 'adopted', amount: 90_000, comment: 'すぐに始められます。（見本）' } as const;

/** Of the call that is over and decided: some of the 29, and the day of cleaning is adopted as well. */
const SPRING: readonly PlannedProposal[] = [
  ...planned(FLOWERS, SCHOOL, '空き家を使った地域の居場所（見本）', '公共施設の電灯の取り替え（見本）'),
  ...planned('小竹の土産の開発（見本）', '昔遊びの先生の登録（見本）', '駅前の朝市（見本）'),
  { ...plannedAs(CLEANING), result: { ...ADOPTED_AS_WELL, district: '御徳' } },
];
const SPRING_HEARD = planned(FLOWERS, SCHOOL);

/** Of the call that is over and under consideration: one was heard, one is to be heard, one has not been looked at. */
const AUTUMN = planned(SHOP, MAP, EXERCISE, WATCH);
const DAYS_UNTIL_HEARING = 6;
const DAYS_UNTIL_PRESENTATION = 8;
const AUTUMN_PANEL = { panel: '秋の企画提案発表会（見本）', call: AUTUMN_CALL };

const CLEANED_DAYS_AGO = 75;
const SCHOOL_DAYS_AGO = [100, 21] as const;
const RECEIPT_PICTURES = { cleaning: 500, school: 540 };

/** What 小竹町 had done by then, in the order of its year; the days are counted back from `today`. */
export const kotakeBefore = (today: LocalDate): readonly PastWork[] => {
  const worked = (
    daysAgo: number,
    work: (troupe: Troupe, day: string, date: LocalDate) => Promise<unknown>,
  ): PastWork => ({
    daysAgo,
    work: (origin, day) => work(new Troupe(origin, KOTAKE.slug), formatEra(day), day),
  });
  const era = (daysAgo: number): string => formatEra(daysBefore(today, daysAgo));
  const cleaning = carriedBy(cleaningDay(era(CLEANED_DAYS_AGO)));
  const [schoolBegan, schoolEnded] = SCHOOL_DAYS_AGO;
  const school = carriedAs(SCHOOL, { from: daysBefore(today, schoolBegan), until: daysBefore(today, schoolEnded) });
  return [
    worked(190, async (troupe, day) => {
      for (const [seed, cast] of KOTAKE.cast.entries()) {
        await openOrganization(troupe, HALL.clerk, cast);
        await submitRegistration(troupe, cast, seed);
        await register(troupe, HALL, cast);
        await introduce(troupe, cast);
      }
      await proposeOnline(troupe, KOTAKE.cast, SPRING);
      await enterPapers(troupe, HALL.clerk, day, SPRING);
    }),
    worked(160, async (troupe, day) => {
      await screenProposals(troupe, HALL);
      await tellProposers(troupe, HALL, day, titlesOf(SPRING));
      await planHearings(troupe, HALL, era(150), SPRING_HEARD);
      await writeToMayor(troupe, 'answered');
    }),
    worked(150, async (troupe) => {
      await hearProposers(troupe, HALL, SPRING_HEARD);
      await callPresentations(troupe, HALL, era(136), titlesOf(SPRING_HEARD));
      // Within the fortnight in which the mayor promises to answer.
      await answerLetters(troupe, WITH_MAYOR);
    }),
    worked(136, (troupe) => presentProposals(troupe, HALL, SPRING_HEARD)),
    worked(129, async (troupe, day) => {
      await sortProposals(troupe, HALL, day);
      await decideProposals(troupe, HALL, SPRING);
      await chooseCarriers(troupe, HALL, (district) => carriersIn(district)[0]?.name ?? '', SPRING);
      await tellProposers(troupe, HALL, day, titlesOf(SPRING));
      await publishBulletin(troupe, HALL.clerk, springDecided(day));
    }),
    worked(MODEL_DECIDED_DAYS_AGO, async (troupe, day) => {
      await applyFromProposals(troupe, HALL, [...cleaning, ...school]);
      await decideAndTell(troupe, HALL);
      await dispatchLetters(troupe, HALL, day);
    }),
    worked(101, async (troupe, _day, date) => {
      for (const { cast } of [...cleaning, ...school]) await claimNext(troupe, cast);
      await order(troupe, HALL);
      await accept(troupe, HALL);
      await importPaidList(troupe, HALL, await exportOrders(troupe, HALL), date);
    }),
    worked(60, (troupe) => settle(troupe, cleaning, RECEIPT_PICTURES.cleaning)),
    worked(42, async (troupe, day) => {
      await callVerifiers(troupe, HALL, day);
      for (const carried of cleaning) await verify(troupe, HALL, carried);
    }),
    worked(30, async (troupe, day) => {
      await proposeOnline(troupe, KOTAKE.cast, AUTUMN, AUTUMN_CALL);
      await enterPapers(troupe, HALL.clerk, day, AUTUMN, AUTUMN_CALL);
    }),
    // Its organisation is asked for its verification, and has some days left.
    worked(14, (troupe) => settle(troupe, school, RECEIPT_PICTURES.school)),
    worked(10, async (troupe) => {
      await screenProposals(troupe, HALL, planned(WATCH), AUTUMN_CALL);
      await planHearings(troupe, HALL, era(6), planned(SHOP), AUTUMN_CALL);
    }),
    worked(6, async (troupe, day) => {
      await hearProposers(troupe, HALL, planned(SHOP), AUTUMN_CALL);
      const toCome = era(-DAYS_UNTIL_HEARING);
      await planHearings(troupe, HALL, toCome, planned(EXERCISE), AUTUMN_CALL);
      const presented = era(-DAYS_UNTIL_PRESENTATION);
      await callPresentations(troupe, HALL, presented, titlesOf(planned(SHOP, MAP)), AUTUMN_PANEL);
      await publishBulletin(troupe, HALL.clerk, winterCall(day));
    }),
  ];
};

/** Reported with pictures of the receipts, inspected, and 額の確定. */
async function settle(troupe: Troupe, carried: readonly Carried[], picture: number): Promise<void> {
  for (const { project, cast } of carried) {
    const officer = await troupe.as(cast.signInName);
    const grant = went(await went(await officer.get(troupe.path('committee/grants'))).click(project.title));
    const report = went(await grant.click('実績報告書を出す')).url.pathname;
    await writeReport(officer, report, project.report, picture);
    await endInspection(troupe, HALL, cast, project.title);
  }
  await determine(troupe, HALL);
}

const titlesOf = (proposals: readonly PlannedProposal[]): string[] => proposals.map(({ title }) => title);
const carriersIn = (district: string) => KOTAKE.cast.filter((each) => each.district === district);
const carriedBy = (project: PlannedModelProject): Carried[] =>
  carriersIn(project.district).map((cast) => ({ project, cast }));

/** The model project with this title, carried out between these days. */
export function carriedAs(title: string, days: { readonly from: LocalDate; readonly until: LocalDate }): Carried[] {
  const [from, until] = [formatEra(days.from), formatEra(days.until)];
  return MODEL_PROJECTS.filter((project) => project.title === title).flatMap((project) => {
    const plan = { ...project.answers['plan'], 'period][from': from, 'period][until': until };
    const paid = { ...project.report.paid, on: until };
    return carriedBy({
      ...project,
      answers: { ...project.answers, plan },
      report: { ...project.report, from, until, paid },
    });
  });
}
