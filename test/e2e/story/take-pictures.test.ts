import { mkdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, it } from '@jest/globals';

import { apply, beginApplication, fillApplication, OPERATING_GRANT } from '../../../src/demo/story/apply.js';
import { OGORI_CAST } from '../../../src/demo/story/cast.js';
import { correct, issue, pass, returnWithPoint, type Hall } from '../../../src/demo/story/decide.js';
import { seedBusiness } from '../../../src/demo/seed-towns.js';
import { accept, claim, markPaid, order, releaseBatch } from '../../../src/demo/story/pay.js';
import { openOrganization, register, submitRegistration } from '../../../src/demo/story/register.js';
import { Troupe, went } from '../../../src/demo/story/troupe.js';
import { kotake, ogori } from '../../../src/demo/towns/index.js';
import type { Person } from './person.js';
import { openStage, type Stage } from './stage.js';

const PUBLIC_FACES = [ogori, kotake];

const FOLDER = '.pictures';
const WIDTHS = [
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
] as const;

const HALL: Hall = {
  clerk: 'tanto1',
  approvers: ['kakaricho', 'kacho'],
  checker: 'kaikei-shinsa',
  treasurer: 'kaikei-kanrisha',
};

/** The pictures of the README are taken anew with `TAKE_PICTURES=1`; they prove nothing. */
const onDemand = process.env['TAKE_PICTURES'] === '1' ? describe : describe.skip;

/** The window as somebody sees it, at both widths; `part` is what they have scrolled to. */
async function take({ page }: Person, name: string, part?: string): Promise<void> {
  for (const size of WIDTHS) {
    await page.setViewportSize(size);
    await page.evaluate(() => document.fonts.ready);
    await page.evaluate((selector) => {
      if (selector === null) window.scrollTo(0, 0);
      else document.querySelector(selector)?.scrollIntoView({ block: 'start' });
    }, part ?? null);
    // A picture that waits to be scrolled to would stand empty.
    await page.evaluate(async () => {
      for (const image of document.images) image.loading = 'eager';
      await Promise.allSettled([...document.images].map((image) => image.decode()));
    });
    await page.screenshot({ path: `${FOLDER}/${name}-${String(size.width)}.png`, scale: 'css' });
  }
}

onDemand('pictures of the main pages', () => {
  let stage: Stage;

  beforeAll(async () => {
    await mkdir(FOLDER, { recursive: true });
    stage = await openStage('2026-05-11', { watch: () => undefined, look: () => Promise.resolve() });
  }, 300_000);

  afterAll(() => stage.close());

  it('shows the year of all eight districts', async () => {
    const { web, resident, officer, clerk, sectionChief, divisionHead, checker } = stage;
    let troupe = new Troupe(web.url, 'ogori');
    const [first, second, third, ...others] = OGORI_CAST;
    if (!first || !second || !third) throw new Error('the story has too few organisations');
    for (const [seed, cast] of OGORI_CAST.entries()) {
      await openOrganization(troupe, HALL.clerk, cast);
      await submitRegistration(troupe, cast, seed);
      await register(troupe, HALL, cast);
      if (cast !== first) await apply(troupe, cast);
    }

    const application = (await beginApplication(troupe, first, OPERATING_GRANT)).split('/').slice(2).join('/');
    await officer.signIn(first.signInName);
    await officer.open(`${application}/form/plan`);
    await officer.fill({ 今年度に目ざすこと: 'だれもが顔見知りで安心して暮らせる校区をめざします。（見本）' });
    await officer.fill({ 主な会議と活動: '総会（4月）、役員会（毎月）、校区だより（年4回）。（見本）' });
    await officer.press('保存して次へ');
    await officer.open(application);
    await take(officer, 'tasks');
    await fillApplication(troupe, first, `/ogori/${application}`);
    await officer.open(`${application}/budget`);
    await take(officer, 'budget', '[data-budget]');
    await officer.open(`${application}/check`);
    await take(officer, 'check');
    await officer.press('この内容で提出する');

    await returnWithPoint(troupe, HALL, second, '今年度に目ざすことを、もう少し具体的に書いてください。');
    await pass(troupe, HALL, third);
    await web.drainOutbox();
    await clerk.open('staff/queue?waiting=all');
    await take(clerk, 'staff-queue');
    await clerk.follow(first.name);
    await take(clerk, 'review');
    await correct(troupe, second, '行政区ごとの防災訓練を合同で行います。（見本）');
    for (const cast of [first, second, ...others]) await pass(troupe, HALL, cast);

    await clerk.open('staff/grants');
    await clerk.press('選んだ申請の交付決定を起案する');
    const draft = clerk.path;
    await sectionChief.open(draft);
    await sectionChief.press('承認する');
    await divisionHead.open(draft);
    await take(divisionHead, 'approval');
    await divisionHead.press('決裁する');
    went(await issue(troupe, HALL));
    await web.drainOutbox();
    await officer.open('committee/letters');
    await officer.follow('令和8年度運営交付金交付決定通知書');
    await take(officer, 'letter');

    for (const cast of OGORI_CAST) await claim(troupe, cast);
    await web.drainOutbox();
    await order(troupe, HALL);
    await checker.open('treasury/orders');
    await take(checker, 'treasury');
    await accept(troupe, HALL);
    const { page: batch } = await releaseBatch(troupe, HALL);
    await checker.open(batch.replace('/ogori/', ''));
    await take(checker, 'batch');
    web.clock.at('2026-05-29');
    troupe = new Troupe(web.url, 'ogori');
    await markPaid(troupe, HALL, batch);
    await web.drainOutbox();
    await resident.open('grants');
    await take(resident, 'grants');
  }, 900_000);

  it('shows what both towns show to everyone', async () => {
    const { web, resident } = stage;
    for (const { town } of PUBLIC_FACES) {
      await seedBusiness(web, town.id, ['words', 'bulletins', 'series']);
      await resident.page.goto(`${web.url}/${town.slug}/`);
      await take(resident, `${town.slug}-town`);
    }
    await resident.page.goto(`${web.url}/kotake/records`);
    await resident.page.getByRole('main').getByRole('link').first().click();
    await take(resident, 'kotake-records');
    await resident.page.goto(`${web.url}/ogori/open-data`);
    await take(resident, 'open-data');
  }, 300_000);
});
