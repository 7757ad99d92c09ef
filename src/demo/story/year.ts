import { afterClosing, afterDecision, closeYears, collectTheYear } from './after-decision/course.js';
import { apply } from './apply.js';
import type { Chapter } from './chapter.js';
import { collectForms, type FormLine } from './blank-forms.js';
import { collectProjectBudget, decideProjects, type ProjectBudget } from './decide-projects.js';
import { correct, decide, issue, pass, returnWithPoint, untilDrawn } from './decide.js';
import { collectPapers, type Folder, type Paper, type SummaryLine } from './papers-of-the-year.js';
import { accept, claim, exportOrders, importPaidList, markPaid, order, releaseBatch, type PaymentFile } from './pay.js';
import { collectPanel, type PanelSummary } from './panel-of-the-year.js';
import { applyForProjects, collectProjects, reviewProjects, type ProjectLine } from './projects-of-the-year.js';
import { collectKotake, withKotake } from './kotake/course.js';
import { openOrganization, register, submitRegistration } from './register.js';
import { KOTAKE, OGORI, SCENES, type Scene } from './scenes.js';
import { Troupe, went } from './troupe.js';

/** The bank and the accounting system pay on this day; the last chapter plays after it. */
const PAID_ON = '2026-05-28';

/**
 * A fiscal year of both towns: operating grants and Ogori's projects from their applications to the closing of the year.
 * Its papers go into `folder`.
 */
export function theYear(folder: Folder): readonly Chapter[] {
  const files: Partial<Record<string, PaymentFile>> = {};
  let spring: SpringSummary | undefined;
  /** Both towns work at once, as on any day: neither waits for the other. */
  const eachTown = (work: (troupe: Troupe, scene: Scene) => Promise<void>) => async (origin: string) => {
    await Promise.all(SCENES.map((scene) => work(new Troupe(origin, scene.slug), scene)));
  };
  return withKotake(
    [
      { day: '2026-04-13', title: '登録と申請', play: eachTown(registerAndApply) },
      {
        day: '2026-04-13',
        title: '事業補助金の申請',
        play: (origin) => applyForProjects(new Troupe(origin, OGORI.slug), OGORI),
      },
      { day: '2026-05-11', title: '審査・決裁・交付決定', play: eachTown(decideAndIssue) },
      {
        day: '2026-05-18',
        title: '事業補助金の審査',
        play: (origin) => reviewProjects(new Troupe(origin, OGORI.slug), OGORI),
      },
      {
        day: '2026-05-22',
        title: '請求・支出命令・会計審査',
        play: eachTown(async (troupe, { cast, hall, slug }) => {
          for (const organization of cast) await claim(troupe, organization);
          await order(troupe, hall);
          await accept(troupe, hall);
          files[slug] = slug === 'ogori' ? await releaseBatch(troupe, hall) : await exportOrders(troupe, hall);
        }),
      },
      {
        day: '2026-05-25',
        title: '事業補助金の決裁と交付決定',
        play: (origin) => decideProjects(new Troupe(origin, OGORI.slug), OGORI),
      },
      {
        day: '2026-05-29',
        title: '支払と公表',
        play: async (origin) => {
          await settle(origin, files);
          spring = await collectSpring(origin, folder, files);
        },
      },
      ...afterDecision,
      {
        day: '2027-05-31',
        title: '出納閉鎖',
        play: closeYears,
      },
      {
        day: '2027-06-07',
        title: '閉鎖の後：過年度支出と遅れた返還',
        play: async (origin) => {
          await afterClosing(origin);
          const rest = await collectTheYear(origin, folder);
          const kotake = await collectKotake(origin, folder);
          await folder.keep('summary.json', `${JSON.stringify({ ...spring, ...rest, kotake }, null, 2)}\n`);
        },
      },
    ],
    folder,
  );
}

async function registerAndApply(troupe: Troupe, { cast, hall }: Scene): Promise<void> {
  for (const [seed, organization] of cast.entries()) {
    await openOrganization(troupe, hall.clerk, organization);
    await submitRegistration(troupe, organization, seed);
    await register(troupe, hall, organization);
    await apply(troupe, organization);
  }
}

async function decideAndIssue(troupe: Troupe, { cast, hall }: Scene): Promise<void> {
  const [first] = cast;
  if (first) {
    await returnWithPoint(troupe, hall, first, '今年度に目ざすことを、もう少し具体的に書いてください。');
    await correct(troupe, first, '行政区ごとの防災訓練を今年度から合同で行います。（見本）');
  }
  for (const organization of cast) await pass(troupe, hall, organization);
  await decide(troupe, hall);
  await untilDrawn(troupe, hall, await issue(troupe, hall));
}

async function settle(origin: string, files: Partial<Record<string, PaymentFile>>): Promise<void> {
  const { ogori, kotake } = files;
  if (!ogori || !kotake) throw new Error('the chapter of the payment was not played');
  await markPaid(new Troupe(origin, OGORI.slug), OGORI.hall, ogori.page);
  await importPaidList(new Troupe(origin, KOTAKE.slug), KOTAKE.hall, kotake, PAID_ON);
}

/** What the summary says of the story until the eight operating grants are paid. */
interface SpringSummary {
  readonly totalOgori: string;
  readonly organizations: readonly SummaryLine[];
  readonly projects: readonly ProjectLine[];
  readonly projectBudget: ProjectBudget;
  readonly panel: PanelSummary;
  readonly forms: readonly FormLine[];
  readonly files: readonly Paper[];
}

async function collectSpring(
  origin: string,
  folder: Folder,
  payments: Partial<Record<string, PaymentFile>>,
): Promise<SpringSummary> {
  const organizations: SummaryLine[] = [];
  const files: Paper[] = [];
  const forms: FormLine[] = [];
  for (const scene of SCENES) {
    const { slug, cast, hall } = scene;
    const troupe = new Troupe(origin, slug);
    for (const organization of cast) organizations.push(await collectPapers(troupe, hall.clerk, organization, folder));
    forms.push(...(await collectForms(troupe, scene, folder)));
    const payment = payments[slug];
    if (payment) files.push(await folder.keep(payment.fileName, payment.bytes));
    const list = went(await troupe.passerBy().get(troupe.path('grants.csv')));
    files.push(await folder.keep(slug === OGORI.slug ? 'grants.csv' : `grants-${slug}.csv`, list.bytes));
  }
  const projects = await collectProjects(new Troupe(origin, OGORI.slug), OGORI, folder);
  const projectBudget = await collectProjectBudget(new Troupe(origin, OGORI.slug), OGORI);
  const panel = await collectPanel(new Troupe(origin, OGORI.slug), OGORI, folder);
  const total = organizations
    .filter(({ town }) => town === OGORI.slug)
    .reduce((sum, { amount }) => sum + BigInt(amount), 0n);
  return { totalOgori: total.toString(), organizations, projects, projectBudget, panel, forms, files };
}
