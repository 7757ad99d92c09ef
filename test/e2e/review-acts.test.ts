import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';

import { RectifyApplication, type RectifyApplicationCommand, type TypedLine } from '../../src/applications/index.js';
import { sectionNamed } from '../../src/forms/index.js';
import type { StaffActor } from '../../src/kernel/actor.js';
import { ViewDraft } from '../../src/approvals/index.js';
import { ogoriProjectSubsidy } from '../../src/demo/programs.js';
import { UnitOfWork } from '../../src/platform/database/index.js';
import { PriorStarts, ReturnApplication, Reviews, SaveReview } from '../../src/reviews/index.js';
import {
  aLine,
  anOfficerAccount,
  aProjectProgram,
  draftOf,
  fillApplication,
  passReview,
  saveSection,
  startApplication,
  submitApplication,
  type TestProgram,
  plainChecklist,
} from '../support/builders/applications.js';
import { approveByAll } from '../support/builders/approvals.js';
import { aBudgetLine, draftDecision, grantOf, issueLetters } from '../support/builders/grants.js';
import { aRegisteredOrganization, type TestOrganization } from '../support/builders/organizations.js';
import { openTowns, signIn, staffActor, type Towns } from '../support/builders/staff.js';
import { checkHtml } from '../support/html-check.js';
import { openWeb, type Page, type Visitor, type Web } from '../support/index.js';
import { mailsOf } from '../support/mails.js';
import { refusalOf } from '../support/refusal.js';

