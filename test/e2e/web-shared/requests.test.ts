import 'reflect-metadata';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Body, Controller, Get, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Type } from 'class-transformer';
import { IsString, MaxLength, ValidateNested } from 'class-validator';
import pg from 'pg';
import { pino } from 'pino';

import { AppConfig, readConfig } from '../../../src/config/index.js';
import { HouseModule } from '../../../src/house.module.js';
import { municipalityId, systemActor } from '../../../src/kernel/actor.js';
import { DomainError } from '../../../src/kernel/domain-error.js';
import { Municipalities } from '../../../src/municipalities/index.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import { FloodGate } from '../../../src/platform/flood/index.js';
import { NestLog } from '../../../src/platform/log/index.js';
import { STAGES } from '../../../src/stages.js';
import { OpenNow } from '../../../src/web/public/town-page/open-now.js';
import { TownPageController } from '../../../src/web/public/town-page/town-page.controller.js';
import { configureWeb } from '../../../src/web/shared/configure-web.js';
import {
  AcceptUploads,
  attempt,
  Desk,
  download,
  Id,
  page,
  readForm,
  redirect,
  refuseRobots,
  Sender,
  Uploads,
  Viewer,
  type DownloadResult,
  type PageResult,
  type RedirectResult,
  type Upload,
} from '../../../src/web/shared/index.js';
import { WebSharedModule } from '../../../src/web/shared/web-shared.module.js';
import { Visitor } from '../../../src/demo/visitor/visitor.js';
import { checkHtml } from '../../support/html-check.js';
import { FixedClock } from '../../support/index.js';
import { cloneDatabase, type TestDatabase } from '../../support/test-server.js';

class LineDto {
  @IsString({ message: 'yen.not-a-number' })
  amount!: string;
}

class SampleDto {
  @IsString()
  @MaxLength(5, { message: 'common.too-long', context: { max: 5 } })
  name!: string;

  @Type(() => LineDto)
  @ValidateNested({ each: true })
  lines: LineDto[] = [];
}

@Controller(':town/sample')
@Desk('public')
class SampleController {
  constructor(
    private readonly config: AppConfig,
    private readonly unitOfWork: UnitOfWork,
    private readonly gate: FloodGate,
  ) {}

  @Get()
  show(@Viewer() viewer: Viewer): PageResult {
    return page(viewer, { title: '見本', body: null });
  }

  @Post()
  async save(@Viewer() viewer: Viewer, @Body() body: unknown): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => readForm(SampleDto, body));
    if (!outcome.ok) return page(viewer, { title: '見本', errors: outcome.error, body: JSON.stringify(body) });
    return redirect(viewer.url('sample'), { notice: `「${outcome.value.name}」を保存しました。` });
  }

  @Post('files')
  @AcceptUploads()
  files(@Viewer() viewer: Viewer, @Uploads() uploads: readonly Upload[], @Body() body: unknown): PageResult {
    const seen = uploads
      .map(({ field, name, bytes, refusal = 'whole' }) => `${field}|${name}|${String(bytes.length)}|${refusal}`)
      .join(',');
    return page(viewer, { title: '見本', body: `${seen} ${JSON.stringify(body)}` });
  }

  @Get('letter')
  letter(): DownloadResult {
    return download({ bytes: Buffer.from('%PDF'), fileName: '通知書.pdf', mediaType: 'application/pdf' });
  }

  @Get('broken')
  broken(): never {
    throw new RangeError('a defect');
  }

  /** Open to everyone, and to each of them three times an hour. */
  @Post('letters')
  async write(@Viewer() viewer: Viewer, @Body() body: unknown, @Sender() sender: string): Promise<RedirectResult> {
    refuseRobots(body);
    await this.unitOfWork.run(viewer.actor, (tx) => this.gate.admit(tx, 'sample', sender, { most: 3, minutes: 60 }));
    return redirect(viewer.url('sample'), { notice: '受け付けました。' });
  }

  /** As when every connection is in use for longer than a request waits. */
  @Post('full')
  async full(): Promise<void> {
    await this.crowd();
  }

  @Get('full')
  async fullPage(): Promise<void> {
    await this.crowd();
  }

  private async crowd(): Promise<void> {
    const pool = new pg.Pool({ connectionString: this.config.databaseUrl, max: 1, connectionTimeoutMillis: 50 });
    const first = await pool.connect();
    try {
      await pool.connect();
    } finally {
      first.release();
      await pool.end();
    }
  }

  @Get('refused')
  refused(): never {
    throw new DomainError('common.stale', 'stale');
  }

  @Get('records/:id')
  record(@Viewer() viewer: Viewer, @Id('id') id: string): PageResult {
    return page(viewer, { title: id, body: null });
  }
}

