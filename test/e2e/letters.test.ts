import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { DEMO_PASSWORD } from '../../src/demo/towns/index.js';
import { Accounts } from '../../src/identity/index.js';
import { systemActor, type StaffActor } from '../../src/kernel/actor.js';
import { makePrintedCode } from '../../src/kernel/printed-code.js';
import { UnitOfWork } from '../../src/platform/database/index.js';
import { checkAxe } from '../support/axe-check.js';
import { aPublishedProgram, anOfficerAccount, type TestProgram } from '../support/builders/applications.js';
import { approveByAll } from '../support/builders/approvals.js';
import {
  aBudgetLine,
  aPassedCase,
  draftDecision,
  grantOf,
  issueLetters,
  theMorningOf,
  type TestCase,
} from '../support/builders/grants.js';
import { openTowns, signIn, staffActor, type Towns } from '../support/builders/staff.js';
import { checkHtml } from '../support/html-check.js';
import { openBrowser, openWeb, type TestBrowser, type Visitor, type Web } from '../support/index.js';
import { readPdf } from '../support/pdf-check.js';

/** のぞみが丘 does not want electronic letters (見本). */
const DISTRICTS = [
  { name: '小郡校区協働のまちづくり協議会', district: '小郡校区', consents: true, signInName: 'ogori-yakuin' },
  { name: '三国校区協働のまちづくり協議会', district: '三国校区', consents: true, signInName: 'mikuni-yakuin' },
  {
    name: 'のぞみが丘小学校区協働のまちづくり協議会',
    district: 'のぞみが丘校区',
    consents: false,
    signInName: 'nozomi-yakuin',
  },
] as const;

const pdfFile = (bytes: Uint8Array) => ({ bytes, fileName: '通知書.pdf', mediaType: 'application/pdf' });

