import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { StaffActor } from '../../src/kernel/actor.js';
import { ViewDraft } from '../../src/approvals/index.js';
import { ogoriOperatingGrant } from '../../src/demo/programs/index.js';
import { PriorStarts } from '../../src/reviews/index.js';
import {
  anOfficerAccount,
  aProjectProgram,
  draftOf,
  fillApplication,
  passReview,
  saveSection,
  startApplication,
  submitApplication,
  type TestProgram,
} from '../support/builders/applications.js';
import { aBudgetLine, draftDecision } from '../support/builders/grants.js';
import { aRegisteredOrganization, type TestOrganization } from '../support/builders/organizations.js';
import { openTowns, signIn, staffActor, type Towns } from '../support/builders/staff.js';
import { checkHtml } from '../support/html-check.js';
import { openWeb, type Visitor, type Web } from '../support/index.js';
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
    const { checklist } = ogoriOperatingGrant.document({ budgetLineId: '', handledBy: '' });
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

      const sent = await (await as('higashino-hanako')).get(`/ogori/committee/applications/${id}`);
      expect(sent.text).toContain('準備の期間が必要と認められる');
      expect(await checkHtml(sent.html)).toEqual([]);
      await passReview(web, clerk, id);
      const { cases } = await web.get(ViewDraft).execute(clerk, await draftDecision(web, clerk, [id]));
      const facts = new Map(cases[0]?.shown.facts.map(({ label, value }) => [label, value]));
      expect(facts.get('事業の期間')).toBe('令和8年6月1日から令和8年9月30日まで');
      expect(facts.get('事前着手')).toContain('事前着手を認めました（令和8年4月20日、');
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
});
