import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { seedBusiness } from '../../../src/demo/seed-towns.js';
import { answerLetters, answerOpinions, askForOpinions, writeToMayor } from '../../../src/demo/story/kotake/voices.js';
import { Troupe } from '../../../src/demo/story/troupe.js';
import { anOfficerAccount } from '../../support/builders/applications.js';
import { aRegisteredOrganization } from '../../support/builders/organizations.js';
import { aGrantedProject, aSettledProgram } from '../../support/builders/reports.js';
import { openTowns, signIn, staffActor, type Towns } from '../../support/builders/staff.js';
import { checkAxe } from '../../support/axe-check.js';
import { checkHtml } from '../../support/html-check.js';
import { openBrowser, openWeb, type Web } from '../../support/index.js';
import { routesOf } from '../../support/routes.js';

const HALL = {
  ...{ clerk: 'tanto', approvers: ['kakaricho', 'kacho', 'fukuchocho', 'chocho'], checker: '', treasurer: '' },
};

/** Where no link leads, or where what the tests of its own stage make is needed; each is looked at there. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  'GET /:town/account',
  'GET /:town/account/password',
  'GET /:town/check/:code',
  'GET /:town/grants.csv',
  'GET /:town/grants/:id/photographs/:sha256',
  'GET /:town/my-proposals/:proposalId',
  'GET /:town/my-proposals/:proposalId/basics',
  'GET /:town/my-proposals/:proposalId/check',
  'GET /:town/my-proposals/:proposalId/files/:sha256',
  'GET /:town/my-proposals/:proposalId/form/:section',
  'GET /:town/records/:series/:meeting/files/:fileId',
  'GET /:town/verifications/:id',
]);

/** Forms and what one comes back to by a code: no copy may be kept. */
const FOR_ONE_ALONE = /\/(new|mine|proposing|my-proposals|sign-in|invitation)$/;

interface Visited {
  readonly path: string;
  readonly type: string;
  readonly text: string;
  readonly tag: string;
  readonly caching: string;
}

