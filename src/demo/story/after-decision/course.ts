import type { CastAccount, CastOrganization } from '../cast.js';
import type { Chapter } from '../chapter.js';
import { approve, issue, untilDrawn, type Hall } from '../decide.js';
import type { Folder } from '../papers-of-the-year.js';
import { OGORI, SCENES, type Scene } from '../scenes.js';
import { Troupe, went } from '../troupe.js';
import { payFromNewYear } from './after-closing.js';
import { amend, discontinue, revokePart } from './changes.js';
import { keepFinanceBooks, type FinanceBook } from './finance-books.js';
import { closeYear, collectProof, type YearProof } from './closing.js';
import { scrap } from './disposal.js';
import { batchesOf, claimAndRelease, markAllPaid } from './instalments.js';
import { reportTheYear } from './operating-reports.js';
import { determine, inspect, report } from './reports.js';
import { demandBack, dun, payBack, receiveBack, spread } from './refunds.js';
import { payOnceMore } from './returned-transfer.js';
import { COURSES } from './what-was-done.js';
import {
  collectProject,
  collectReturned,
  collectTransfers,
  type ProjectYear,
  type ReturnedTransfer,
  type TransferFile,
} from './year-of-projects.js';

/** Who answers besides the clerk of the first story. */
const SECOND_CLERK = 'tanto2';

/** Whose first part the bank gives back, and the account that it opens then. */
const RETURNED = '三国';
const NEW_ACCOUNT: CastAccount = {
  kind: 'bank',
  bank: { search: 'ふくおか', code: '0177' },
  branch: { search: '小郡', code: '636' },
  type: '1',
  number: '1000059',
  holderKana: 'ミクニコウクマチヅクリキヨウギカイ カイケイ リキタケ',
};

/** The project that was on hold in May. */
const HELD = '味坂';

type District = keyof typeof COURSES;
const GRANTED = Object.keys(COURSES) as District[];
const { 小郡: amended, 東野: revoked, 三国: inParts, 御原: discontinued } = COURSES;

/** Who decides a 取消し. */
const DIRECTOR = 'bucho';
const withDirector = ({ hall }: Scene): Hall => ({ ...hall, approvers: [...hall.approvers, DIRECTOR] });

/** What was too much goes back on the day on which it is found, and not on that on which it came. */
const EXCESS_BACK = {
  ...{ wrongly: '令和8年11月10日', paidOn: '令和8年11月20日', paidTo: '団体の登録口座' },
  reason: '領収した日を、還付した日として記録していたため。（見本）',
};

/** From the first 概算払 in June to the last payment of the year. */
export const afterDecision: readonly Chapter[] = [
  inOgori('2026-06-08', '保留の決定、概算払の第1回', async (troupe, scene) => {
    await decideHeld(troupe, scene);
    await claimAndRelease(troupe, scene, castIn(scene, ...GRANTED));
  }),
  inOgori('2026-06-15', '振込不能と再送', async (troupe, scene) => {
    await markAllPaid(troupe, scene);
    const [batch = ''] = await batchesOf(troupe, scene.hall.treasurer);
    const mended = { batch, account: NEW_ACCOUNT, second: SECOND_CLERK };
    for (const cast of castIn(scene, RETURNED)) await payOnceMore(troupe, scene, cast, mended);
  }),
  inOgori('2026-09-07', '変更の承認、中止の承認', async (troupe, scene) => {
    await markAllPaid(troupe, scene);
    for (const cast of castIn(scene, '小郡')) await amend(troupe, scene.hall, cast, amended.amendment);
    for (const cast of castIn(scene, '御原')) await discontinue(troupe, scene.hall, cast, discontinued.discontinuation);
  }),
  inOgori('2026-10-05', '概算払の第2回', async (troupe, scene) => {
    await markAllPaid(troupe, scene);
    await claimAndRelease(troupe, scene, castIn(scene, ...GRANTED.filter((each) => each !== '御原')));
    await reportAll(troupe, scene, '御原');
  }),
  inOgori('2026-10-26', '実績報告、検査、額の確定（同額と返還）、返還の通知', async (troupe, scene) => {
    await markAllPaid(troupe, scene);
    await reportAll(troupe, scene, 'のぞみが丘', '三国');
    await determine(troupe, scene.hall);
    await askBack(troupe, scene, '御原', '三国');
  }),
  inOgori('2026-11-20', '返還の領収と還付、返還の分割、額の確定', async (troupe, scene) => {
    const { refund } = discontinued;
    for (const cast of castIn(scene, '御原')) {
      const taken = await receiveBack(troupe, scene.hall, cast, refund, refund.excess);
      await payBack(troupe, scene.hall, taken, EXCESS_BACK);
    }
    for (const cast of castIn(scene, '三国')) await spread(troupe, withDirector(scene), cast, inParts.refund.plan);
    await reportAll(troupe, scene, '小郡');
    await determine(troupe, scene.hall);
  }),
  inOgori('2027-01-18', '分割の第1回、備品の処分の承認、一部取消しと返還命令', async (troupe, scene) => {
    for (const cast of castIn(scene, '三国')) await receiveBack(troupe, scene.hall, cast, inParts.refund);
    for (const cast of castIn(scene, '小郡')) await scrap(troupe, scene.hall, cast, amended.disposal);
    for (const cast of castIn(scene, '東野')) await revokePart(troupe, withDirector(scene), cast, revoked.revocation);
    await askBack(troupe, scene, '東野');
  }),
  inOgori('2027-02-22', '期限を過ぎた返還金の督促', async (troupe, scene) => {
    const { dunnedUntil } = COURSES.東野.refund;
    for (const cast of castIn(scene, '東野')) if (dunnedUntil) await dun(troupe, scene.hall, cast, dunnedUntil);
  }),
  inOgori('2027-03-19', '遅れた返還の領収、年度末の実績報告と額の確定', async (troupe, scene) => {
    for (const cast of castIn(scene, '東野')) await receiveBack(troupe, scene.hall, cast, revoked.refund);
    await reportAll(troupe, scene, '東野', '味坂');
    await determine(troupe, scene.hall);
  }),
  inOgori('2027-04-12', '出納整理期間の精算払、運営交付金の実績報告', async (troupe, scene) => {
    await claimAndRelease(troupe, scene, castIn(scene, '味坂'));
    for (const cast of scene.cast) await reportTheYear(troupe, scene.hall, cast);
  }),
];