describe('what staff decide beside the checklist', () => {
  let web: Web;
  let towns: Towns;
  let clerk: StaffActor;
  let ours: TestOrganization;
  let program: TestProgram;

  beforeAll(async () => {
    web = await openWeb({ at: '2026-04-20' });
    towns = await openTowns(web);
    clerk = await staffActor(web, towns.ogori, 'tanto1');
    ours = await aRegisteredOrganization(web, clerk, { name: '東野校区協働のまちづくり協議会', district: '東野校区' });
    await web.sql(`UPDATE organizations SET mail = 'higashino@example.jp' WHERE id = $1`, [ours.id]);
    await anOfficerAccount(web, ours, 'higashino-hanako');
    const checklist = plainChecklist();
    program = await aProjectProgram(web, clerk, {
      budgetLineId: await aBudgetLine(web, clerk, '02-01-07-18-779', 9_000_000),
      eligibleStart: { kind: 'decision', priorStart: true },
      perYear: null,
      checklist: [
        ...checklist,
        { id: 'start', text: '対象期間', article: '交付規則第5条', automatic: 'start-allowed' },
        { id: 'count', text: '件数', article: '交付規則第6条', automatic: 'over-yearly-count' },
      ],
    });
  });

  afterAll(() => web.close());

  const as = async (signInName: string): Promise<Visitor> => {
    const visitor = web.visitor();
    await signIn(visitor, towns.ogori, signInName);
    return visitor;
  };

  const draftWith = async (from: string, reason: string): Promise<string> => {
    const id = await startApplication(web, ours.officer, program);
    await fillApplication(web, ours.officer, id);
    const answers = { title: '夏の踊りの夕べ', period: [from, '2026-09-30'], 'prior-start': reason };
    await saveSection(web, ours.officer, id, 'project', { answers });
    return id;
  };

  const returned = (applicationId: string): Promise<void> => {
    const points = [{ pointer: 'form.period', text: '終わりの日を確かめてください。' }];
    const form = { applicationId, version: 0, answers: [], points, assessments: [], correctBy: '2026-05-08' };
    return web.get(ReturnApplication).execute(clerk, form);
  };

  describe('職権訂正', () => {
    const sentProject = async (): Promise<string> => {
      const id = await draftWith('2026-08-01', '');
      await submitApplication(web, ours.officer, id);
      return id;
    };
    const command = (
      applicationId: string,
      more: Partial<RectifyApplicationCommand> = {},
    ): RectifyApplicationCommand => ({
      ...{ applicationId, pointer: 'form.title', typed: { answer: '夏の踊りの夕べ（見本）' } },
      ...{ reason: '書き間違い', seen: 0, requestId: randomUUID() },
      ...more,
    });
    const rectify = (more: RectifyApplicationCommand): Promise<void> =>
      web.get(RectifyApplication).execute(clerk, more);

    it('puts a trifle right through the pages; what was sent stays, and the organisation is told', async () => {
      const id = await sentProject();
      const staff = await as('tanto1');
      const review = await staff.get(`/ogori/staff/applications/${id}`);
      const opened = await review.click('職権で訂正する：事業の名称');
      expect(await checkHtml(opened.html)).toEqual([]);
      const unsaid = await opened.form().fill({ 'form[title]': '夏のおどりの夕べ' }).submit();
      expect([unsaid.status, unsaid.errors]).toEqual([422, ['訂正する理由を入力してください。団体にも示します。']]);
      expect(unsaid.form().value('form[title]')).toBe('夏のおどりの夕べ');
      const done = await unsaid.form().fill({ reason: '代表の方に電話で確かめました。' }).submit();
      const row = ['事業の名称', '夏の踊りの夕べ', '夏のおどりの夕べ', '代表の方に電話で確かめました。'];
      const shown = '[aria-label="職権で訂正したところ"] tbody tr > *';
      expect(done.texts(shown).slice(0, 4)).toEqual(row);
      expect(await checkHtml(done.html)).toEqual([]);
      expect((await done.click('提出時の内容を見る')).texts('.answer-value')).toContain('夏の踊りの夕べ');

      await web.drainOutbox();
      const told = mailsOf(web).filter(
        ({ to, text }) => to === 'higashino@example.jp' && text.includes('夏のおどりの夕べ'),
      );
      expect(told).toHaveLength(1);

      const officer = await as('higashino-hanako');
      const sent = await officer.get(`/ogori/committee/applications/${id}`);
      expect(sent.heading).toBe('夏のおどりの夕べ');
      expect(sent.texts(shown).slice(0, 4)).toEqual(row);
      expect(sent.text).toContain('担当課が、申請の書き間違いを訂正しました');
      expect(await checkHtml(sent.html)).toEqual([]);
      expect((await sent.click('提出時の内容を見る')).texts('.answer-value')).toContain('夏の踊りの夕べ');
      const thread = await sent.click('担当課との連絡');
      expect(thread.text).toContain('「事業の名称」を職権で訂正しました。');
      for (const words of ['訂正前：夏の踊りの夕べ', '訂正後：夏のおどりの夕べ']) expect(thread.text).toContain(words);
      expect((await officer.get(`/ogori/committee/applications/${id}`)).text).not.toContain('書き間違いを訂正しました');
    });

    it('is worked into the draft, so that the organisation corrects from the right text, and compares only its own changes', async () => {
      const id = await sentProject();
      await rectify(command(id));
      await returned(id);
      const { sections, changes, title } = await draftOf(web, ours.officer, id);
      expect(title).toBe('夏の踊りの夕べ（見本）');
      expect(changes).toEqual([]);
      const answers = { title, period: ['2026-08-01', '2026-09-29'], 'prior-start': '' };
      expect(sectionNamed(sections, 'project').savedBy).toBe(clerk.name);
      const officer = await as('higashino-hanako');
      const tasks = await officer.get(`/ogori/committee/applications/${id}`);
      const putRight = '[aria-label="職権で訂正したところ"] tbody';
      expect(tasks.texts(putRight).join()).toContain('夏の踊りの夕べ（見本）');
      expect(tasks.texts(putRight).join()).not.toContain('その後、団体が書き直しました');
      expect(await checkHtml(tasks.html)).toEqual([]);
      expect((await tasks.click('提出時の内容を見る')).texts('.answer-value')).toContain('夏の踊りの夕べ');
      await saveSection(web, ours.officer, id, 'project', { answers });
      await submitApplication(web, ours.officer, id);
      const review = await (await as('tanto1')).get(`/ogori/staff/applications/${id}`);
      expect(review.texts('[aria-label="直されたところ"] tbody th')).toEqual(['事業の期間']);
      expect(review.texts(putRight).join()).not.toContain('その後、団体が書き直しました');
    });

    it('belongs to what it put right: what the organisation wrote over it since is said to be its own', async () => {
      const id = await sentProject();
      await rectify(command(id, { pointer: 'form.period', typed: { answer: ['2026-08-02', '2026-09-30'] } }));
      await returned(id);
      const answers = { title: '夏の踊りの夕べ', period: ['2026-08-01', '2026-09-30'], 'prior-start': '' };
      await saveSection(web, ours.officer, id, 'project', { answers });
      await submitApplication(web, ours.officer, id);
      const desks = [
        await (await as('tanto1')).get(`/ogori/staff/applications/${id}`),
        await (await as('higashino-hanako')).get(`/ogori/committee/applications/${id}`),
      ];
      for (const { text, html } of desks) {
        expect(text).toContain('その後、団体が書き直しました。');
        expect(text).not.toContain('訂正したあとのものです');
        expect(await checkHtml(html)).toEqual([]);
      }
    });

    it('looks at the checks again: a beginning before the decision is asked for as ever', async () => {
      const id = await sentProject();
      await rectify(command(id, { pointer: 'form.period', typed: { answer: ['2026-06-01', '2026-09-30'] } }));
      const { items } = await web.get(UnitOfWork).read(clerk, (tx) => web.get(Reviews).of(tx, id));
      expect(items.find((item) => item.id === 'start')).toMatchObject({ answer: 'no' });
    });

    it('never meets a colleague unseen, counts a double click once, and is for nobody else', async () => {
      const id = await sentProject();
      const once = command(id);
      await Promise.all([rectify(once), rectify(once)]);
      expect(await refusalOf(rectify(command(id, { typed: { answer: '別の名前' } })))).toEqual([
        'applications.rectified-by-another',
      ]);
      expect(await refusalOf(rectify(command(id, { seen: 1 })))).toEqual(['applications.nothing-rectified']);
      expect(await refusalOf(rectify(command(id, { pointer: 'form.books' })))).toEqual(['common.not-found']);
      expect(await refusalOf(() => web.get(RectifyApplication).execute(ours.officer, command(id)))).toEqual([
        'common.forbidden',
      ]);
      const elsewhere = await staffActor(web, towns.kotake, 'tanto');
      expect(await refusalOf(web.get(RectifyApplication).execute(elsewhere, command(id)))).toEqual([
        'common.not-found',
      ]);
      const stranger = await aRegisteredOrganization(web, clerk, { name: 'よその協議会', district: 'よその校区' });
      await anOfficerAccount(web, stranger, 'yoso');
      expect((await (await as('yoso')).get(`/ogori/committee/applications/${id}/sent`)).status).toBe(404);

      const [count] = await web.sql<{ count: number }>(
        'SELECT count(*)::integer AS count FROM application_rectifications WHERE application_id = $1',
        [id],
      );
      expect(count).toEqual({ count: 1 });
      for (const act of ["UPDATE application_rectifications SET after = 'x'", 'DELETE FROM application_rectifications'])
        await expect(web.sql(act)).rejects.toThrow('append-only');

      await passReview(web, clerk, id);
      expect(await refusalOf(rectify(command(id, { seen: 1 })))).toEqual(['applications.not-under-review']);
    });
  });

  describe('事前着手', () => {
    it('is asked for where the period stands, and only where the project begins before the decision', async () => {
      const id = await draftWith('2026-06-29', ' ');
      const { faults } = await draftOf(web, ours.officer, id);
      expect(faults).toEqual([
        {
          pointer: 'form.prior-start',
          code: 'applications.prior-start-reason-missing',
          params: { decisionBy: '令和8年6月30日' },
        },
      ]);
      const officer = await as('higashino-hanako');
      const section = await (await officer.get(`/ogori/committee/applications/${id}`)).click('事業の内容');
      expect(section.text).toContain('交付決定の前に始める理由');
      const refused = await section.form().submit('保存して次へ');
      expect(refused.errors[0]).toContain('交付決定の予定日（令和8年6月30日）より前に始める理由を入力してください。');
      expect((await draftOf(web, ours.officer, await draftWith('2026-06-30', ''))).faults).toEqual([]);
    });

    it('keeps the review open until staff have answered; both sides and the approvers read the answer', async () => {
      const reason = '会場がその日しか空いていないため';
      const id = await draftWith('令和8年6月1日', reason);
      await submitApplication(web, ours.officer, id);
      expect(await refusalOf(passReview(web, clerk, id))).toEqual(['reviews.automatic-item-not-fulfilled']);

      const review = await (await as('tanto1')).get(`/ogori/staff/applications/${id}`);
      expect(review.text).toContain('事前着手の申出があります');
      const receipt = await (await as('higashino-hanako')).get(`/ogori/committee/applications/${id}/receipt`);
      expect(receipt.text).toContain('認められるまで、始めないでください');
      const page = await review.click('認めるかどうかを決める');
      expect(page.text).toContain(reason);
      expect(await checkHtml(page.html)).toEqual([]);
      const blank = await page.form('事前着手を認める').submit('事前着手を認める');
      expect(blank.errors).toEqual(['事前着手を認める、または認めない理由を入力してください。団体にも示されます。']);
      const done = await blank
        .form('事前着手を認める')
        .fill({ reason: '準備の期間が必要と認められる' })
        .submit('事前着手を認める');
      expect(done.text).toContain('事前着手に答えました。');
      expect(done.text).toContain('事前着手が認められています');
      await web.drainOutbox();
      const [mail] = mailsOf(web).filter(({ subject }) => subject.includes('事前着手'));
      expect(mail?.text).toContain('認めます');
      expect(mail?.subject).toContain('「夏の踊りの夕べ」');

      const sent = await (await as('higashino-hanako')).get(`/ogori/committee/applications/${id}`);
      expect(sent.text).toContain('準備の期間が必要と認められる');
      expect(await checkHtml(sent.html)).toEqual([]);
      await passReview(web, clerk, id);
      const { cases } = await web.get(ViewDraft).execute(clerk, await draftDecision(web, clerk, [id]));
      const facts = new Map(cases[0]?.shown.facts.map(({ label, value }) => [label, value]));
      expect(facts.get('事業の期間')).toBe('令和8年6月1日から令和8年9月30日まで');
      expect(facts.get('事前着手')).toContain('事前着手を認めました（令和8年4月20日、');
    });

    it('holds for no earlier beginning: staff are warned before, the organisation is told, also while it corrects', async () => {
      const reason = '会場がその日しか空いていないため';
      const id = await draftWith('2026-06-10', reason);
      await submitApplication(web, ours.officer, id);
      const approved = { applicationId: id, outcome: 'approved', reason: '準備の期間が必要と認められる' } as const;
      await web.get(PriorStarts).decide(clerk, approved);
      const officer = await as('higashino-hanako');
      const staff = await as('tanto1');
      const opened = await (await staff.get(`/ogori/staff/applications/${id}`)).click('職権で訂正する：事業の期間');
      expect(opened.text).toContain('認めた事前着手は効力がなくなり');
      expect(await checkHtml(opened.html)).toEqual([]);
      const early = await opened
        .form()
        .fill({ 'form[period][from]': '令和8年3月31日', reason: '会場の予約の日と合わせるため' })
        .submit();
      expect(early.status).toBe(422);
      expect(early.errors.join()).toContain('令和8年4月1日');
      const done = await early
        .form()
        .fill({ 'form[period][from]': '令和8年6月1日', reason: '会場の予約の日と合わせるため' })
        .submit();
      const lapsed = '認められていた事前着手は、効力がなくなりました';
      expect(done.text).toContain(lapsed);
      expect(done.text).toContain('認めるかどうかを決める');
      const thread = await officer.get(`/ogori/committee/messages/${id}`);
      expect(thread.text).toContain('認めていた事前着手は効力がなくなりました。');
      expect(thread.text).toContain('あらためて認められるまで、事業を始めないでください。');
      expect((await officer.get(`/ogori/committee/applications/${id}`)).text).toContain(lapsed);

      await returned(id);
      const tasks = await officer.get(`/ogori/committee/applications/${id}`);
      expect(tasks.text).toContain(lapsed);
      expect(tasks.text).toContain('認められるまで、始めないでください。');
      expect(await checkHtml(tasks.html)).toEqual([]);
      const answers = { title: '夏の踊りの夕べ', period: ['2026-06-10', '2026-09-30'], 'prior-start': reason };
      await saveSection(web, ours.officer, id, 'project', { answers });
      const again = await officer.get(`/ogori/committee/applications/${id}`);
      expect(again.text).toContain('事前着手が認められています');
    });

    it('may be refused, and is answered once, by promotion staff, while the application is under review', async () => {
      const id = await draftWith('2026-05-01', '早く始めたいため');
      const decide = (outcome: 'approved' | 'refused', who = clerk): Promise<void> =>
        web.get(PriorStarts).decide(who, { applicationId: id, outcome, reason: '準備は決定の後でも間に合う' });
      expect(await refusalOf(decide('refused'))).toEqual(['reviews.not-open']);
      await submitApplication(web, ours.officer, id);
      const chief = await staffActor(web, towns.ogori, 'kacho');
      expect(() => decide('approved', chief)).toThrow('common.forbidden');
      await decide('refused');
      expect(await refusalOf(decide('approved'))).toEqual(['reviews.prior-start-not-asked']);
      expect(await refusalOf(passReview(web, clerk, id))).toEqual(['reviews.automatic-item-not-fulfilled']);
      const sent = await (await as('higashino-hanako')).get(`/ogori/committee/applications/${id}`);
      expect(sent.text).toContain('事前着手は認められませんでした');
      await expect(web.sql(`UPDATE prior_start_decisions SET outcome = 'approved'`)).rejects.toThrow('append-only');
    });
  });

  it('counts the applications of a year in the order of reception, also when two are sent at the same moment', async () => {
    const ids = [await draftWith('2026-08-01', ''), await draftWith('2026-09-01', '')];
    await Promise.all(ids.map((id) => submitApplication(web, ours.officer, id)));
    const orderOf = async (id: string): Promise<number> => {
      const { items } = await web.get(UnitOfWork).read(clerk, (tx) => web.get(Reviews).of(tx, id));
      return Number(/この年度に受け付けた(\d+)件目/.exec(items.find((item) => item.id === 'count')?.remark ?? '')?.[1]);
    };
    const [one = 0, other = 0] = [await orderOf(ids[0] ?? ''), await orderOf(ids[1] ?? '')];
    expect(Math.abs(one - other)).toBe(1);
    const third = await draftWith('2026-09-02', '');
    await submitApplication(web, ours.officer, third);
    expect([await orderOf(ids[0] ?? ''), await orderOf(ids[1] ?? '')]).toEqual([one, other]);
    expect(await orderOf(third)).toBe(Math.max(one, other) + 1);
  });

  describe('査定', () => {
    const lineNamed = (id: string, category: string, amount: string, more: Partial<TypedLine> = {}): TypedLine => ({
      ...aLine('expenditure', category, amount),
      ...{ id, ...more },
    });
    const SUPPLIES = lineNamed('line-supplies', 'supplies', '60,000');
    const BALLS = lineNamed('line-balls', 'equipment', '48,000', { reason: '大会のあとも使うため' });
    const WATER = lineNamed('line-water', 'food', '50,000', { eligible: 'yes', reason: '熱中症を防ぐため' });
    let costed: TestProgram;

    beforeAll(async () => {
      const { rule, budget, letters } = ogoriProjectSubsidy.document({ budgetLineId: '', handledBy: '' });
      const { document } = program;
      costed = await aProjectProgram(web, clerk, {
        ...{ rule, budget, letters, perYear: null, budgetLineId: document.budgetLineId },
      });
    });

    /** 対象経費 158,000円 × 3分の2, in whole thousands: 105,000円. */
    const sent = async (): Promise<string> => {
      const id = await startApplication(web, ours.officer, costed);
      await fillApplication(web, ours.officer, id);
      await writeBudget(id, [SUPPLIES, BALLS, WATER], '53,000');
      await submitApplication(web, ours.officer, id);
      return id;
    };
    const writeBudget = (id: string, lines: readonly TypedLine[], own: string): Promise<unknown> =>
      saveSection(web, ours.officer, id, 'budget', {
        lines: [...lines, aLine('income', 'own', own)],
        taxCredit: { kind: 'none', amount: '' },
      });
    const reviewPage = async (id: string, who = 'tanto1'): Promise<Page> =>
      (await as(who)).get(`/ogori/staff/applications/${id}`);
    const figures = (page: Page): string[] => page.texts('.figure-row .figure-value').slice(0, 2);
    const yesToAll = (page: Page): ReturnType<Page['form']> => {
      const form = page.form();
      for (const name of form.fields.filter((field) => field.startsWith('answers['))) form.fill({ [name]: 'yes' });
      return form;
    };

    it('sets a cost aside against what the organisation says, with a reason, and the amount follows', async () => {
      const id = await sent();
      const page = await reviewPage(id);
      expect(figures(page)).toEqual(['105,000円', '105,000円']);
      const saved = await page.form().fill({ 'assessments[line-balls][eligible]': 'no' }).submit('保存する');
      expect(figures(saved)).toEqual(['105,000円', '73,000円']);
      expect(saved.text).toContain('対象経費 110,000円 × 3分の2');
      expect(await checkHtml(saved.html)).toEqual([]);

      const refused = await yesToAll(saved).submit('審査を終える');
      expect(refused.errors).toEqual(['「備品費」を対象外とする理由を入力してください。団体にも示されます。']);
      expect(refused.form().value('assessments[line-balls][eligible]')).toBe('no');
      const long = await refused
        .form()
        .fill({ 'assessments[line-balls][reason]': 'あ'.repeat(201) })
        .submit('保存する');
      expect(long.errors).toEqual(['査定の理由は200文字以内で入力してください。']);
      expect(long.form().value('assessments[line-balls][reason]')).toHaveLength(201);

      const passed = await long
        .form()
        .fill({
          'assessments[line-balls][reason]': '大会の後も使う備品のため',
          'assessments[line-water][eligible]': 'yes',
          'assessments[line-water][reason]': '屋外の大会に欠かせないため',
        })
        .submit('審査を終える');
      expect(passed.text).toContain('審査を終えました。');
      const ended = await reviewPage(id);
      expect(figures(ended)).toEqual(['105,000円', '73,000円']);
      expect(ended.text).toContain('大会の後も使う備品のため');
      expect(await checkHtml(ended.html)).toEqual([]);
      await decideAndIssue(id);
    });

    /** The desk proposes the assessed amount; approvers and letter say why it is less, and then the organisation reads it. */
    const decideAndIssue = async (id: string): Promise<void> => {
      const path = `/ogori/committee/applications/${id}`;
      expect((await (await as('higashino-hanako')).get(path)).text).not.toContain('大会の後も使う備品のため');
      const desk = await (await as('tanto1')).get('/ogori/staff/grants');
      const row = desk.$(`tr:has(input[value="${id}"])`).text();
      expect(row).toContain('105,000円73,000円減額交付');
      expect(await checkHtml(desk.html)).toEqual([]);

      const draftId = await draftDecision(web, clerk, [id]);
      const [drafted] = (await web.get(ViewDraft).execute(clerk, draftId)).cases;
      expect(drafted?.shown).toMatchObject({ amount: '73000', outcome: '減額交付' });
      expect(drafted?.shown.facts.slice(0, 3)).toEqual([
        { label: '申請額', value: '105,000円' },
        {
          label: '経費の査定1',
          value: '備品費48,000円：申請では対象、査定で対象外　理由：大会の後も使う備品のため',
        },
        {
          label: '経費の査定2',
          value: '食糧費・懇親会費50,000円：対象と認める　理由：屋外の大会に欠かせないため',
        },
      ]);
      await approveByAll(
        web,
        draftId,
        await staffActor(web, towns.ogori, 'kakaricho'),
        await staffActor(web, towns.ogori, 'kacho'),
      );
      const grant = await grantOf(web, clerk, id);
      expect(grant).toMatchObject({ outcome: 'reduced', appliedAmount: 105_000n, amount: 73_000n, state: 'decided' });
      await expect(web.sql(`UPDATE grants SET applied_amount = 105001 WHERE id = $1`, [grant.id])).rejects.toThrow(
        'a decision never changes',
      );
      await issueLetters(web, clerk, [grant.id], '2026-04-20');
      await web.drainOutbox();
      const letter = await (
        await as('tanto1')
      ).get(`/ogori/staff/letters/${(await grantOf(web, clerk, id)).letterId ?? ''}`);
      for (const words of ['減額して交付する', '金105,000円', '金73,000円', '備品費48,000円を対象外とする。']) {
        expect(letter.text).toContain(words);
      }
      expect(letter.text).not.toContain('屋外の大会に欠かせないため');
      const told = await (await as('higashino-hanako')).get(path);
      const section = told.$('section:has(> .section-head > h2:contains("交付決定での経費の取扱い"))').text();
      for (const words of ['105,000円', '73,000円', '大会の後も使う備品のため', '屋外の大会に欠かせないため']) {
        expect(section).toContain(words);
      }
      expect(await checkHtml(told.html)).toEqual([]);
    };

    it('never gives more than was applied for, and says so', async () => {
      const id = await startApplication(web, ours.officer, costed);
      await fillApplication(web, ours.officer, id);
      await writeBudget(id, [SUPPLIES, { ...WATER, eligible: '' }], '70,000');
      await submitApplication(web, ours.officer, id);
      const page = await (
        await reviewPage(id)
      )
        .form()
        .fill({ 'assessments[line-water][eligible]': 'yes' })
        .submit('保存する');
      expect(figures(page)).toEqual(['40,000円', '40,000円']);
      expect(page.text).toContain('申請額40,000円まで');
    });

    it('shows a colleague what he could not save, and keeps nothing of a line that is not there', async () => {
      const id = await sent();
      const old = await reviewPage(id, 'tanto2');
      await (await reviewPage(id)).form().fill({ 'assessments[line-balls][eligible]': 'no' }).submit('保存する');
      const late = await old
        .form()
        .fill({ 'assessments[line-water][eligible]': 'no', 'assessments[line-water][reason]': '対象外の科目のため' })
        .submit('保存する');
      expect(late.status).toBe(409);
      expect(late.text).not.toContain('「備品費」の査定申請のとおり「');
      expect(late.text).toContain('対象外 対象外の科目のため');
      const form = { applicationId: id, version: 1, answers: [], points: [] };
      const assessments = [{ lineId: 'line-else', eligible: 'no', reason: '' }];
      await expect(web.get(SaveReview).execute(clerk, { ...form, assessments })).rejects.toMatchObject({
        kind: 'not-found',
      });
    });

    it('falls away where a correction changes the line, and stays on the others', async () => {
      const id = await sent();
      await (
        await reviewPage(id)
      )
        .form()
        .fill({
          ...{ 'assessments[line-balls][eligible]': 'no', 'assessments[line-balls][reason]': '備品のため' },
          ...{ 'assessments[line-water][eligible]': 'no', 'assessments[line-water][reason]': '対象外の科目のため' },
          'points[budget][line-balls]': '数を見直してください。',
        })
        .submit('指摘を送って差し戻す');
      await writeBudget(id, [SUPPLIES, { ...BALLS, amount: '24,000' }, WATER], '45,000');
      await submitApplication(web, ours.officer, id);
      const page = await reviewPage(id);
      expect(page.text).toContain('補正で行が変わったため、査定を外しました');
      expect(page.text).toContain('備品費 48,000円（対象：大会のあとも使うため）：対象外（理由：備品のため）');
      // 60,000円 + 24,000円 without the water: 84,000円 × 3分の2
      expect(figures(page)).toEqual(['89,000円', '56,000円']);
      expect(page.form().value('assessments[line-balls][eligible]')).toBe('');
      expect(page.form().value('assessments[line-water][reason]')).toBe('対象外の科目のため');
    });
  });
});
