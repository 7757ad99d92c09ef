import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anOfficerAccount, aPublishedProgram, startApplication } from '../support/builders/applications.js';
import { FORM_OF_ALL_KINDS } from '../support/builders/form-of-all-kinds.js';
import { aPicture, aRegisteredOrganization } from '../support/builders/organizations.js';
import { openTowns, signIn, staffActor, type Towns } from '../support/builders/staff.js';
import { checkHtml } from '../support/html-check.js';
import { openWeb, type Web } from '../support/index.js';

describe('a session that ends while somebody writes, without scripts', () => {
  let web: Web;
  let towns: Towns;
  let application: string;
  /** Asks for files and words on one page. */
  let both: string;

  beforeAll(async () => {
    web = await openWeb({ at: '2026-04-20' });
    towns = await openTowns(web);
    const clerk = await staffActor(web, towns.ogori, 'tanto1');
    const organization = await aRegisteredOrganization(web, clerk, { name: '東野校区協働のまちづくり協議会' });
    await anOfficerAccount(web, organization, 'higashino');
    application = await startApplication(web, organization.officer, await aPublishedProgram(web, clerk));
    const program = await aPublishedProgram(web, clerk, { form: FORM_OF_ALL_KINDS });
    both = await startApplication(web, organization.officer, program);
  });

  afterAll(() => web.close());

  it('keeps every word until the officer has signed in again', async () => {
    const officer = web.visitor();
    await signIn(officer, towns.ogori, 'higashino');
    const plan = (await officer.get(`/ogori/committee/applications/${application}/form/plan`)).form();
    const [question = ''] = plan.fields.filter((name) => name.startsWith('form['));
    web.clock.at('2026-04-21');

    const ended = await plan.fill({ [question]: '夜のあいだに書いた「計画」です。\n二行目もあります。' }).submit();
    expect([ended.status, ended.heading]).toEqual([401, 'ログインの期限が切れました']);
    expect(await checkHtml(ended.html)).toEqual([]);

    await signIn(officer, towns.ogori, 'higashino');
    const saved = await ended.form().submit('入力した内容を送り直す');
    expect(saved.status).toBe(200);
    const again = (await officer.get(`/ogori/committee/applications/${application}/form/plan`)).form();
    expect(again.value(question)?.split(/\r?\n/)).toEqual(['夜のあいだに書いた「計画」です。', '二行目もあります。']);
  });

  it('keeps the words of a form with files, too, and asks for the files again', async () => {
    const officer = web.visitor();
    await signIn(officer, towns.ogori, 'higashino');
    const path = `/ogori/committee/applications/${both}/form/papers`;
    const papers = (await officer.get(path)).form();
    web.clock.at('2026-04-22');
    const { bytes } = aPicture();
    const chosen = { 'form[plan]': { bytes, fileName: '計画.png', mediaType: 'image/png' }, 'form[books]': 'yes' };
    const ended = await papers.fill(chosen).submit('保存して次へ');
    expect([ended.status, ended.heading]).toEqual([401, 'ログインの期限が切れました']);
    expect(ended.text).toContain('選んだファイルは残っていません');
    expect(await checkHtml(ended.html)).toEqual([]);
    expect(ended.html).not.toContain('計画.png');

    await signIn(officer, towns.ogori, 'higashino');
    const missing = await ended.form().submit('入力した内容を送り直す');
    expect(missing.errors).toEqual(['「計画書」のファイルを添えてください。']);
    expect(missing.form().value('form[books]')).toBe('yes');
  });

  it('never writes a password into a page', async () => {
    const officer = web.visitor();
    await signIn(officer, towns.ogori, 'higashino');
    const form = (await officer.get('/ogori/account/password')).form();
    web.clock.at('2026-04-23');
    const words = { current: 'mihon-de-tamesu', next: 'atarashii-kotoba' };
    const [current = '', next = '', again = ''] = form.fields.filter((name) => /password/i.test(name));
    const answer = await form.fill({ [current]: words.current, [next]: words.next, [again]: words.next }).submit();
    expect(answer.heading).toBe('ログイン');
    expect(answer.html).not.toContain(words.next);
  });
});