/** Each of these districts reports, and the staff inspect it at once. */
async function reportAll(troupe: Troupe, scene: Scene, ...districts: readonly District[]): Promise<void> {
  for (const district of districts) {
    const told = COURSES[district].report;
    for (const cast of castIn(scene, district)) {
      await report(troupe, cast, told, RECEIPT_PICTURES * (1 + GRANTED.indexOf(district)));
      await inspect(troupe, scene.hall, cast, told);
    }
  }
}

async function askBack(troupe: Troupe, scene: Scene, ...districts: readonly Repaying[]): Promise<void> {
  for (const district of districts) {
    for (const cast of castIn(scene, district)) {
      await demandBack(troupe, scene.hall, cast, COURSES[district].refund);
    }
  }
}

/** Who has something to pay back. */
type Repaying = '東野' | '三国' | '御原';

/** So many pictures of receipts are each project's own. */
const RECEIPT_PICTURES = 20;

function inOgori(day: string, title: string, work: (troupe: Troupe, scene: Scene) => Promise<void>): Chapter {
  return { day, title, play: (origin) => work(new Troupe(origin, OGORI.slug), OGORI) };
}

/** Both towns close the year. */
export async function closeYears(origin: string): Promise<void> {
  await markAllPaid(new Troupe(origin, OGORI.slug), OGORI);
  for (const scene of SCENES) await closeYear(new Troupe(origin, scene.slug), scene);
}

/** What the closed year could not pay any more, and what comes back too late for it. */
export async function afterClosing(origin: string): Promise<void> {
  const ogori = new Troupe(origin, OGORI.slug);
  for (const cast of castIn(OGORI, '小郡')) await payFromNewYear(ogori, OGORI.hall, cast, amended.later);
  for (const cast of castIn(OGORI, '三国')) await receiveBack(ogori, OGORI.hall, cast, inParts.refund.plan.last);
}

/** What happened after the decisions of spring, and what all books say in the end. */
export interface RestOfTheYear {
  readonly year: {
    readonly projects: readonly ProjectYear[];
    readonly transfers: readonly TransferFile[];
    readonly returned: readonly ReturnedTransfer[];
  };
  readonly proof: YearProof;
  readonly books: readonly FinanceBook[];
}

/** The story as the pages tell it in the end. */
export async function collectTheYear(origin: string, folder: Folder): Promise<RestOfTheYear> {
  const ogori = new Troupe(origin, OGORI.slug);
  const projects: ProjectYear[] = [];
  for (const district of GRANTED) {
    for (const cast of castIn(OGORI, district)) {
      projects.push(await collectProject(ogori, OGORI, { cast, course: COURSES[district] }, folder));
    }
  }
  const transfers = await collectTransfers(ogori, OGORI, folder);
  const returned = await collectReturned(ogori, OGORI);
  const books: FinanceBook[] = [];
  for (const scene of SCENES) books.push(...(await keepFinanceBooks(new Troupe(origin, scene.slug), scene, folder)));
  return { year: { projects, transfers, returned }, proof: await collectProof(origin), books };
}

/** Those of these districts, in their order. */
function castIn({ cast }: Scene, ...districts: readonly string[]): CastOrganization[] {
  return districts.map((district) => {
    const found = cast.find((each) => each.district === district);
    if (!found) throw new Error(`nobody plays ${district}`);
    return found;
  });
}

/** What left its draft in May is drafted again from there, and granted. */
async function decideHeld(troupe: Troupe, scene: Scene): Promise<void> {
  const [cast] = castIn(scene, HELD);
  const desk = await troupe.as(scene.hall.clerk);
  const decisions = went(await desk.get(troupe.path('staff/grants')));
  const held = decisions.$(`tr:contains("${cast?.name ?? ''}"):contains("保留") a[href*="/approvals/"]`);
  const form = went(await desk.get(held.attr('href') ?? '')).form('保留した案件を起案する');
  const again = went(await form.fill({ reason: '会場を年度末まで使えることを確かめたため。（見本）' }).submit());
  await approve(troupe, scene.hall, again);
  await untilDrawn(troupe, scene.hall, await issue(troupe, scene.hall));
}
