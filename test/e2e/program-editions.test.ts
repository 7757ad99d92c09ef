import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { StaffActor } from '../../src/kernel/actor.js';
import { localDate } from '../../src/kernel/local-date.js';
import { EditDraftVersion, PrepareNextVersion, type ProgramDocument } from '../../src/programs/index.js';
import { aPublishedProgram, aSubmittedApplication, type TestProgram } from '../support/builders/applications.js';
import { aRegisteredOrganization, type TestOrganization } from '../support/builders/organizations.js';
import { openTowns, signIn, staffActor, type Towns } from '../support/builders/staff.js';
import { checkHtml } from '../support/html-check.js';
import { openWeb, type Page, type Visitor, type Web } from '../support/index.js';

describe('the editions of a programme', () => {
  let web: Web;
  let towns: Towns;
  let clerk: StaffActor;
  let ours: TestOrganization;
  let theirs: TestOrganization;

  beforeAll(async () => {
    web = await openWeb({ at: '2026-04-20' });
    towns = await openTowns(web);
    clerk = await staffActor(web, towns.ogori, 'tanto1');
    ours = await aRegisteredOrganization(web, clerk, { name: '三国校区協働のまちづくり協議会', district: '三国校区' });
    theirs = await aRegisteredOrganization(web, clerk, { name: '立石校区の会', district: '立石校区' });
  });

  afterAll(() => web.close());

  const as = async (signInName: string): Promise<Visitor> => {
    const visitor = web.visitor();
    await signIn(visitor, towns.ogori, signInName);
    return visitor;
  };

  /** The draft of the next edition, changed; the version that it was saved as is 2. */
  const aNextDraft = async (program: TestProgram, change: Partial<ProgramDocument>): Promise<string> => {
    const { versionId } = await web.get(PrepareNextVersion).execute(clerk, program);
    const fields = Object.keys(change) as (keyof ProgramDocument)[];
    await web
      .get(EditDraftVersion)
      .execute(clerk, { versionId, version: 1, fields, change: (stored) => ({ ...stored, ...change }) });
    return versionId;
  };

  const look = async (visitor: Visitor, path: string): Promise<Page> => {
    const page = await visitor.get(`/ogori/${path}`);
    expect(await checkHtml(page.html)).toEqual([]);
    return page;
  };

  /** 均等割 of the tests' programme is 570,000 yen. */
  const flatOf = (program: TestProgram, yen: string): ProgramDocument['rule'] => ({
    ...program.document.rule,
    terms: program.document.rule.terms.map((term) => (term.kind === 'flat' ? { ...term, yen } : term)),
  });

  it('stand beside each other, with what differs and nothing else', async () => {
    const program = await aPublishedProgram(web, clerk);
    const next = await aNextDraft(program, {
      rule: flatOf(program, '600000'),
      timetable: { ...program.document.timetable, closes: localDate('2026-06-12') },
    });
    const staff = await as('tanto1');
    const draft = await look(staff, `staff/programs/${next}`);
    expect(draft.text).toContain('前の版との違いを見る');
    const compared = await look(staff, `staff/programs/${next}/changes`);
    for (const words of ['570,000円', '600,000円', '令和8年5月29日', '令和8年6月12日']) {
      expect(compared.text).toContain(words);
    }
    expect(compared.text).not.toContain('行政区割');
    expect(compared.text).not.toContain(program.document.purpose);
    expect((await staff.get(`/ogori/staff/programs/${program.versionId}/changes`)).status).toBe(404);
  });

  it('are published by the last approval where the town decides it by a draft; what is saved meanwhile voids approvals', async () => {
    const tanto = await staffActor(web, towns.kotake, 'tanto');
    const program = await aPublishedProgram(web, tanto, { name: '令和8年度 通学路の見守り（見本）' });
    const { versionId } = await web.get(PrepareNextVersion).execute(tanto, program);
    const save = (version: number, flat: string): Promise<void> =>
      web.get(EditDraftVersion).execute(tanto, {
        ...{ versionId, version, fields: ['rule'] },
        change: (stored) => ({ ...stored, rule: flatOf(program, flat) }),
      });
    await save(1, '600000');
    const at = async (signInName: string): Promise<Visitor> => {
      const visitor = web.visitor();
      await signIn(visitor, towns.kotake, signInName);
      return visitor;
    };
    const path = `/kotake/staff/programs/${versionId}`;
    const clerkAt = await at('tanto');
    let page = await clerkAt.get(path);
    expect(page.texts('button')).not.toContain('この版を公開する');
    page = await page.form('公開を起案する').fill({ reason: '' }).submit();
    expect(page.errors).toEqual(['起案の理由を入力してください。']);
    page = await page.form('公開を起案する').fill({ reason: '均等割を改めるため。' }).submit();
    expect(page.text).toContain('570,000円');
    expect(page.text).toContain('600,000円');
    expect(await checkHtml(page.html)).toEqual([]);
    const draft = page.url.pathname;
    const approveAs = async (signInName: string): Promise<Page> =>
      (await (await at(signInName)).get(draft)).form(`${draft}/approval`).submit();
    await approveAs('kacho');
    page = await clerkAt.get(path);
    expect(page.text).toContain('公開の決裁を待っています');

    await save(2, '610000');
    page = await (await at('fukuchocho')).get(draft);
    expect(page.text).toContain('起案の後に内容が変わりました');
    expect(page.$(`form[action="${draft}/approval"]`)).toHaveLength(0);
    await (await clerkAt.get(draft)).form('変わった案件を出し直す').submit();
    await approveAs('kacho');
    expect((await approveAs('fukuchocho')).text).toContain('決裁しました。');
    page = await clerkAt.get(path);
    expect(page.text).toContain('公開：勝野 見本');
    expect(page.text).toContain('610,000円');
  });

  it('are corrected one draft a year, which can be discarded; the one before is told apart in the list', async () => {
    const program = await aPublishedProgram(web, clerk, { name: '令和8年度 防災訓練の見本' });
    const staff = await as('tanto1');
    const open = () => staff.get(`/ogori/staff/programs/${program.versionId}`);
    const compared = await (await open()).form('次の年度の下書きを作る').submit();
    expect(compared.text).toContain('令和9年度 第1版');
    expect((await compared.click('下書きを直す')).heading).toBe('補助制度の下書きを直す');
    const draft = await (await open()).form('新しい版を作る').submit();
    expect(draft.text).toContain('令和8年度 第2版');
    const again = await (await open()).form('新しい版を作る').submit();
    expect(again.path).toBe(draft.path);
    expect(again.text).toContain('書きかけの下書きを開きました');
    const unsure = await again.form('下書きを破棄する').submit();
    expect(unsure.errors).toEqual(['消すときは、確かめた印を付けてください。']);
    expect(await checkHtml(unsure.html)).toEqual([]);
    const discarded = await unsure.form('下書きを破棄する').fill({ confirmed: 'yes' }).submit();
    expect(discarded.text).toContain('下書きを破棄しました');
    const published = await (await (await open()).form('新しい版を作る').submit()).click('内容を確かめて公開へ進む');
    await published.form('この版を公開する').fill({ confirmed: 'yes' }).submit();
    const list = await look(staff, 'staff/programs');
    const states = list
      .$('tr')
      .toArray()
      .map((row) => list.$(row).text().replace(/\s+/g, ''))
      .filter((text) => text.includes('防災訓練の見本'))
      .map((text) => /第\d版(下書き|公開中|前の版)/.exec(text)?.[0]);
    expect(states).toEqual(['第1版下書き', '第2版公開中', '第1版前の版']);
    expect((await open()).text).not.toContain('公開を取り消す');
  });

  it('are tried on an example, each beside the one before it', async () => {
    const program = await aPublishedProgram(web, clerk);
    const next = await aNextDraft(program, { rule: flatOf(program, '600000') });
    const staff = await as('tanto1');
    const trial = await look(staff, `staff/programs/${next}/trial`);
    const unread = await trial.form('計算する').fill({ 'fact-wards': '六' }).submit();
    expect(unread.status).toBe(422);
    expect(unread.errors).toEqual(['行政区の数は0から999,999,999までの整数で入力してください。']);
    const worked = await unread.form('計算する').fill({ 'fact-wards': '６' }).submit();
    expect(await checkHtml(worked.html)).toEqual([]);
    for (const words of ['660,000円', '630,000円', '＋30,000円', '10,000円 × 6行政区']) {
      expect(worked.text).toContain(words);
    }
  });

  it('are tried on what was really sent, and nothing is written', async () => {
    const program = await aPublishedProgram(web, clerk);
    for (const { officer } of [ours, theirs]) await aSubmittedApplication(web, officer, program);
    const rule = flatOf(program, '600000');
    const people = { id: 'people', label: '人口', unitLabel: '人', source: 'figure' } as const;
    const perHead = {
      ...{ kind: 'per-unit', label: '人口割', article: '第5条', yen: '100', unit: 'people', unitLabel: '人' },
      ...{ less: null, when: null, cap: null, timesPerYear: null },
    } as const;
    const next = await aNextDraft(program, { rule });
    const staff = await as('tanto1');
    const before = await web.sql(`SELECT * FROM applications ORDER BY id`);
    const tried = await look(staff, `staff/programs/${next}/trial/applications`);
    expect(tried.text.split('＋30,000円')).toHaveLength(3);
    expect(tried.text).toContain('＋60,000円');
    expect(tried.text).toContain('立石校区の会');
    const csv = await staff.get(`/ogori/staff/programs/${next}/trial/applications.csv`);
    expect(csv.bytes.toString('utf8').split('\r\n').slice(1, 3)).toEqual([
      expect.stringMatching(/三国校区協働のまちづくり協議会,.*,630000,660000,30000,$/),
      expect.stringMatching(/立石校区の会,.*,630000,660000,30000,$/),
    ]);
    const asking = { ...rule, facts: [...rule.facts, people], terms: [...rule.terms, perHead] };
    await web.get(EditDraftVersion).execute(await staffActor(web, towns.ogori, 'kanri'), {
      ...{ versionId: next, version: 2, fields: ['rule'] },
      change: (stored) => ({ ...stored, rule: asking }),
    });
    const unknown = await look(staff, `staff/programs/${next}/trial/applications`);
    expect(unknown.text).toContain('2件は計算できませんでした');
    expect(unknown.text).toContain('人口がわからないため、計算できません。');
    expect(await web.sql(`SELECT * FROM applications ORDER BY id`)).toEqual(before);
  });
});
