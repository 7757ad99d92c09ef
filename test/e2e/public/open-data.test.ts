import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { request } from 'node:http';

import type { StaffActor } from '../../../src/kernel/actor.js';
import { readCsv } from '../../../src/platform/csv/index.js';
import { anOfficerAccount } from '../../support/builders/applications.js';
import { aRegisteredOrganization, type TestOrganization } from '../../support/builders/organizations.js';
import { aGrantedProject, aSettledProgram } from '../../support/builders/reports.js';
import { openTowns, signIn, staffActor, type Towns } from '../../support/builders/staff.js';
import { checkAxe } from '../../support/axe-check.js';
import { openBrowser, type TestBrowser } from '../../support/browser.js';
import { checkHtml } from '../../support/html-check.js';
import { openWeb, type Page, type Web } from '../../support/index.js';
import { checkThreeSixtyGiving } from '../../support/three-sixty-giving.js';

const NAME = '東野校区協働のまちづくり協議会';
const PURPOSE = '校区の課題に取り組む事業を支援する。';

interface JsonFile {
  readonly meta: {
    readonly address: string;
    readonly licence: { readonly name: string };
    readonly columns: readonly { readonly name: string }[];
  };
  readonly data: readonly Readonly<Record<string, unknown>>[];
}

describe('what everyone can look up and take away', () => {
  let web: Web;
  let towns: Towns;
  let clerk: StaffActor;
  let ours: TestOrganization;
  let grantId: string;
  let browser: TestBrowser | undefined;

  beforeAll(async () => {
    web = await openWeb({ at: '2026-05-20' });
    towns = await openTowns(web);
    clerk = await staffActor(web, towns.ogori, 'tanto1');
    const approvers = [await staffActor(web, towns.ogori, 'kakaricho'), await staffActor(web, towns.ogori, 'kacho')];
    ours = await aRegisteredOrganization(web, clerk, {
      name: NAME,
      district: '東野校区',
      wards: ['見本一区', '見本二区'],
    });
    await anOfficerAccount(web, ours, 'higashino-hanako');
    const program = await aSettledProgram(web, clerk, { purpose: PURPOSE });
    const project = { title: '校区合同防災訓練', period: ['2026-10-01', '2027-03-10'] as const };
    grantId = (await aGrantedProject(web, clerk, approvers, ours, program, project)).grant.id;
  });

  afterAll(async () => {
    await browser?.close();
    await web.close();
  });

  const resident = (path: string): Promise<Page> => web.visitor().get(path);

  /** As a proxy asks: `fetch` adds that it wants no cached answer. */
  const asked = (
    path: string,
    headers: Record<string, string>,
    method = 'GET',
  ): Promise<{ status: number | undefined; tag: string | undefined; length: number }> =>
    new Promise((resolve, reject) => {
      request(`${web.url}${path}`, { method, headers }, (response) => {
        let length = 0;
        response.on('data', (chunk: Buffer) => (length += chunk.length));
        response.on('end', () => resolve({ status: response.statusCode, tag: response.headers.etag, length }));
      })
        .once('error', reject)
        .end();
    });

  it('a visitor finds a grant from the town page in three clicks, and takes the data away; without a fault for axe', async () => {
    browser = await openBrowser();
    const page = await browser.person({ viewport: { width: 360, height: 740 }, javaScriptEnabled: true });
    const clean = async (): Promise<void> => {
      expect(await checkAxe(page)).toEqual([]);
      expect(await checkHtml(await (await fetch(page.url())).text())).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    };
    await page.goto(`${web.url}/ogori/`);
    await page.getByRole('link', { name: '校区を選ぶ' }).click();
    await clean();
    await page.getByRole('link', { name: '東野校区', exact: true }).first().click();
    await clean();
    await page.getByRole('link', { name: '校区合同防災訓練' }).first().click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('校区合同防災訓練');
    await clean();
    await page.getByRole('link', { name: NAME }).first().click();
    await clean();
    await page.goto(`${web.url}/ogori/grants`);
    await clean();
    await page.getByRole('link', { name: 'オープンデータのページ' }).click();
    await clean();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'grants.csv をダウンロードする' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('grants.csv');
  }, 240_000);

  it('the list answers what was asked, and says so when nothing fits; years without grants say what comes', async () => {
    const found = await resident(`/ogori/grants?words=${encodeURIComponent('防災　東野')}`);
    expect(found.texts('.table-cards tbody th a')).toEqual(['校区合同防災訓練']);
    const ofOrganization = await resident(`/ogori/organizations/${ours.id}`);
    expect(ofOrganization.texts('tbody .grant-purpose').join()).toContain(PURPOSE);
    expect(ofOrganization.text).toContain('東野校区の住民が、地域のことを自分たちで話し合い');
    const officer = web.visitor();
    await signIn(officer, towns.ogori, 'higashino-hanako');
    const profile = await officer.get('/ogori/committee/organization');
    const blank = await profile.click('紹介を書く・直す');
    expect(await checkHtml(blank.html)).toEqual([]);
    const silent = await blank.form('保存する').fill({ public: 'yes' }).submit();
    expect(silent.errors).toEqual(['紹介の文を入力してください。載せないときは、同意の印を外してください。']);
    const own = '毎月、三つの公民館に集まって話し合っています。';
    const kept = await silent.form('保存する').fill({ text: own, public: [] }).submit();
    await web.drainOutbox();
    expect((await resident(`/ogori/organizations/${ours.id}`)).text).not.toContain(own);
    await (await kept.click('紹介を書く・直す')).form('保存する').fill({ public: 'yes' }).submit();
    await web.drainOutbox();
    const introduced = await resident(`/ogori/organizations/${ours.id}`);
    expect(introduced.text).toContain(own);
    expect(introduced.text).not.toContain('地域のことを自分たちで話し合い、取り組むための団体');
    expect(ofOrganization.$('head link[rel=alternate]').attr('href')).toBe('/ogori/feed.xml');
    expect((await resident('/ogori/grants?words=花火')).text).toContain('この条件に合う交付はありません。');
    expect((await resident('/ogori/grants?year=2031')).text).toContain('令和13年度の交付はまだありません。');
    expect((await resident(`/ogori/grants?district=' OR 1=1&from=-1&year=x`)).status).toBe(200);
    for (const path of ['grants/x', `kotake/grants/${grantId}`, 'districts/x', 'organizations/x', 'open-data/x.csv']) {
      expect((await resident(`/${path.startsWith('kotake') ? path : `ogori/${path}`}`)).status).toBe(404);
    }
  });

  it('the files hold the same rows as CSV, JSON and 360Giving, with their licence', async () => {
    const csv = readCsv((await resident('/ogori/open-data/grants.csv')).bytes, [
      '団体名',
      '事業名',
      '交付決定額',
      '状態',
    ]);
    expect(csv.map(({ cells }) => cells)).toEqual([
      { 団体名: NAME, 事業名: '校区合同防災訓練', 交付決定額: '300000', 状態: '交付決定' },
    ]);
    // a reader that is not ours, for which every line end outside quotes ends a row
    for (const name of ['grants', 'organizations', 'budgets', 'proposals']) {
      const file = `/ogori/open-data/${name}`;
      const { data, meta } = JSON.parse((await resident(`${file}.json`)).html) as JsonFile;
      const rows = parse((await resident(`${file}.csv`)).bytes, { bom: true, record_delimiter: ['\r\n', '\n', '\r'] });
      expect([name, rows.length]).toEqual([name, 1 + data.length]);
      expect([name, rows[0]?.length]).toEqual([name, meta.columns.length]);
    }
    const json = JSON.parse((await resident('/ogori/open-data/grants.json')).html) as JsonFile;
    expect(json.meta.licence.name).toBe('CC BY 4.0');
    expect(json.data).toMatchObject([{ organization: NAME, amount: 300_000, amountInForce: 300_000, paidOn: null }]);
    expect(Object.keys(json.data[0] ?? {})).toEqual(json.meta.columns.map(({ name }) => name));
    const budgets = JSON.parse((await resident('/ogori/open-data/budgets.json')).html) as JsonFile;
    expect(budgets.data).toMatchObject([{ ceiling: 9_000_000, decided: 300_000, paid: 0 }]);
    const organizations = JSON.parse((await resident('/ogori/open-data/organizations.json')).html) as JsonFile;
    expect(organizations.data).toMatchObject([{ name: NAME, wardCount: 2, wards: '見本一区、見本二区' }]);

    const giving = JSON.parse((await resident('/ogori/open-data/360giving.json')).html) as { grants: unknown[] };
    expect(checkThreeSixtyGiving(giving)).toEqual([]);
    expect(giving.grants).toMatchObject([
      { title: '校区合同防災訓練', amountAwarded: 300_000, awardDate: '2026-05-20' },
    ]);
    expect(checkThreeSixtyGiving({ grants: [{ title: 'ない' }] })).not.toEqual([]);
    // The address answers before there is anything to tell; the standard asks for one grant, which the file says itself.
    const empty = await resident('/kotake/open-data/360giving.json');
    const before = JSON.parse(empty.html) as { version: string; grants: unknown[]; description: string };
    expect([empty.status, before.version, before.grants]).toEqual([200, '1.4', []]);
    expect(before.description).toContain('公表した交付はまだありません。');
    expect(checkThreeSixtyGiving(before)).toEqual([expect.stringContaining('/grants')]);
    expect((await resident('/kotake/open-data')).text).toContain('いまは交付が0件のファイルです。');

    const feed = await resident('/ogori/feed.xml');
    expect(feed.headers.get('content-type')).toContain('application/rss+xml');
    expect(feed.html).toContain(`<title>校区合同防災訓練（${NAME}）</title>`);
    expect(feed.html).toContain(`/ogori/grants/${grantId}</link>`);
  });

  it('a proxy may keep what is the same for everyone, asks again with the tag, and never keeps what a session sees', async () => {
    for (const path of ['/ogori/grants', `/ogori/grants/${grantId}`, '/ogori/districts', '/ogori/open-data']) {
      const first = await resident(path);
      expect([path, first.headers.get('cache-control'), first.headers.get('vary')]).toEqual([
        ...[path, 'public, max-age=60, must-revalidate', 'Cookie'],
      ]);
      expect(first.headers.get('set-cookie')).toBeNull();
      const tag = first.headers.get('etag') ?? '';
      expect(await asked(path, { 'if-none-match': tag })).toEqual({ status: 304, tag, length: 0 });
      expect(await asked(path, {}, 'HEAD')).toEqual({ status: 200, tag, length: 0 });
    }
    const officer = web.visitor();
    await signIn(officer, towns.ogori, 'higashino-hanako');
    const seen = await officer.get('/ogori/grants');
    expect(seen.html).toContain('ログアウト');
    expect([seen.headers.get('cache-control'), seen.headers.get('vary')]).toEqual(['private, no-store', 'Cookie']);

    const list = '/ogori/open-data/organizations.csv';
    const file = await resident(list);
    const tag = file.headers.get('etag') ?? '';
    expect(file.headers.get('cache-control')).toBe('public, max-age=60, must-revalidate');
    expect(await asked(list, { 'if-none-match': tag })).toEqual({ status: 304, tag, length: 0 });
    const unchanged = (await asked('/ogori/open-data/grants.csv', {})).tag;
    await aRegisteredOrganization(web, clerk, { name: '味坂校区まちづくり協議会', district: '味坂校区' });
    await web.drainOutbox();
    expect((await asked(list, { 'if-none-match': tag })).status).toBe(200);
    // What reads as before is not taken again: not after a change elsewhere in the record, and not on another day.
    web.clock.at('2026-05-21');
    expect((await asked('/ogori/open-data/grants.csv', {})).tag).toBe(unchanged);
  });

  it('a file is another file as soon as it reads otherwise, whatever made it so', async () => {
    const json = '/ogori/open-data/grants.json';
    const before = (await asked(json, {})).tag;
    // no event counts this as another edition of the record, as none counts a new release of the program
    await web.sql(`UPDATE public_grants SET purpose = '書き直した目的'`);
    const after = await asked(json, { 'if-none-match': before ?? '' });
    await web.sql(`UPDATE public_grants SET purpose = $1`, [PURPOSE]);
    expect(after.status).toBe(200);
    expect((await asked(json, {})).tag).toBe(before);
  });

  it('programs in the browser of anybody may read the files, and nothing else of the town', async () => {
    const files = ['grants.csv', 'grants.json', '360giving.json'].map((name) => `open-data/${name}`);
    for (const path of [...files, 'feed.xml']) {
      const { headers } = await resident(`/ogori/${path}`);
      expect([path, headers.get('access-control-allow-origin'), headers.get('cross-origin-resource-policy')]).toEqual([
        ...[path, '*', 'cross-origin'],
      ]);
      expect([path, headers.get('set-cookie'), headers.get('access-control-allow-credentials')]).toEqual([
        ...[path, null, null],
      ]);
    }
    for (const path of [...files, 'feed.xml']) {
      const preflight = await fetch(`${web.url}/ogori/${path}`, { method: 'OPTIONS' });
      expect([path, preflight.status, preflight.headers.get('access-control-allow-origin')]).toEqual([path, 204, '*']);
      expect(preflight.headers.get('access-control-allow-methods')).toBe('GET, HEAD, OPTIONS');
    }
    const closed = await fetch(`${web.url}/ogori/grants`, { method: 'OPTIONS' });
    expect(closed.headers.get('access-control-allow-origin')).toBeNull();
    expect((await resident('/ogori/feed.xml')).headers.get('content-disposition')).toMatch(/^inline;/);
    for (const path of ['grants', 'open-data', 'sign-in']) {
      const { headers } = await resident(`/ogori/${path}`);
      expect([headers.get('access-control-allow-origin'), headers.get('cross-origin-resource-policy')]).toEqual([
        ...[null, 'same-origin'],
      ]);
    }
  });

  it('a year is asked for as a year: every file keeps to it and says so, and anything else is told instead of ignored', async () => {
    const open = (path: string): Promise<Page> => resident(`/ogori/open-data/${path}`);
    expect((JSON.parse((await open('grants.json?year=2026')).html) as JsonFile).meta.address).toMatch(
      /\/ogori\/open-data\/grants\.json\?year=2026$/,
    );
    const giving = JSON.parse((await open('360giving.json?year=2026')).html) as Record<string, unknown>;
    expect([checkThreeSixtyGiving(giving), giving['grants']]).toEqual([[], [expect.anything()]]);
    expect(giving['downloadURL']).toMatch(/360giving\.json\?year=2026$/);
    expect((await open('360giving.json?year=2025')).html).toContain('この年度の交付は公表していません。');
    for (const path of [
      'grants.csv?year=abc',
      'budgets.json?year=26',
      '360giving.json?year=',
      'grants.csv?year=2026&year=2025',
    ]) {
      const refused = await open(path);
      expect([path, refused.status, refused.text]).toEqual([
        path,
        404,
        expect.stringContaining('西暦の年度を4桁の数字で'),
      ]);
    }
    expect((await open('organizations.csv?year=2026')).text).toContain('年度に分かれていません');
    expect((await resident('/ogori/grants.csv?year=x')).status).toBe(404);
  });

  it('no person, no telephone and no account stands in anything that is public', async () => {
    const paths = [
      ...['', 'about', 'grants', `grants/${grantId}`, 'districts', `organizations/${ours.id}`, 'open-data', 'feed.xml'],
      ...['grants', 'organizations', 'budgets'].flatMap((name) => [`open-data/${name}.csv`, `open-data/${name}.json`]),
      'open-data/360giving.json',
    ];
    // In the tests the town hall has the same number.
    await web.sql(`UPDATE organizations SET phone = '0942-11-2233'`);
    const personal = await web.sql<{ text: string }>(
      `SELECT name AS text FROM organization_officers
       UNION SELECT phone FROM organizations WHERE phone <> ''
       UNION SELECT address FROM organizations WHERE address <> ''
       UNION SELECT mail FROM organizations WHERE mail <> ''
       UNION SELECT account_number FROM bank_accounts UNION SELECT holder_kana FROM bank_accounts
       UNION SELECT name FROM staff_members`,
    );
    expect(personal.length).toBeGreaterThan(5);
    for (const path of paths) {
      const { html, status } = await resident(`/ogori/${path}`);
      expect([path, status]).toEqual([path, 200]);
      expect([path, personal.filter(({ text }) => html.includes(text)).map(({ text }) => text)]).toEqual([path, []]);
    }
  });
});