describe('from the decision to the letter', () => {
  let web: Web;
  let towns: Towns;
  let clerk: StaffActor;
  let approvers: readonly StaffActor[];
  let chromium: TestBrowser;
  let operatingGrant: TestProgram;
  const cases: TestCase[] = [];

  beforeAll(async () => {
    web = await openWeb({ at: '2026-04-10' });
    towns = await openTowns(web);
    clerk = await staffActor(web, towns.ogori, 'tanto1');
    approvers = [await staffActor(web, towns.ogori, 'kakaricho'), await staffActor(web, towns.ogori, 'kacho')];
    const budgetLineId = await aBudgetLine(web, clerk, '02-01-07-18-555', 6_000_000);
    operatingGrant = await aPublishedProgram(web, clerk, { budgetLineId });
    for (const { signInName, ...wishes } of DISTRICTS) {
      const made = await aPassedCase(web, clerk, operatingGrant, wishes);
      cases.push(made);
      await web.get(UnitOfWork).run(systemActor(towns.ogori.id, 'test'), (tx) =>
        web.get(Accounts).createForParty(tx, {
          partyKind: 'officer',
          partyId: made.organization.officer.officerId,
          signInName,
          password: DEMO_PASSWORD,
          displayName: '見本 花子',
        }),
      );
    }
    await web.drainOutbox();
    chromium = await openBrowser();
  });

  afterAll(async () => {
    await chromium.close();
    await web.close();
  });

  const as = async (signInName: string): Promise<Visitor> => {
    const visitor = web.visitor();
    await signIn(visitor, towns.ogori, signInName);
    return visitor;
  };

  it('drafts the passed applications together, after a fault that keeps what was chosen', async () => {
    const staff = await as('tanto1');
    const desk = await staff.get('/ogori/staff/grants');
    expect(desk.text).toContain('起案する申請（3件）');
    expect(desk.text).toContain('1,890,000円');
    const chosen = cases.slice(0, 2).map(({ applicationId }) => applicationId);
    const none = await desk.form('選んだ申請の交付決定を起案する').fill({ 'applicationIds[]': [] }).submit();
    expect(none.status).toBe(422);
    expect(none.$('input[name="applicationIds[]"][checked]')).toHaveLength(0);
    const faulty = await none
      .form('選んだ申請の交付決定を起案する')
      .fill({ 'applicationIds[]': chosen, title: '', reason: '審査の結果、適当と認める。' })
      .submit();
    expect(faulty.status).toBe(422);
    expect(faulty.errors).toEqual(['件名を入力してください。']);
    expect(faulty.$('input[name="applicationIds[]"][checked]')).toHaveLength(2);
    const drafted = await faulty.form('選んだ申請の交付決定を起案する').fill({ title: '交付決定について' }).submit();
    expect(drafted.path).toMatch(/^\/ogori\/staff\/approvals\/[0-9a-f-]{36}$/);
    expect(drafted.text).toContain('交付決定を起案しました。');
    expect(drafted.text).toContain('小郡校区協働のまちづくり協議会');
    await approveByAll(web, drafted.path.split('/').pop() ?? '', ...approvers);
    await approveByAll(web, await draftDecision(web, clerk, [cases[2]?.applicationId ?? '']), ...approvers);
  });

  it('issues the letters and shows the drawing as it goes on', async () => {
    const staff = await as('tanto1');
    const desk = await staff.get('/ogori/staff/grants');
    expect(desk.text).toContain('施行する交付決定（3件）');
    const none = await desk.form('選んだ交付決定の通知書を施行する').fill({ 'grantIds[]': [] }).submit();
    expect(none.status).toBe(422);
    expect(none.$('input[name="grantIds[]"][checked]')).toHaveLength(0);
    const early = await desk.form('選んだ交付決定の通知書を施行する').fill({ issuedOn: '令和8年4月9日' }).submit();
    expect(early.errors).toEqual(['施行日は決裁日（令和8年4月10日）以後の日を入力してください。']);
    expect(early.form('選んだ交付決定の通知書を施行する').value('issuedOn')).toBe('令和8年4月9日');

    const batch = await early.form('選んだ交付決定の通知書を施行する').fill({ issuedOn: 'R8.4.13' }).submit();
    expect(batch.$('progress').attr('value')).toBe('0');
    expect(batch.$('progress').attr('max')).toBe('3');
    expect(batch.texts('tbody th')).toEqual(['8小コ第1号', '8小コ第2号', '8小コ第3号']);
    const watching = staff.get(batch.$('[data-live]').attr('data-live') ?? '');
    await web.drainOutbox();
    const events = await watching;
    expect(events.headers.get('content-type')).toContain('text/event-stream');
    const told = events.html.split('\n').filter((line) => line.startsWith('data: '));
    expect(JSON.parse(told[told.length - 1]?.slice(6) ?? '')).toEqual({
      done: 3,
      total: 3,
      text: '3通のうち3通を作成しました。',
      finished: true,
    });
    const done = await staff.get(batch.path);
    expect(done.text).toContain('3通のうち3通を作成しました。');
    expect(done.$('progress')).toHaveLength(0);
    expect(done.texts('.tag')).toEqual(['施行予定', '施行予定', '施行予定']);
    expect((await staff.get('/ogori/staff/grants')).text).toContain('施行予定（3件）');
    const waiting = await as('mikuni-yakuin');
    expect((await waiting.get('/ogori/committee/letters')).text).not.toContain('交付決定通知書');
    await theMorningOf(web, towns.ogori, '2026-04-13');
    const morning = await as('tanto1');
    expect((await morning.get(batch.path)).texts('.tag')).toEqual(['交付済み・未開封', '交付済み・未開封', '発送待ち']);
    const stranger = web.visitor();
    await signIn(stranger, towns.kotake, 'tanto');
    expect((await stranger.get(batch.path.replace('ogori', 'kotake'))).status).toBe(404);
  });

  it('prints what goes on paper and records its dispatch', async () => {
    const staff = await as('tanto1');
    const list = await staff.get('/ogori/staff/letters/dispatch');
    expect(list.texts('tbody th')).toEqual(['8小コ第3号']);
    const pdf = await list.click('PDFを開く');
    expect(pdf.headers.get('content-type')).toContain('application/pdf');
    expect((await readPdf(pdf.bytes)).text).toContain('のぞみが丘小学校区協働のまちづくり協議会');
    const none = await list.form('選んだ通知書の発送を記録する').fill({ 'letterIds[]': [] }).submit();
    expect(none.status).toBe(422);
    expect(none.$('input[name="letterIds[]"][checked]')).toHaveLength(0);
    const tomorrow = await list.form('選んだ通知書の発送を記録する').fill({ on: '2026/4/14' }).submit();
    expect(tomorrow.errors).toEqual(['発送日は今日以前の日を入力してください。']);
    web.clock.at('2026-04-14');
    const later = await as('tanto1');
    const again = await later.get('/ogori/staff/letters/dispatch');
    const sent = await again.form('選んだ通知書の発送を記録する').fill({ on: '2026/4/14', how: 'messenger' }).submit();
    expect(sent.text).toContain('発送を記録しました。');
    expect(sent.text).toContain('印刷して送る通知書はありません。');
    const seals = await later.get('/ogori/staff/letters/seals');
    const unsealed = seals.form('公印使用簿に記録する').tickAll('letterIds[]');
    const unkept = await unsealed.fill({ document: '覚書（見本）', copies: '２' }).submit();
    expect(unkept.errors).toEqual(['公印の保管者の職・氏名を入力してください。']);
    const kept = await unkept
      .form('公印使用簿に記録する')
      .tickAll('letterIds[]')
      .fill({ keeper: '総務広報課長　見本 太郎' })
      .submit();
    expect(kept.texts('tbody th')).toEqual(
      expect.arrayContaining([expect.stringContaining('8小コ第3号'), '覚書（見本）']),
    );
    expect(kept.$('[name="letterIds[]"]')).toHaveLength(0);
    expect(await checkHtml(kept.html)).toEqual([]);
    const register = await later.get('/ogori/staff/letters?only=numbered&search=のぞみが丘');
    expect(register.text).toContain('令和8年4月14日（使送）');
  });

  it('lies in the inbox of the organisation that consented, and its first opening is recorded', async () => {
    const officer = await as('mikuni-yakuin');
    const inbox = await officer.get('/ogori/committee/letters');
    const letter = await inbox.click('令和8年度運営交付金交付決定通知書');
    expect(letter.text).toContain('8小コ第2号');
    expect(letter.text).toContain('金630,000円');
    expect(letter.text).toContain('初めて開いた日時：令和8年4月14日');
    expect(await checkHtml(letter.html)).toEqual([]);
    const pdf = await letter.click('PDFを開く');
    expect(await readPdf(pdf.bytes)).toMatchObject({ tagged: true, pdfA: '2A', language: 'ja-JP' });
    expect((await officer.get('/ogori/committee/letters')).texts('.tag')).toContain('開封済み');

    const other = await as('ogori-yakuin');
    expect((await other.get(letter.path)).status).toBe(404);
    expect((await other.get(`${letter.path}/pdf`)).status).toBe(404);
    const onPaper = await as('nozomi-yakuin');
    expect((await onPaper.get('/ogori/committee/letters')).text).not.toContain('交付決定通知書');
  });

  it('is known to everyone who holds it by its code and by its PDF, and to nobody else', async () => {
    const officer = await as('mikuni-yakuin');
    const letter = await (await officer.get('/ogori/committee/letters')).click('令和8年度運営交付金交付決定通知書');
    const pdf = await letter.click('PDFを開く');
    const printed = (await readPdf(pdf.bytes)).text.replace(/\s/g, '');
    const [, code = ''] = /確認コード((?:[0-9A-Z]{4}-?){4})/.exec(printed) ?? [];
    expect(printed).toContain(`/ogori/check`);

    const anyone = web.visitor();
    const ask = await (await anyone.get('/ogori/')).click('通知書を確かめる');
    const slip = await ask
      .form('確かめる')
      .fill({ code: code.replace(/^./, (first) => (first === '3' ? '4' : '3')) })
      .submit();
    expect(slip.errors.join()).toContain('打ち間違い');
    const found = await slip
      .form('確かめる')
      .fill({ code: code.toLowerCase().replaceAll('-', '　') })
      .submit();
    expect(found.path).toBe(`/ogori/check/${code}`);
    for (const fact of ['8小コ第2号', '三国校区協働のまちづくり協議会', '630,000円', 'いまも有効です']) {
      expect(found.text).toContain(fact);
    }
    expect(found.text).not.toContain('見本 花子');
    expect(await checkHtml(found.html)).toEqual([]);

    const same = await found
      .form('PDFを見比べる')
      .fill({ pdf: pdfFile(pdf.bytes) })
      .submit();
    expect(same.text).toContain('PDFは一文字も変わっていません');
    const forged = Buffer.from(pdf.bytes);
    forged[forged.length - 8] = 0x20;
    const other = await found
      .form('PDFを見比べる')
      .fill({ pdf: pdfFile(forged) })
      .submit();
    expect(other.heading).toBe('このPDFと同じ文書は見つかりません');
    expect((await anyone.get(`/kotake/check/${code}`)).status).toBe(404);
  });

  it('a 受付票 is known with the amount that was asked for', async () => {
    const receipt = await (await (await as('mikuni-yakuin')).get('/ogori/committee/letters')).click('受付票');
    const printed = (await readPdf((await receipt.click('PDFを開く')).bytes)).text.replace(/\s/g, '');
    const [, code = ''] = /確認コード((?:[0-9A-Z]{4}-?){4})/.exec(printed) ?? [];
    const found = await web.visitor().get(`/ogori/check/${code}`);
    expect(found.heading).toBe('小郡市役所が出した文書です');
    expect(found.text).toMatch(/申請額\s*630,000円/);
  });

  it('slows down whoever guesses codes', async () => {
    const guesser = web.visitor();
    let refused = 0;
    for (let guess = 0; guess < 70; guess++) {
      const places = [guess % 23, Math.floor(guess / 23)].values();
      const code = makePrintedCode(() => places.next().value ?? 7);
      const answer = await guesser.get(`/ogori/check/${code}`);
      if (answer.status === 429) refused++;
      else expect(answer.status).toBe(404);
    }
    expect(refused).toBeGreaterThan(0);
  });

  it('makes a number void with its reason, and the decision waits for another letter', async () => {
    const staff = await as('tanto1');
    const register = await staff.get('/ogori/staff/letters?only=numbered');
    const letter = await register.click('8小コ第1号');
    const missing = await letter.form('欠番にする').submit();
    expect(missing.errors).toEqual(['欠番にする理由を入力してください。']);
    const gone = await missing.form('欠番にする').fill({ reason: '宛先の代表者が交代していたため' }).submit();
    expect(gone.text).toContain('この文書番号は欠番です。');
    await web.drainOutbox();
    expect((await staff.get('/ogori/staff/letters?only=void')).text).toContain('宛先の代表者が交代していたため');
    expect((await staff.get('/ogori/staff/grants')).text).toContain('施行する交付決定（1件）');
    const opened = await (await staff.get('/ogori/staff/letters')).click('8小コ第2号');
    expect(opened.texts('button')).not.toContain('欠番にする');
  });

  it('refuses an application with a reason, after a fault that keeps it, and lets another outcome follow', async () => {
    const wishes = { name: '味坂校区協働のまちづくり協議会', district: '味坂校区', consents: true };
    const made = await aPassedCase(web, clerk, operatingGrant, wishes);
    const at = (field: string): string => `outcomes[${made.applicationId}][${field}]`;
    const staff = await as('tanto1');
    const desk = (await staff.get('/ogori/staff/grants')).form('選んだ申請の交付決定を起案する');
    const typed = { [at('outcome')]: 'refused', [at('amount')]: '四十万', [at('reason')]: '目的に合わないため。' };
    const faulty = await desk.fill(typed).submit();
    expect(faulty.status).toBe(422);
    expect(faulty.$(`[name="${at('amount')}"]`).attr('aria-invalid')).toBe('true');
    expect(faulty.$('details[open]').text()).toContain('減額・不交付の理由');
    const again = faulty.form('選んだ申請の交付決定を起案する');
    expect([again.value(at('outcome')), again.value(at('reason'))]).toEqual(['refused', '目的に合わないため。']);
    expect(await checkHtml(faulty.html)).toEqual([]);

    const drafted = await again.fill({ [at('amount')]: '' }).submit();
    expect(drafted.text).toContain('不交付の理由');
    const { id } = await grantOf(web, clerk, made.applicationId);
    const path = `/ogori/staff/grants/${id}/outcome`;
    const shown = await staff.get(path);
    expect(await checkHtml(shown.html)).toEqual([]);
    const reduction = { [at('outcome')]: 'reduced', [at('amount')]: '400,000', [at('reason')]: '' };
    const without = await shown.form('処分を変える').fill(reduction).submit();
    expect(without.errors).toEqual([`「${wishes.name}」の減額の理由を入力してください。通知書に書かれます。`]);
    expect(without.form('処分を変える').value(at('amount'))).toBe('400,000');
    const reason = { [at('reason')]: '繰越金が多いため。' };
    const changed = await without.form('処分を変える').fill(reason).submit();
    expect(changed.text).toContain('起案の後に内容が変わりました');
    expect((await shown.form('処分を変える').submit()).errors).toEqual([
      'この案件の処分は、ほかの人が先に変えました。いまの処分を確かめてから、もう一度入力してください。',
    ]);
    const back = { [at('outcome')]: 'refused', [at('amount')]: '', [at('reason')]: '目的に合わないため。' };
    await (await staff.get(path)).form('処分を変える').fill(back).submit();

    await approveByAll(web, drafted.path.split('/').pop() ?? '', ...approvers);
    await issueLetters(web, clerk, [id], '2026-04-14');
    await web.drainOutbox();
    await anOfficerAccount(web, made.organization, 'ajisaka-yakuin');
    const officer = await as('ajisaka-yakuin');
    const sent = await officer.get(`/ogori/committee/applications/${made.applicationId}`);
    expect(sent.$('section:has(> .section-head > h2:contains("決定の内容"))').text()).toContain('目的に合わないため。');
    expect(sent.texts('.tag')).toContain('不交付');
    expect(await checkHtml(sent.html)).toEqual([]);
    const letter = await (await officer.get('/ogori/committee/letters')).click('令和8年度運営交付金不交付決定通知書');
    expect(letter.text).toContain('交付しない理由');
    expect((await officer.get('/ogori/committee/claims')).$('main a[href*="/claims/"]')).toHaveLength(0);
    expect((await web.visitor().get('/ogori/grants.csv')).text).not.toContain(wishes.name);
    expect((await staff.get('/ogori/staff/grants')).text).toContain('不交付（申請額630,000円）');
  });

  it('is clean and fits at both widths, for staff and for the organisation', async () => {
    const staff = await as('tanto1');
    const batch = (await staff.get('/ogori/staff/letters?only=numbered')).$('tbody a').last().attr('href') ?? '';
    const officer = await as('mikuni-yakuin');
    const letter = (await officer.get('/ogori/committee/letters')).$('tbody a').first().attr('href') ?? '';
    const visits = [
      ['tanto1', ['/ogori/staff/grants', '/ogori/staff/letters', '/ogori/staff/letters/dispatch', batch]],
      ['mikuni-yakuin', ['/ogori/committee/letters', letter, '/ogori/check']],
    ] as const;
    for (const width of [1280, 360]) {
      for (const [signInName, paths] of visits) {
        const page = await chromium.person({ viewport: { width, height: 900 } });
        await page.goto(`${web.url}/ogori/sign-in`);
        await page.fill('#f-signInName', signInName);
        await page.fill('#f-password', DEMO_PASSWORD);
        await page.click('main button');
        for (const path of paths) {
          const answer = await page.goto(`${web.url}${path}`);
          expect(await checkHtml((await answer?.text()) ?? '')).toEqual([]);
          expect(await checkAxe(page)).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
          const shots = process.env['SCREENSHOTS'];
          const name = path
            .split('/')
            .slice(2)
            .map((part) => part.slice(0, 9))
            .join('-');
          if (shots) await page.screenshot({ path: `${shots}/${name}-${String(width)}.png`, fullPage: true });
        }
        await page.context().close();
      }
    }
  }, 240_000);
});
