import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StaffActor } from '../../../src/kernel/actor.js';
import { addDays, localDate } from '../../../src/kernel/local-date.js';
import { ViewClaims } from '../../../src/payments/index.js';
import { approveByAll } from '../../support/builders/approvals.js';
import type { IssuedGrant } from '../../support/builders/grant-changes.js';
import { GrantsInJune, pathOf, reviewOf } from '../../support/builders/grants-in-june.js';
import { confirmClaim, draftOrders } from '../../support/builders/payments.js';
import { staffActor } from '../../support/builders/staff.js';
import { checkHtml } from '../../support/html-check.js';
import type { Page } from '../../support/index.js';

describe('a grant that ends early', () => {
  let june: GrantsInJune;
  let head: StaffActor;

  beforeAll(async () => {
    june = await GrantsInJune.open();
    head = await staffActor(june.web, june.towns.ogori, 'bucho');
  });

  afterAll(async () => {
    expect(await june.close()).toBe(true);
  });

  /** What the public page says of the letter by which it was granted. */
  async function checkedLetter(issued: IssuedGrant): Promise<Page> {
    const [letter] = await june.web.sql<{ code: string }>(
      'SELECT check_code AS code FROM letters JOIN grants ON letters.id = grants.letter_id WHERE grants.id = $1',
      [issued.grantId],
    );
    return june.web.visitor().get(`/ogori/check/${letter?.code ?? ''}`);
  }

  it('discontinuation: day, reason, spent; the letter; nothing more is claimed', async () => {
    const issued = await june.aGrant();
    const dueOf = () =>
      june.web.sql<{ due: string; until: string }>(
        `SELECT due_on::text AS due, completes_on::text AS until FROM performance_reports WHERE grant_id = $1`,
        [issued.grantId],
      );
    const [before] = await dueOf();
    const visitor = await june.as(issued.signInName);
    const form = await (await visitor.get(pathOf(issued))).form('中止・廃止の申請を始める').submit();
    expect(await checkHtml(form.html)).toEqual([]);
    const wrong = await form
      .form('保存して確かめる')
      .fill({ effective: 'きのう', reason: '', spent: '' })
      .submit('保存して確かめる');
    expect(wrong.errors).toHaveLength(3);
    expect(wrong.text).not.toContain('この内容で中止・廃止の承認を申請する');
    const whole = await wrong
      .form('保存して確かめる')
      .fill({ effective: '令和8年6月30日', reason: '会員が減り、続けられないため。', spent: '12,345' })
      .submit('保存して確かめる');
    await whole.form('この内容で中止・廃止の承認を申請する').submit();
    const letter = await june.decide(reviewOf(form), { outcome: 'granted' });
    expect(letter).toContain('中止（廃止）承認通知書');
    expect(letter).toContain('令和8年6月30日');
    expect(letter).toContain('これまでの活動に感謝します。');
    expect(letter).toContain('金12,345円');
    const grant = await june.grantNow(issued);
    expect([grant.discontinuedOn, grant.amountInForce]).toEqual(['2026-06-30', 160_000n]);
    expect((await june.claimsOf(issued)).filter(([state]) => state !== 'withdrawn')).toEqual([]);
    const over = await visitor.get(pathOf(issued));
    expect(over.text).not.toContain('変更の届出・申請を始める');
    expect(over.text).toContain('実績報告書を出す');
    const [report] = await dueOf();
    const { due } = june.program.document.report ?? { due: { discontinuedDays: -1 } };
    expect(report).toEqual({ until: '2026-06-30', due: addDays(localDate('2026-06-30'), due.discontinuedDays) });
    expect((report?.due ?? '') < (before?.due ?? '')).toBe(true);
    const events = await june.web.sql(`SELECT type, data FROM outbox_events WHERE type = 'GrantDiscontinued'`);
    expect(events).toMatchObject([{ data: { applicationId: issued.applicationId, over: '0' } }]);
  });

  it('partial revocation after the order: ground, fault, hearing; what was ordered beyond comes back', async () => {
    const issued = await june.aGrant();
    const [claim] = await june.web.get(ViewClaims).ofOwnOrganization(issued.organization.officer);
    const claimId = claim?.claim.id ?? '';
    await confirmClaim(june.web, { organization: issued.organization, claimId });
    await approveByAll(june.web, await draftOrders(june.web, june.clerk, [claimId]), ...june.approvers);
    const staff = await june.as('tanto1');
    const page = await (await staff.get(`/ogori/staff/grants/${issued.grantId}`)).click('交付決定を取り消す');
    expect(await checkHtml(page.html)).toEqual([]);
    const wrong = await page.form('取消しを起案する').fill({ extent: 'part', kept: '160000' }).submit();
    expect(wrong.errors).toEqual([
      '残す交付決定額は、いまの額（160,000円）より少なくしてください。',
      '取消しの理由を入力してください。通知書に書かれます。',
      '団体の責めに帰すべき事由があるかないかを選んでください。',
      '弁明を聴取した日を入力してください。',
      '団体の弁明を入力してください。',
    ]);
    const draft = await wrong
      .form('取消しを起案する')
      .fill({
        ...{ kept: '100,000', ground: '備品を目的外に使用したため。', recipientAtFault: 'yes' },
        ...{ heardOn: '令和8年6月5日', hearing: '会長から、事実を認める旨の説明があった。' },
      })
      .submit();
    expect(draft.errors).toEqual([]);
    // the organisation learns of it by the letter and not before
    const visitor = await june.as(issued.signInName);
    expect((await visitor.get(pathOf(issued))).text).not.toContain('取消し');
    await approveByAll(june.web, draft.path.split('/').at(-1) ?? '', ...june.approvers, head);
    const [change] = await june.web.sql<{ id: string; over_amount: string; recipient_at_fault: boolean }>(
      `SELECT id, over_amount, recipient_at_fault FROM grant_changes WHERE grant_id = $1`,
      [issued.grantId],
    );
    expect(change).toMatchObject({ over_amount: '60000', recipient_at_fault: true });
    const letter = await june.issue(staff, `/ogori/staff/changes/${change?.id ?? ''}`);
    expect(letter).toContain('交付決定取消通知書');
    expect(letter).toContain('その一部を取り消した');
    expect(letter).toContain('返還を求める額金60,000円');
    expect((await june.grantNow(issued)).amountInForce).toBe(100_000n);
    // what is ordered stays committed until it comes back
    expect(await june.committed(issued)).toBe(160_000n);
    const events = await june.web.sql(`SELECT data FROM outbox_events WHERE type = 'GrantRevoked'`);
    expect(events).toEqual([{ data: { applicationId: issued.applicationId, changeId: change?.id, over: '60000' } }]);
    expect((await visitor.get(pathOf(issued))).text).toContain('交付決定の一部取消し');
    const checked = await checkedLetter(issued);
    expect(checked.text).toContain('あとから内容が変わりました');
    expect(checked.text).toContain('交付決定取消通知書');
  });

  it('a whole revocation leaves nothing to be claimed or reported', async () => {
    const issued = await june.aGrant();
    const visitor = await june.as(issued.signInName);
    const url = `/ogori/committee/reports/${await june.reportIdOf(issued)}`;
    expect((await visitor.get(`${url}/account`)).status).toBe(200);
    const staff = await june.as('tanto1');
    const page = await staff.get(`/ogori/staff/grants/${issued.grantId}/revocation`);
    const first = await page
      .form('取消しを起案する')
      .fill({
        ...{ extent: 'part', kept: '10,000', ground: '申請の内容が事実と違ったため。', recipientAtFault: 'yes' },
        ...{ heardOn: '令和8年6月5日', hearing: '会長から、事実を認める旨の説明があった。' },
      })
      .submit();
    expect(first.errors).toEqual([]);
    // the drafter takes it back and drafts it anew: what was found out is still there, and it is one revocation
    const pulled = await first.form('引き戻す').submit();
    await pulled.form('取り下げる').fill({ withdrawalReason: '全部の取消しに改めるため' }).submit();
    const again = await staff.get(`/ogori/staff/grants/${issued.grantId}/revocation`);
    expect(again.form('取消しを起案する').value('hearing')).toBe('会長から、事実を認める旨の説明があった。');
    const draft = await again.form('取消しを起案する').fill({ extent: 'whole', kept: '' }).submit();
    expect(draft.errors).toEqual([]);
    expect(await june.web.sql('SELECT whole, amount FROM grant_changes WHERE grant_id = $1', [issued.grantId])).toEqual(
      [{ whole: true, amount: '0' }],
    );
    await approveByAll(june.web, draft.path.split('/').at(-1) ?? '', ...june.approvers, head);
    await june.web.drainOutbox();
    expect((await june.grantNow(issued)).amountInForce).toBe(0n);
    expect(await june.committed(issued)).toBe(0n);
    expect((await june.claimsOf(issued)).filter(([state]) => state !== 'withdrawn')).toEqual([]);
    expect(await june.web.sql('SELECT state FROM performance_reports WHERE grant_id = $1', [issued.grantId])).toEqual([
      { state: 'withdrawn' },
    ]);
    // until the letter is out nobody outside knows
    expect((await checkedLetter(issued)).text).toContain('いまも有効です');
    const [{ id } = { id: '' }] = await june.web.sql<{ id: string }>(
      'SELECT id FROM grant_changes WHERE grant_id = $1',
      [issued.grantId],
    );
    await june.issue(await june.as('tanto1'), `/ogori/staff/changes/${id}`);
    const checked = await checkedLetter(issued);
    expect([checked.status, checked.text]).toEqual([200, expect.stringContaining('取り消されました')]);
    expect(await checkHtml(checked.html)).toEqual([]);
    // what was open in the browser cannot be written on any more
    expect((await visitor.get(`${url}/check`)).text).not.toContain('この内容で提出する');
    expect((await (await june.as('tanto1')).get('/ogori/staff/reports')).text).not.toContain(issued.organization.name);
  });
});