@Controller(':town/staff/sample')
@Desk('staff')
class StaffOnlyController {
  @Get()
  show(@Viewer() viewer: Viewer): PageResult {
    return page(viewer, { title: '職員だけ', body: null });
  }

  @Post()
  save(): never {
    throw new Error('nobody without a session comes here');
  }
}

const OGORI = municipalityId('402168');
const SECTION = { unit: '係', phone: '0942-00-0000', fax: '', mail: null, address: '福岡県小郡市' };

describe('requests', () => {
  let database: TestDatabase;
  let app: NestExpressApplication;
  let url: string;
  let visitor: Visitor;
  const clock = new FixedClock('2026-04-01');
  const logged: string[] = [];

  beforeAll(async () => {
    database = await cloneDatabase();
    const config = readConfig({
      DATABASE_URL: database.runtimeUrl,
      LOG_LEVEL: 'silent',
      PUBLIC_URL: 'http://grants.test',
      TRUSTED_PROXIES: '1',
    });
    @Module({
      imports: [HouseModule.forRoot(config, clock), ...STAGES, WebSharedModule],
      providers: [OpenNow],
      controllers: [SampleController, StaffOnlyController, TownPageController],
    })
    class Root {}
    app = await NestFactory.create<NestExpressApplication>(Root, {
      bodyParser: false,
      logger: new NestLog(pino({ level: 'error' }, { write: (line) => logged.push(line) })),
      abortOnError: false,
    });
    await configureWeb(app);
    await app.listen(0, '127.0.0.1');
    url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
    visitor = new Visitor(url);
    await app.get(UnitOfWork, { strict: false }).run(systemActor(OGORI, 'test'), (tx) =>
      app.get(Municipalities, { strict: false }).open(tx, {
        id: OGORI,
        slug: 'ogori',
        name: '小郡市',
        kana: 'おごおりし',
        prefecture: '福岡県',
        hallName: '小郡市役所',
        postalCode: '838-0198',
        address: '福岡県小郡市小郡255番地1',
        headTitle: '小郡市長',
        headName: '見本 太郎',
        headVacantActing: null,
        treasurerTitle: '会計管理者',
        treasurerName: '見本 花子',
        paymentMode: 'accounting-file',
        bank: null,
        electronicDeliveryBasis: null,
        reminderDays: [7, 1],
        revenueSubjects: {
          account: '一般会計',
          principal: { code: '21-05-01-01', name: '雑入（見本）' },
          addition: { code: '21-01-02-01', name: '加算金（見本）' },
          lateCharge: { code: '21-01-01-01', name: '延滞金（見本）' },
          excess: { code: '21-05-01-02', name: '過誤納金（見本）' },
        },
        sections: [
          { ...SECTION, name: 'コミュニティ推進課', code: '小コ', role: 'promotion' },
          { ...SECTION, name: '会計課', code: '小会', role: 'treasury' },
        ],
      }),
    );
  });

  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  it('shows a page with the town, whom to ask, and a policy that lets nothing foreign in', async () => {
    const shown = await visitor.get('/ogori/sample');
    expect(shown.status).toBe(200);
    expect(shown.title).toBe('見本｜小郡市地域づくり補助金');
    expect(shown.html).toContain('コミュニティ推進課');
    expect(await checkHtml(shown.html)).toEqual([]);
    const policy = shown.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(shown.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('leads from the list of towns to the front page of one', async () => {
    const towns = await visitor.get('/');
    expect(await checkHtml(towns.html)).toEqual([]);
    const front = await towns.click('小郡市の窓口へ');
    expect([front.status, front.path, front.heading]).toEqual([200, '/ogori/', '小郡市の地域づくり']);
    expect(await checkHtml(front.html)).toEqual([]);
  });

  it('serves the stylesheet, the script and the font for ever', async () => {
    const shown = await visitor.get('/ogori/sample');
    const css = await visitor.get(shown.$('link[rel=stylesheet]').attr('href') ?? '');
    expect(css.headers.get('cache-control')).toContain('immutable');
    const font = /url\(["']?(fonts\/[^)"']+)/.exec(css.html)?.[1] ?? '';
    const slice = await visitor.get(`/assets/${font}`);
    expect([slice.status, slice.headers.get('content-type')]).toEqual([200, 'font/woff2']);
    expect(slice.headers.get('cache-control')).toContain('immutable');
    expect((await visitor.get(shown.$('script').attr('src') ?? '')).status).toBe(200);
  });

  it('answers what does not exist with a page, in the town where there is one', async () => {
    const inTown = await visitor.get('/ogori/nothing');
    expect([inTown.status, inTown.heading]).toEqual([404, 'ページが見つかりません']);
    expect(inTown.title).toContain('小郡市');
    expect(await checkHtml(inTown.html)).toEqual([]);
    for (const path of [
      '/nowhere/sample',
      '/favicon.ico',
      '/ogori/sample/records/1',
      '/ogori/%00',
      '/ogori/sample?x=%00',
    ]) {
      expect([path, (await visitor.get(path)).status]).toEqual([path, 404]);
    }
  });

  it('keeps what was typed when it refuses, and says once what it saved', async () => {
    const refused = await visitor.submit('/ogori/sample', { name: '長すぎる名前', 'lines[0][amount][x]': '1' });
    expect(refused.status).toBe(422);
    expect(refused.errors).toEqual([
      'この欄は5文字以内で入力してください。',
      '金額は数字で入力してください（例：50,000）。',
    ]);
    expect(
      refused
        .$('.error-summary a')
        .toArray()
        .map((link) => refused.$(link).attr('href')),
    ).toEqual(['#f-name', '#f-lines-0-amount']);
    expect(refused.text).toContain('長すぎる名前');
    const saved = await visitor.submit('/ogori/sample', { name: '\u0000見本\r' });
    expect(saved.text).toContain('「見本 」を保存しました。');
    expect((await visitor.get('/ogori/sample')).text).not.toContain('保存しました');
  });

  it('refuses acts that another site started', async () => {
    const post = (headers: Record<string, string>): Promise<number> =>
      fetch(`${url}/ogori/sample`, {
        method: 'POST',
        body: new URLSearchParams({ name: '見本' }),
        headers,
        redirect: 'manual',
      }).then((response) => response.status);
    expect(await post({ 'sec-fetch-site': 'cross-site', origin: 'http://grants.test' })).toBe(403);
    expect(await post({ 'sec-fetch-site': 'same-site' })).toBe(403);
    expect(await post({ origin: 'http://evil.test' })).toBe(403);
    expect(await post({ origin: 'null' })).toBe(403);
    expect(await post({})).toBe(403);
    expect(await post({ 'sec-fetch-site': 'same-origin' })).toBe(303);
    expect(await post({ origin: 'http://grants.test' })).toBe(303);
    expect(await post({ origin: url })).toBe(303);
  });

  it('takes so much of one sender and no more for a while, keeps what was typed, and forgets who it was', async () => {
    const write = (address: string, fields: Record<string, string> = { text: '橋の欄干が割れています' }) =>
      visitor.request('POST', '/ogori/sample/letters', {
        body: new URLSearchParams(fields),
        headers: { 'x-forwarded-for': address },
      });
    for (let sent = 1; sent <= 3; sent += 1) {
      expect((await write('192.0.2.9')).text).toContain('受け付けました。');
      clock.pass(600);
    }
    const refused = await write('192.0.2.9');
    expect([refused.status, refused.heading]).toEqual([429, '続けて送ることができません']);
    expect(refused.text).toContain('10時00分を過ぎてから');
    expect(refused.headers.get('retry-after')).toBe('1800');
    expect(await checkHtml(refused.html)).toEqual([]);
    const another = await write('198.51.100.7, 192.0.2.10');
    expect(another.text).toContain('受け付けました。');
    // Whoever writes an address of their own before the proxy's is still the one whom the proxy saw.
    expect((await write('198.51.100.7, 192.0.2.9')).status).toBe(429);

    clock.pass(1800);
    const kept = refused.form().value('text') ?? '';
    expect(kept).toBe('橋の欄干が割れています');
    expect((await write('192.0.2.9', { text: kept })).text).toContain('受け付けました。');

    const robot = await write('192.0.2.11', { text: '安い', homepage: 'http://buy.example' });
    expect(robot.text).not.toContain('受け付けました。');

    const gate = app.get(FloodGate, { strict: false });
    const acts = (): Promise<object[]> =>
      app
        .get(UnitOfWork, { strict: false })
        .read(systemActor(OGORI, 'test'), (tx) => tx.query('SELECT * FROM flood_acts'));
    expect(await acts()).toHaveLength(5);
    expect(JSON.stringify(await acts())).not.toContain('192.0.2');
    clock.at('2026-04-02');
    await app.get(UnitOfWork, { strict: false }).run(systemActor(OGORI, 'test'), (tx) => gate.forget(tx));
    expect(await acts()).toEqual([]);
  });

  it('leads people without a session to the sign-in page and back', async () => {
    const asked = await visitor.request('GET', '/ogori/staff/sample?page=2', { follow: false });
    expect([asked.status, asked.headers.get('location')]).toEqual([
      303,
      '/ogori/sign-in?return=%2Fogori%2Fstaff%2Fsample%3Fpage%3D2',
    ]);
    const acted = await visitor.request('POST', '/ogori/staff/sample', {
      follow: false,
      headers: { referer: `${url}/ogori/staff/form` },
    });
    expect(acted.headers.get('location')).toBe('/ogori/sign-in?return=%2Fogori%2Fstaff%2Fform');
    const autosaved = await visitor.request('POST', '/ogori/staff/sample', {
      headers: { 'x-requested-with': 'autosave' },
    });
    expect(autosaved.status).toBe(401);
    expect(autosaved.json()).toMatchObject({ status: 401, signIn: '/ogori/sign-in' });
  });

  it('takes files with Japanese names; one over 20 MB, or beyond 100 MB together, is told at its field', async () => {
    const file = (bytes: Uint8Array) => ({ bytes, fileName: '規約（改正）.pdf', mediaType: 'application/pdf' });
    const taken = await visitor.submit(
      '/ogori/sample/files',
      { 'rules[0]': file(Buffer.from('%PDF')), 'a[b]': '見本' },
      true,
    );
    expect(taken.text).toContain('rules[0]|規約（改正）.pdf|4|whole');
    expect(taken.text).toContain('{"a":{"b":"見本"}}');
    const [most, large] = [Buffer.alloc(20 * 1_048_576), Buffer.alloc(20 * 1_048_576 + 1)];
    const mixed = await visitor.submit(
      '/ogori/sample/files',
      { rules: [large, ...Array<Buffer>(6).fill(most)].map(file), name: '見本' },
      true,
    );
    const refusals = mixed.text.match(/(?<=pdf\|)\d+\|[a-z.-]+/g);
    const whole = `${String(most.length)}|whole`;
    expect(refusals).toEqual(['0|files.too-big', whole, whole, whole, whole, whole, '0|files.too-much-at-once']);
    expect(mixed.text).toContain('{"name":"見本"}');
    const many = await visitor.submit(
      '/ogori/sample/files',
      { rules: Array.from({ length: 21 }, () => file(Buffer.from('x'))) },
      true,
    );
    expect([many.status, many.text]).toEqual([400, expect.stringContaining('20件まで')]);
  });

  it('answers bodies that cannot be read with a page, never with a defect', async () => {
    const send = (body: string, type: string): Promise<number> =>
      visitor
        .request('POST', '/ogori/sample', { body, headers: { 'content-type': type } })
        .then(({ status }) => status);
    expect(await send('name=%E0%A4%A', 'application/x-www-form-urlencoded')).toBeLessThan(500);
    expect(await send(`name=${'x'.repeat(3_000_000)}`, 'application/x-www-form-urlencoded')).toBe(413);
    expect(await send('{"name":', 'application/json')).toBe(400);
    expect(await send('x', 'application/x-www-form-urlencoded; charset=nonsense')).toBe(400);
    expect(await send('', 'text/plain')).toBe(422);
    const cut = await visitor.request('POST', '/ogori/sample/files', {
      body: '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    });
    expect(cut.status).toBe(400);
    expect(cut.heading).toBe('送られた内容を読み取れませんでした');
    expect((await visitor.get('/ogori/sample/records/%E0%A4%A')).status).toBe(400);
    const deep = `name${'[a]'.repeat(200)}=1&lines[999999]=1&__proto__[x]=1&name[toString]=1`;
    expect(await send(deep, 'application/x-www-form-urlencoded')).toBeLessThan(500);
  });

  it('shows a number to quote when something breaks, and nothing of the inside', async () => {
    const broken = await visitor.get('/ogori/sample/broken');
    expect(broken.status).toBe(500);
    expect(broken.text).toContain('次の番号');
    expect(broken.html).not.toContain('a defect');
    expect(await checkHtml(broken.html)).toEqual([]);
    expect((await visitor.get('/ogori/sample/refused')).status).toBe(409);
  });

  it('writes the cause of what broke in one line of the log, under the number on the page, without what was sent', async () => {
    logged.length = 0;
    const broken = await visitor.get('/ogori/sample/broken?name=見本太郎');
    expect(logged).toHaveLength(1);
    const line = JSON.parse(logged[0] ?? '') as Record<string, unknown>;
    expect(line).toMatchObject({ msg: 'a defect', error: 'RangeError', method: 'GET', path: '/ogori/sample/broken' });
    expect(line['stack']).toMatch(/at \S*broken \(.*requests\.test\.ts:\d+/);
    expect(line['requestId']).toBe(broken.$('.request-id').text());
    expect(logged[0]).not.toContain(encodeURIComponent('見本太郎'));
    expect(logged[0]).not.toContain('見本太郎');
  });

  it('asks to press again when too many come at once, and keeps what was typed', async () => {
    const full = await visitor.submit('/ogori/sample/full', { name: '見本', 'lines[0][amount]': '12,000' });
    expect([full.status, full.heading]).toEqual([503, 'ただいま混み合っています']);
    expect(Number(full.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await checkHtml(full.html)).toEqual([]);
    const again = full.form('入力した内容を送り直す');
    expect([again.value('name'), again.value('lines[0][amount]')]).toEqual(['見本', '12,000']);
    const asked = await visitor.get('/ogori/sample/full');
    expect([asked.status, asked.$('main a').attr('href')]).toEqual([503, '/ogori/sample/full']);
    expect(await checkHtml(asked.html)).toEqual([]);
    const secret = await visitor.submit('/ogori/sample/full', { signInName: 'mihon', password: 'himitsu' });
    expect([secret.status, secret.$('main form').length]).toEqual([503, 0]);
    expect(secret.html).not.toContain('himitsu');
  });

  it('hands out files under their own names and shows none as a page', async () => {
    const letter = await visitor.get('/ogori/sample/letter');
    expect(letter.headers.get('content-disposition')).toContain("filename*=UTF-8''%E9%80%9A%E7%9F%A5%E6%9B%B8.pdf");
    expect(letter.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(letter.headers.get('content-security-policy')).toContain('sandbox');
    expect(letter.headers.get('cache-control')).toContain('no-store');
  });
});
