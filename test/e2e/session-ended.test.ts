import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anOfficerAccount, aPublishedProgram, startApplication } from '../support/builders/applications.js';
import { aRegisteredOrganization } from '../support/builders/organizations.js';
import { openTowns, signIn, staffActor, type Towns } from '../support/builders/staff.js';
import { checkHtml } from '../support/html-check.js';
import { openWeb, type Web } from '../support/index.js';

describe('a session that ends while somebody writes, without scripts', () => {
  let web: Web;
  let towns: Towns;
  let application: string;

  beforeAll(async () => {
    web = await openWeb({ at: '2026-04-20' });
    towns = await openTowns(web);
    const clerk = await staffActor(web, towns.ogori, 'tanto1');
    const organization = await aRegisteredOrganization(web, clerk, { name: '東野校区協働のまちづくり協議会' });
    await anOfficerAccount(web, organization, 'higashino');
    application = await startApplication(web, organization.officer, await aPublishedProgram(web, clerk));
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

  it('never writes a password into a page', async () => {
    const officer = web.visitor();
    await signIn(officer, towns.ogori, 'higashino');
    const form = (await officer.get('/ogori/account/password')).form();
    web.clock.at('2026-04-22');
    const words = { current: 'mihon-de-tamesu', next: 'atarashii-kotoba' };
    const [current = '', next = '', again = ''] = form.fields.filter((name) => /password/i.test(name));
    const answer = await form.fill({ [current]: words.current, [next]: words.next, [again]: words.next }).submit();
    expect(answer.heading).toBe('ログイン');
    expect(answer.html).not.toContain(words.next);
  });
});