describe('every page that needs no account', () => {
  let web: Web;
  let towns: Towns;
  const seen = new Map<string, Visited>();

  beforeAll(async () => {
    web = await openWeb({ at: '2026-05-20' });
    towns = await openTowns(web);
    await liveInOgori();
    await liveInKotake();
    await follow(['/ogori', '/kotake']);
    web.clock.at('2026-06-03');
    const kotake = new Troupe(web.url, 'kotake');
    await answerLetters(kotake, HALL);
    await answerOpinions(kotake, HALL);
    await follow(['/ogori', '/kotake']);
  }, 240_000);

  afterAll(() => web.close());

  async function liveInOgori(): Promise<void> {
    const clerk = await staffActor(web, towns.ogori, 'tanto1');
    const approvers = [await staffActor(web, towns.ogori, 'kakaricho'), await staffActor(web, towns.ogori, 'kacho')];
    const name = '東野校区協働のまちづくり協議会';
    const ours = await aRegisteredOrganization(web, clerk, { name, district: '東野', wards: ['見本一区', '見本二区'] });
    await anOfficerAccount(web, ours, 'higashino-hanako');
    const others = await aRegisteredOrganization(web, clerk, { name: '三国校区まちづくり協議会', district: '三国' });
    await anOfficerAccount(web, others, 'mikuni-yakuin');
    const project = { title: '校区合同防災訓練', period: ['2026-10-01', '2027-03-10'] as const };
    await aGrantedProject(web, clerk, approvers, ours, await aSettledProgram(web, clerk), project);
    // In the tests the town hall has the same number as every organisation.
    await web.sql(`UPDATE organizations SET phone = '0942-11-2233', mail = 'himitsu@example.invalid'`);
  }

  async function liveInKotake(): Promise<void> {
    const kotake = new Troupe(web.url, 'kotake');
    await seedBusiness(web, towns.kotake.id, ['calls', 'words', 'bulletins', 'series']);
    const pdf = Buffer.from('%PDF-1.7\n%%EOF');
    await askForOpinions(kotake, HALL, { opens: '令和8年5月20日', closes: '令和8年5月25日', pdf });
    await writeToMayor(kotake);
    const resident = web.visitor();
    const call = await (await resident.get('/kotake/calls')).click('協働のまちづくり事業企画提案');
    const who = { name: '見本 提案子', publicName: 'no', contact: '0949-77-8899（見本）', mail: '' };
    const begun = await (
      await call.click('この募集に提案する')
    )
      .form()
      .fill({ title: '空き家を集いの場に', field: 'community', kind: 'resident', ...who })
      .submit();
    const answers = { 'form[aim]': '集まる場がありません。', 'form[activities]': 'お茶の会を開きます。' };
    await (await begun.form().fill(answers).submit('保存して次へ')).form('この内容で提出する').submit();
  }

  /** Goes wherever a link, a picture or a feed leads within the site, once. */
  async function follow(from: readonly string[]): Promise<void> {
    const reached = new Set(from);
    const visitor = web.visitor();
    for (const path of reached) {
      const page = await visitor.get(path);
      expect([path, page.status]).toEqual([path, 200]);
      const head = (name: string): string => page.headers.get(name) ?? '';
      const visited = {
        path,
        type: head('content-type'),
        text: page.html,
        tag: head('etag'),
        caching: head('cache-control'),
      };
      seen.set(path, visited);
      if (!visited.type.includes('html')) continue;
      for (const [, link = ''] of page.html.matchAll(/(?:href|src)="([^"#]+)[^"]*"/g)) {
        const { origin, pathname, search } = new URL(link.replaceAll('&amp;', '&'), `${web.url}${path}`);
        if (origin === web.url && !pathname.startsWith('/assets/')) reached.add(pathname + search);
      }
    }
  }

  const pages = (): Visited[] => [...seen.values()].filter(({ type }) => type.includes('html'));

  it('is reached by links from the page of its town', () => {
    const routes = routesOf(web).filter(({ method, desks }) => method === 'GET' && desks.includes('public'));
    const reached = (route: string): boolean => {
      const pattern = new RegExp(`^${route.replaceAll(/:\w+/g, '[^/]+').replaceAll('.', '\\.')}/?$`);
      return [...seen.keys()].some((path) => pattern.test(path.split('?')[0] ?? ''));
    };
    expect(routes.length).toBeGreaterThan(30);
    expect(routes.filter(({ name, path }) => !ELSEWHERE.has(name) && !reached(path)).map(({ name }) => name)).toEqual(
      [],
    );
  });

  it('leads at its foot to what people come for, and to what the town promises them', async () => {
    const foot = ['about', 'calls', 'proposals', 'consultations', 'mayor-letters', 'check', 'open-data'];
    const without = pages().flatMap(({ path, text }) => {
      const town = path.split('/')[1] ?? '';
      const links = /<footer[\s\S]*<\/footer>/.exec(text)?.[0] ?? '';
      return [...foot, 'accessibility', 'privacy']
        .filter((way) => !links.includes(`href="/${town}/${way}"`))
        .map((way) => `${path}: ${way}`);
    });
    expect(without).toEqual([]);
    const visitor = web.visitor();
    expect((await visitor.get('/kotake/about')).text).toContain('期待されること');
    const promised = await (await visitor.get('/kotake')).click('個人情報の扱い');
    expect(promised.text).toContain('町長への手紙');
    expect(promised.text).toContain('下の問い合わせ先に申し出てください');
  });

  it('is sound HTML', async () => {
    const faults: string[] = [];
    for (const { path, text } of pages()) faults.push(...(await checkHtml(text)).map((fault) => `${path}: ${fault}`));
    expect(pages().length).toBeGreaterThan(50);
    expect(faults).toEqual([]);
  });

  it('has a tag by which a proxy asks again, and says who may keep it', async () => {
    const wrong: string[] = [];
    for (const { path, tag, caching } of seen.values()) {
      const own = FOR_ONE_ALONE.test(path.split('?')[0] ?? '');
      const shared = /^public, max-age=\d+/.test(caching);
      if (shared === own) wrong.push(`${path}: ${caching}`);
      if (!own && tag === '') wrong.push(`${path} has no tag`);
    }
    expect(wrong).toEqual([]);
    const officer = web.visitor();
    await signIn(officer, towns.ogori, 'mikuni-yakuin');
    for (const { path } of pages().filter((each) => each.path.startsWith('/ogori'))) {
      const page = await officer.get(path);
      // What is public is so for the officers of another organisation, too; but nobody else gets their copy.
      expect([path, page.status]).toEqual([path, 200]);
      const caching = page.headers.get('cache-control');
      if (page.path === path) expect([path, caching]).toEqual([path, 'private, no-store']);
    }
  });

  it('names no officer, no staff, no writer, no telephone and no account of theirs; nor does any file or feed', async () => {
    const personal = await web.sql<{ text: string }>(
      `SELECT name AS text FROM organization_officers
       UNION SELECT phone FROM organizations UNION SELECT mail FROM organizations UNION SELECT address FROM organizations
       UNION SELECT account_number FROM bank_accounts UNION SELECT holder_kana FROM bank_accounts
       UNION SELECT name FROM staff_members UNION SELECT sign_in_name FROM accounts
       UNION SELECT name FROM mayor_letters UNION SELECT mail FROM mayor_letters UNION SELECT address FROM mayor_letters
       UNION SELECT name FROM public_comments
       UNION SELECT proposer_name FROM proposals WHERE NOT public_name UNION SELECT proposer_contact FROM proposals`,
    );
    const secrets = personal.map(({ text }) => text).filter((text) => text && text.length > 4);
    for (const planted of [
      'himitsu@example.invalid',
      '0942-11-2233',
      '見本 提案子',
      '0949-77-8899（見本）',
      'higashino-hanako',
    ]) {
      expect(secrets).toContain(planted);
    }
    const told = [...seen.values()].flatMap(({ path, text }) =>
      secrets.filter((secret) => text.includes(secret)).map((secret) => `${path}: ${secret}`),
    );
    expect(told).toEqual([]);
    for (const file of ['open-data/grants.csv', 'open-data/proposals.json', 'feed.xml']) {
      expect(seen.has(`/kotake/${file}`)).toBe(true);
    }
  });

  it('is accessible, and fits a phone', async () => {
    const browser = await openBrowser();
    try {
      const person = await browser.person({ viewport: { width: 360, height: 740 } });
      const faults: string[] = [];
      // Of what differs by its record alone one is enough.
      const kinds = new Map(
        pages().map((page) => [
          page.path.split('?')[0]?.replaceAll(/\/([0-9a-f]{8}-[0-9a-f-]{27}|\d+)(?=\/|$)/g, '/:id'),
          page.path,
        ]),
      );
      for (const path of kinds.values()) {
        await person.goto(`${web.url}${path}`);
        const wide = await person.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (wide > 0) faults.push(`${path} is ${String(wide)} wider than the screen`);
        faults.push(...(await checkAxe(person)).map((fault) => `${path}: ${fault}`));
      }
      expect(kinds.size).toBeGreaterThan(35);
      expect(faults).toEqual([]);
    } finally {
      await browser.close();
    }
  }, 240_000);
});
