import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { ogoriOperatingGrant } from '../../src/demo/programs.js';
import type { ProgramDocument } from '../../src/programs/index.js';
import { KeepProof } from '../../src/closing/index.js';
import { GrantDirectory, type GrantView } from '../../src/grants/index.js';
import { GrantPapers } from '../../src/grant-changes/index.js';
import { systemActor, type StaffActor } from '../../src/kernel/actor.js';
import { addDays, localDate } from '../../src/kernel/local-date.js';
import { RemoveOfficer, SaveOfficer } from '../../src/organizations/index.js';
import { ViewClaims } from '../../src/payments/index.js';
import { UnitOfWork } from '../../src/platform/database/index.js';
import { anOfficerAccount, aPublishedProgram, type TestProgram } from '../support/builders/applications.js';
import { approveByAll } from '../support/builders/approvals.js';
import { anIssuedGrant, aRatedProgram, COSTS, type IssuedGrant } from '../support/builders/grant-changes.js';
import { confirmClaim, draftOrders } from '../support/builders/payments.js';
import { openTowns, signIn, staffActor, type Towns } from '../support/builders/staff.js';
import { checkHtml } from '../support/html-check.js';
import { openWeb, type Page, type Visitor, type Web } from '../support/index.js';
import { mailsOf } from '../support/mails.js';
import { inExcel, rowOf } from '../support/workbooks.js';
import { aMorning } from '../support/morning.js';
import { readPdf } from '../support/pdf-check.js';
import { Letters } from '../../src/notices/index.js';

const DAY = '2026-06-10';
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('the grant after its decision', () => {
  let web: Web;
  let towns: Towns;
  let clerk: StaffActor;
  let approvers: readonly StaffActor[];
  let head: StaffActor;
  let program: TestProgram;

  beforeAll(async () => {
    web = await openWeb({ at: DAY });
    towns = await openTowns(web);
    clerk = await staffActor(web, towns.ogori, 'tanto1');
    approvers = [await staffActor(web, towns.ogori, 'kakaricho'), await staffActor(web, towns.ogori, 'kacho')];
    head = await staffActor(web, towns.ogori, 'bucho');
    web.clock.at('2026-04-20');
    program = await aPublishedProgram(web, clerk, { ...aRatedProgram(), letters: lettersOfItsOwn() });
  });

  afterAll(async () => {
    // whatever was amended, discontinued and revoked: every book says the same
    const kept = await web.get(KeepProof).execute(await staffActor(web, towns.ogori, 'kaikei-kanrisha'));
    await web.close();
    expect(kept.balanced).toBe(true);
  });

  const as = async (signInName: string): Promise<Visitor> => {
    const visitor = web.visitor();
    await signIn(visitor, towns.ogori, signInName);
    return visitor;
  };
  /** Decided in April, so that changes come in June. */
  const aGrant = async (): Promise<IssuedGrant> => {
    web.clock.at('2026-04-20');
    const issued = await anIssuedGrant(web, { clerk, approvers }, program, '2026-04-20');
    web.clock.at(DAY);
    return issued;
  };
  const grantNow = ({ grantId }: IssuedGrant): Promise<GrantView> =>
    web.get(UnitOfWork).read(clerk, (tx) => web.get(GrantDirectory).get(tx, grantId));
  const committed = ({ grantId }: IssuedGrant): Promise<bigint> =>
    web.get(UnitOfWork).read(clerk, async (tx) => {
      const rows = await tx.query<{ sum: string }>(
        `SELECT coalesce(sum(amount), 0) AS sum FROM ledger_postings
          WHERE account = 'committed' AND cause_kind = 'grant' AND cause_id = $1`,
        [grantId],
      );
      return BigInt(rows[0]?.sum ?? '0');
    });
  const claimsOf = async ({ organization }: IssuedGrant) =>
    (await web.get(ViewClaims).ofOwnOrganization(organization.officer)).map(({ claim: { state, amount } }) => [
      state,
      amount,
    ]);

  const reportIdOf = async ({ grantId }: IssuedGrant): Promise<string> => {
    const [report] = await web.sql<{ id: string }>('SELECT id FROM performance_reports WHERE grant_id = $1', [grantId]);
    return report?.id ?? '';
  };

  const path = ({ grantId }: IssuedGrant): string => `/ogori/committee/grants/${grantId}`;

  /** Begins an amendment, writes its reason and costs, and stops at the check page. */
  async function amend(
    visitor: Visitor,
    issued: IssuedGrant,
    {
      meetings,
      publicity,
      dues,
      increase = false,
    }: Readonly<Record<'meetings' | 'publicity' | 'dues', number>> & { increase?: boolean },
  ): Promise<Page> {
    const tasks = await (await visitor.get(path(issued))).form('変更の届出・申請を始める').submit();
    const reason = await tasks.click('変更の理由');
    await reason
      .form('保存して次へ')
      .fill({ reason: '会場が変わり、費用が変わるため。', ...(increase && { increase: 'yes' }) })
      .submit('保存して次へ');
    const budget = await tasks.click('収支予算書');
    const next = await budget
      .form('保存して次へ')
      .fill({
        [`budget[${COSTS.meetings}][amount]`]: String(meetings),
        [`budget[${COSTS.publicity}][amount]`]: String(publicity),
        [`budget[${COSTS.dues}][amount]`]: String(dues),
      })
      .submit('保存して次へ');
    expect(next.errors).toEqual([]);
    return (await visitor.get(tasks.path)).click('確かめて提出する');
  }

  const changePath = (page: Page): string => page.path.replace('committee', 'staff').replace(/\/(check|sending)$/, '');

  /** 起案 on the review page, approval by everybody, 施行. The letter's text. */
  async function decide(
    reviewPath: string,
    choice: Readonly<Record<string, string>>,
    people: readonly StaffActor[] = approvers,
    day?: string,
  ): Promise<string> {
    const staff = await as('tanto1');
    const review = await staff.get(reviewPath);
    expect(await checkHtml(review.html)).toEqual([]);
    const draft = await review.form('起案する').fill(choice).submit('起案する');
    expect(draft.errors).toEqual([]);
    await approveByAll(web, draft.path.split('/').at(-1) ?? '', ...people);
    return issue(staff, reviewPath, day);
  }

  /** What the public page says of the letter by which it was granted. */
  async function checkedLetter(issued: IssuedGrant): Promise<Page> {
    const [letter] = await web.sql<{ code: string }>(
      'SELECT check_code AS code FROM letters JOIN grants ON letters.id = grants.letter_id WHERE grants.id = $1',
      [issued.grantId],
    );
    return web.visitor().get(`/ogori/check/${letter?.code ?? ''}`);
  }

  async function issue(staff: Visitor, reviewPath: string, day?: string): Promise<string> {
    const form = (await staff.get(reviewPath)).form('通知書を施行する');
    const batch = await (day === undefined ? form : form.fill({ issuedOn: day })).submit();
    expect(batch.errors).toEqual([]);
    await web.drainOutbox();
    const id = (await staff.get(reviewPath)).html.match(/staff\/letters\/([0-9a-f-]{36})/)?.[1] ?? '';
    const bytes = await web.get(UnitOfWork).read(clerk, (tx) => web.get(Letters).pdfOf(tx, id));
    return (await readPdf(bytes)).text.replace(/\s+/g, '');
  }

  it('an amendment upwards: before and after, the threshold, the draft, the commitment, the letter, a new claim', async () => {
    const issued = await aGrant();
    expect(await claimsOf(issued)).toEqual([['prepared', 160_000n]]);
    const visitor = await as(issued.signInName);
    const page = await visitor.get(path(issued));
    expect(await checkHtml(page.html)).toEqual([]);
    expect(page.text).toContain('支出の合計が20％を超えて増減するとき');
    const check = await amend(visitor, issued, { meetings: 210_000, publicity: 90_000, dues: 100_000, increase: true });
    expect(await checkHtml(check.html)).toEqual([]);
    expect(check.text).toContain('変更の承認を申請します');
    expect(check.text).toContain('会議費の増減が決められた割合を超えるため');
    expect(check.text).toContain('200,000円');
    const form = check.form('この内容で変更の承認を申請する');
    const sent = await form.submit();
    expect(sent.text).toContain('担当課が確認中');
    // pressed twice, it is one application
    expect((await form.submit()).text).toContain('担当課が確認中');
    expect(await web.sql(`SELECT round FROM grant_changes WHERE grant_id = $1`, [issued.grantId])).toEqual([
      { round: 1 },
    ]);

    const reviewPath = changePath(check);
    const letter = await decide(reviewPath, { outcome: 'granted' }, approvers, '令和8年6月12日');
    expect(letter).toContain('令和8年6月12日');
    expect(letter).toContain('変更承認（変更交付決定）通知書');
    expect(letter).toContain('変更前の交付決定額金160,000円');
    expect(letter).toContain('金200,000円（増額）');
    expect(letter).toContain('様式第4号（第8条関係）');
    expect((await grantNow(issued)).amountInForce).toBe(200_000n);
    expect((await grantNow(issued)).amount).toBe(160_000n);
    expect(await committed(issued)).toBe(200_000n);
    // 施行予定: until the day of the letter nobody outside knows, and nothing can be claimed by it
    expect((await (await as('tanto1')).get('/ogori/staff/changes')).text).toContain('施行予定（1件）');
    const before = await visitor.get(path(issued));
    expect(before.text).toContain('いまの交付決定額160,000円');
    expect(before.text).not.toContain('通知書を施行');
    expect((await visitor.get('/ogori/committee/letters')).text).not.toContain('変更承認');
    expect((await visitor.get('/ogori/committee/grants')).text).toContain('160,000円');
    const untold = await visitor.get(`/ogori/committee/reports/${await reportIdOf(issued)}/account`);
    expect(untold.texts(`tr[data-line="${COSTS.meetings}"] [data-label="予算額"]`)).toEqual(['150,000円']);
    const early = await visitor.send('POST', `${web.url}${path(issued)}/changes/amendment`, []);
    expect(early.errors[0]).toContain('ほかの変更・中止・取消しの手続きが進んでいます');
    expect((await claimsOf(issued)).filter(([state]) => state !== 'withdrawn')).toEqual([]);
    await aMorning(web, towns.ogori, '2026-06-11');
    expect((await (await as(issued.signInName)).get(path(issued))).text).toContain('いまの交付決定額160,000円');
    await aMorning(web, towns.ogori, '2026-06-12');
    expect((await claimsOf(issued)).filter(([state]) => state !== 'withdrawn')).toEqual([['prepared', 200_000n]]);
    const later = await as(issued.signInName);
    expect((await later.get('/ogori/committee/letters')).text).toContain('変更承認');
    const after = await later.get(path(issued));
    expect(after.text).toContain('いまの交付決定額200,000円');
    expect(after.text).toContain('変更承認申請の通知書を施行しました');

    // what was spent is compared with the amended budget, in the organisation's account and at the inspection
    const account = await later.get(`/ogori/committee/reports/${await reportIdOf(issued)}/account`);
    const planned = (line: string) => account.texts(`tr[data-line="${line}"] [data-label="予算額"]`);
    expect([COSTS.dues, COSTS.meetings, COSTS.publicity].flatMap(planned)).toEqual([
      '100,000円',
      '210,000円',
      '90,000円',
    ]);
    expect(account.text).toContain('300,000円');
  });

  it('a minor change is a notice: acknowledged, no decision, the amount stays', async () => {
    const issued = await aGrant();
    const visitor = await as(issued.signInName);
    // 20％ of 90,000円 is 18,000円: exactly that is still minor
    const check = await amend(visitor, issued, { meetings: 150_000, publicity: 108_000, dues: 98_000 });
    expect(check.text).toContain('軽微な変更の届になります');
    await check.form('この内容で軽微な変更を届け出る').submit();
    const staff = await as('tanto1');
    const review = await staff.get(changePath(check));
    expect(review.text).toContain('軽微な変更の届です');
    const done = await review.form('届を受理する').submit();
    expect(done.text).toContain('受理しました');
    expect((await grantNow(issued)).amountInForce).toBe(160_000n);
    expect(await committed(issued)).toBe(160_000n);
    // the next amendment begins with what was acknowledged
    const again = await (await visitor.get(path(issued))).form('変更の届出・申請を始める').submit();
    const budget = await again.click('収支予算書');
    expect(budget.form('保存して次へ').value(`budget[${COSTS.publicity}][amount]`)).toBe('108000');
    await web.drainOutbox();
  });

  it('an amendment downwards lowers the commitment; a return asks for an application where a notice came', async () => {
    const issued = await aGrant();
    const visitor = await as(issued.signInName);
    const check = await amend(visitor, issued, { meetings: 140_000, publicity: 90_000, dues: 77_000 });
    await check.form('この内容で軽微な変更を届け出る').submit();
    const staff = await as('tanto1');
    const review = await staff.get(changePath(check));
    const unfit = await review.form('差し戻す').fill({ note: '', correctBy: '令和8年6月1日' }).submit('差し戻す');
    expect(unfit.errors).toEqual(['直してほしい点を入力してください。団体の画面とメールに表示されます。']);
    await unfit
      .form('差し戻す')
      .fill({
        note: '事業の内容が変わるので、承認の申請にしてください。',
        correctBy: '令和8年6月20日',
        asApplication: 'yes',
      })
      .submit('差し戻す');
    const tasks = await (await visitor.get(path(issued))).click('続きを書く');
    expect(tasks.text).toContain('承認の申請にしてください');
    const budget = await tasks.click('収支予算書');
    await budget
      .form('保存して次へ')
      .fill({
        [`budget[${COSTS.meetings}][amount]`]: '60000',
        [`budget[${COSTS.publicity}][amount]`]: '30000',
        [`budget[${COSTS.dues}][amount]`]: '30000',
      })
      .submit('保存して次へ');
    const second = await (await visitor.get(tasks.path)).click('確かめて提出する');
    expect(second.text).toContain('担当課が承認の申請を求めたため');
    await second.form('この内容で変更の承認を申請する').submit();
    // 査定額 is 60,000円; staff give less by hand, with a reason
    const letter = await decide(changePath(second), {
      ...{ outcome: 'reduced', amount: '50,000', decisionReason: '会場費の見積りが過大なため。' },
    });
    expect(letter).toContain('金50,000円（減額）');
    expect(letter).toContain('会場費の見積りが過大なため。');
    expect(await committed(issued)).toBe(50_000n);
    expect((await claimsOf(issued)).filter(([state]) => state !== 'withdrawn')).toEqual([['prepared', 50_000n]]);
  });

  it('a refusal leaves everything as it was and gives its reason', async () => {
    const issued = await aGrant();
    const visitor = await as(issued.signInName);
    const check = await amend(visitor, issued, { meetings: 300_000, publicity: 90_000, dues: 130_000, increase: true });
    await check.form('この内容で変更の承認を申請する').submit();
    const staff = await as('tanto1');
    const review = await staff.get(changePath(check));
    const unfit = await review.form('起案する').fill({ outcome: 'refused' }).submit('起案する');
    expect(unfit.errors).toEqual(['承認しない理由を入力してください。通知書に書かれます。']);
    const letter = await decide(changePath(check), { outcome: 'refused', decisionReason: '予算に余裕がないため。' });
    expect(letter).toContain('変更不承認通知書');
    expect(letter).toContain('予算に余裕がないため。');
    // its number is made void: the change waits for a letter again, and the organisation has none
    const reviewed = await staff.get(changePath(check));
    const number = reviewed.texts('a').find((words) => /小コ第/.test(words)) ?? '';
    await (await reviewed.click(number)).form('欠番にする').fill({ reason: '宛先を誤ったため' }).submit();
    await web.drainOutbox();
    expect((await visitor.get('/ogori/committee/letters')).text).not.toContain('変更不承認');
    expect(await issue(staff, changePath(check))).toContain('変更不承認通知書');
    expect((await staff.get(changePath(check))).text).not.toContain(number);
    expect((await grantNow(issued)).amountInForce).toBe(160_000n);
    expect(await committed(issued)).toBe(160_000n);
    expect((await claimsOf(issued)).filter(([state]) => state !== 'withdrawn')).toEqual([['prepared', 160_000n]]);
  });

  it('no increase after 3月31日, and no second change while one is under way', async () => {
    const issued = await aGrant();
    const visitor = await as(issued.signInName);
    web.clock.at('2027-04-02');
    const late = await as(issued.signInName);
    const check = await amend(late, issued, { meetings: 210_000, publicity: 90_000, dues: 100_000, increase: true });
    expect(check.text).toContain('年度が終わったため、増額はできません');
    expect(check.text).not.toContain('この内容で変更の承認を申請する');
    web.clock.at(DAY);
    const refused = await (await visitor.get(path(issued))).click('続きを書く');
    expect(refused.text).toContain('変更の届出・申請');
    const both = await visitor.send('POST', `${web.url}${path(issued)}/changes/discontinuation`, []);
    expect(both.status).toBe(409);
    expect(both.errors[0]).toContain('ほかの変更・中止・取消しの手続きが進んでいます');
  });

  it('discontinuation: day, reason, spent; the letter; nothing more is claimed', async () => {
    const issued = await aGrant();
    const dueOf = () =>
      web.sql<{ due: string; until: string }>(
        `SELECT due_on::text AS due, completes_on::text AS until FROM performance_reports WHERE grant_id = $1`,
        [issued.grantId],
      );
    const [before] = await dueOf();
    const visitor = await as(issued.signInName);
    const form = await (await visitor.get(path(issued))).form('中止・廃止の申請を始める').submit();
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
    const letter = await decide(changePath(form), { outcome: 'granted' });
    expect(letter).toContain('中止（廃止）承認通知書');
    expect(letter).toContain('令和8年6月30日');
    expect(letter).toContain('これまでの活動に感謝します。');
    expect(letter).toContain('金12,345円');
    const grant = await grantNow(issued);
    expect([grant.discontinuedOn, grant.amountInForce]).toEqual(['2026-06-30', 160_000n]);
    expect((await claimsOf(issued)).filter(([state]) => state !== 'withdrawn')).toEqual([]);
    const over = await visitor.get(path(issued));
    expect(over.text).not.toContain('変更の届出・申請を始める');
    expect(over.text).toContain('実績報告書を出す');
    const [report] = await dueOf();
    const { due } = program.document.report ?? { due: { discontinuedDays: -1 } };
    expect(report).toEqual({ until: '2026-06-30', due: addDays(localDate('2026-06-30'), due.discontinuedDays) });
    expect((report?.due ?? '') < (before?.due ?? '')).toBe(true);
    const events = await web.sql(`SELECT type, data FROM outbox_events WHERE type = 'GrantDiscontinued'`);
    expect(events).toMatchObject([{ data: { applicationId: issued.applicationId, over: '0' } }]);
  });

  it('partial revocation after the order: ground, fault, hearing; what was ordered beyond comes back', async () => {
    const issued = await aGrant();
    const [claim] = await web.get(ViewClaims).ofOwnOrganization(issued.organization.officer);
    const claimId = claim?.claim.id ?? '';
    await confirmClaim(web, { organization: issued.organization, claimId });
    await approveByAll(web, await draftOrders(web, clerk, [claimId]), ...approvers);
    const staff = await as('tanto1');
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
    const visitor = await as(issued.signInName);
    expect((await visitor.get(path(issued))).text).not.toContain('取消し');
    await approveByAll(web, draft.path.split('/').at(-1) ?? '', ...approvers, head);
    const [change] = await web.sql<{ id: string; over_amount: string; recipient_at_fault: boolean }>(
      `SELECT id, over_amount, recipient_at_fault FROM grant_changes WHERE grant_id = $1`,
      [issued.grantId],
    );
    expect(change).toMatchObject({ over_amount: '60000', recipient_at_fault: true });
    const letter = await issue(staff, `/ogori/staff/changes/${change?.id ?? ''}`);
    expect(letter).toContain('交付決定取消通知書');
    expect(letter).toContain('その一部を取り消した');
    expect(letter).toContain('返還を求める額金60,000円');
    expect((await grantNow(issued)).amountInForce).toBe(100_000n);
    // what is ordered stays committed until it comes back
    expect(await committed(issued)).toBe(160_000n);
    const events = await web.sql(`SELECT data FROM outbox_events WHERE type = 'GrantRevoked'`);
    expect(events).toEqual([{ data: { applicationId: issued.applicationId, changeId: change?.id, over: '60000' } }]);
    expect((await visitor.get(path(issued))).text).toContain('交付決定の一部取消し');
    const checked = await checkedLetter(issued);
    expect(checked.text).toContain('あとから内容が変わりました');
    expect(checked.text).toContain('交付決定取消通知書');
  });

  it('a whole revocation leaves nothing to be claimed or reported', async () => {
    const issued = await aGrant();
    const visitor = await as(issued.signInName);
    const url = `/ogori/committee/reports/${await reportIdOf(issued)}`;
    expect((await visitor.get(`${url}/account`)).status).toBe(200);
    const staff = await as('tanto1');
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
    expect(await web.sql('SELECT whole, amount FROM grant_changes WHERE grant_id = $1', [issued.grantId])).toEqual([
      { whole: true, amount: '0' },
    ]);
    await approveByAll(web, draft.path.split('/').at(-1) ?? '', ...approvers, head);
    await web.drainOutbox();
    expect((await grantNow(issued)).amountInForce).toBe(0n);
    expect(await committed(issued)).toBe(0n);
    expect((await claimsOf(issued)).filter(([state]) => state !== 'withdrawn')).toEqual([]);
    expect(await web.sql('SELECT state FROM performance_reports WHERE grant_id = $1', [issued.grantId])).toEqual([
      { state: 'withdrawn' },
    ]);
    // until the letter is out nobody outside knows
    expect((await checkedLetter(issued)).text).toContain('いまも有効です');
    const [{ id } = { id: '' }] = await web.sql<{ id: string }>('SELECT id FROM grant_changes WHERE grant_id = $1', [
      issued.grantId,
    ]);
    await issue(await as('tanto1'), `/ogori/staff/changes/${id}`);
    const checked = await checkedLetter(issued);
    expect([checked.status, checked.text]).toEqual([200, expect.stringContaining('取り消されました')]);
    expect(await checkHtml(checked.html)).toEqual([]);
    // what was open in the browser cannot be written on any more
    expect((await visitor.get(`${url}/check`)).text).not.toContain('この内容で提出する');
    expect((await (await as('tanto1')).get('/ogori/staff/reports')).text).not.toContain(issued.organization.name);
  });

  it('two officers write one amendment: their texts are brought together; another organisation sees nothing', async () => {
    const issued = await aGrant();
    const first = await as(issued.signInName);
    const tasks = await (await first.get(path(issued))).form('変更の届出・申請を始める').submit();
    const mine = await tasks.click('変更の理由');
    const theirs = await tasks.click('変更の理由');
    await theirs.form('保存して次へ').fill({ reason: '日程が変わるため。' }).submit('保存して次へ');
    // both wrote at one field: the first stays, the other stands beside it until somebody has read it
    const both = await mine.form('保存して次へ').fill({ reason: '会場が変わるため。' }).submit('保存して次へ');
    expect(both.status).toBe(409);
    expect(both.form('保存して次へ').value('reason')).toBe('日程が変わるため。');
    expect(both.text).toContain('会場が変わるため。');
    expect(await checkHtml(both.html)).toEqual([]);
    expect((await tasks.click('確かめて提出する')).text).toContain('同時に入力');
    const settled = both.form('保存して次へ').fill({ reason: '日程と会場が変わるため。', 'settled[reason]': 'yes' });
    expect((await settled.submit('保存して次へ')).errors).toEqual([]);
    expect((await tasks.click('確かめて提出する')).text).not.toContain('同時に入力');

    // at two lines of the budget: both amounts are kept
    const [one, other] = [await tasks.click('収支予算書'), await tasks.click('収支予算書')];
    const amount = (line: string): string => `budget[${line}][amount]`;
    await one
      .form('保存して次へ')
      .fill({ [amount(COSTS.meetings)]: '140000' })
      .submit('保存して一覧に戻る');
    await other
      .form('保存して次へ')
      .fill({ [amount(COSTS.publicity)]: '100000' })
      .submit('保存して一覧に戻る');
    const budget = (await tasks.click('収支予算書')).form('保存して次へ');
    expect([COSTS.meetings, COSTS.publicity].map((line) => budget.value(amount(line)))).toEqual(['140000', '100000']);

    // one of them goes on in Excel: what would change is told before anything does
    const compared = await inExcel(await tasks.click('収支予算書'), '収支予算書', (sheet) => {
      rowOf(sheet, COSTS.meetings).getCell(4).value = 130_000;
    });
    expect(await checkHtml(compared.html)).toEqual([]);
    expect(compared.texts('tbody tr')).toEqual(['支出の部会議費 会場費 140000円会議費 会場費 130,000円']);
    const taken = await compared.form().submit('この内容に入れ替える');
    expect(taken.form('保存して次へ').value(amount(COSTS.meetings))).toBe('130,000');

    const others = await aGrant();
    const stranger = await as(others.signInName);
    for (const part of ['', '/check', '/parts/reason']) {
      expect((await stranger.get(`${tasks.path}${part}`)).status).toBe(404);
    }
    expect((await stranger.get(path(issued))).status).toBe(404);
    expect((await stranger.send('POST', `${web.url}${path(issued)}/changes/amendment`, [])).status).toBe(404);
    const kotake = web.visitor();
    await signIn(kotake, towns.kotake, 'tanto');
    expect((await kotake.get(`/kotake/staff/grants/${issued.grantId}`)).status).toBe(404);
  });

  it('reports: asked with a due day, answered with a paper, read; an accident is asked for, too', async () => {
    const issued = await aGrant();
    const staff = await as('tanto1');
    const ask = (await staff.get(`/ogori/staff/grants/${issued.grantId}`)).form('提出を求める');
    ask.fill({ dueOn: '令和8年7月10日', request: '春の行事のようすを知らせてください。' });
    await ask.submit();
    await ask.submit();
    const visitor = await as(issued.signInName);
    const page = await visitor.get(path(issued));
    expect(page.text).toContain('令和8年7月10日');
    const form = await page.click('状況報告書');
    expect(await checkHtml(form.html)).toEqual([]);
    const wrong = await form.form('この内容で提出する').fill({ asOf: '令和9年1月1日', happening: '' }).submit();
    expect(wrong.errors).toEqual([
      'これから先の日の報告はできません。今日までの日を入力してください。',
      'これまでに行ったことを入力してください。',
    ]);
    const sent = await wrong
      .form('この内容で提出する')
      .fill({ asOf: '令和8年6月9日', happening: '説明会を開き、28人が参加しました。', spentAmount: '１２，０００円' })
      .submit();
    expect(sent.text).toContain('提出済み');
    expect(sent.text).toContain('12,000円');
    const report = await (await staff.get('/ogori/staff/changes')).click('状況報告書');
    await report.form('確認済みにする').fill({ note: '順調' }).submit();
    expect((await visitor.get(path(issued))).text).toContain('確認済み');
    // staff have heard of the rain and ask for the report of it
    const asked = await (
      await staff.get(`/ogori/staff/grants/${issued.grantId}`)
    )
      .form('提出を求める')
      .fill({ kind: 'accident', dueOn: '令和8年6月20日', request: '大雨の影響を知らせてください。' })
      .submit();
    expect(asked.text).toContain('事故報告書の提出を求めました');
    const accident = await (await visitor.get('/ogori/committee')).click('事故報告書');
    expect(accident.text).toContain('大雨の影響を知らせてください。');
    const done = await accident
      .form('この内容で提出する')
      .fill({ happening: '大雨で行事を行えませんでした。', outlook: '11月に延期します。' })
      .submit();
    expect(done.text).toContain('11月に延期します。');
    const reports = await web.sql(`SELECT kind, state FROM grant_reports WHERE grant_id = $1 ORDER BY kind`, [
      issued.grantId,
    ]);
    expect(reports).toEqual([
      { kind: 'accident', state: 'sent' },
      { kind: 'progress', state: 'read' },
    ]);
  });

  it('a 状況報告書 that the programme asks for by a day becomes a task with a mail 30 days before, once', async () => {
    const rated = aRatedProgram();
    web.clock.at('2026-04-20');
    const { changes } = program.document;
    const progressDue = localDate('2026-10-31');
    const asking = await aPublishedProgram(web, clerk, { ...rated, changes: { ...changes, progressDue } });
    const issued = await anIssuedGrant(web, { clerk, approvers }, asking, '2026-04-20');
    const mail = `mihon-${issued.signInName}@example.jp`;
    await web.sql('UPDATE organizations SET mail = $1 WHERE id = $2', [mail, issued.organization.id]);
    const told = () => mailsOf(web).filter(({ to, subject }) => to === mail && subject.includes('状況報告書'));
    await aMorning(web, towns.ogori, '2026-09-30');
    expect(told()).toEqual([]);
    for (const day of ['2026-10-01', '2026-10-02']) await aMorning(web, towns.ogori, day);
    expect(told().map(({ text }) => text)).toEqual([expect.stringContaining('令和8年10月31日まで')]);
    const form = await (await (await as(issued.signInName)).get('/ogori/committee')).click('状況報告書');
    await form.form('この内容で提出する').fill({ happening: '説明会を開きました。' }).submit();
    await aMorning(web, towns.ogori, '2026-10-03');
    expect(await web.sql('SELECT state, asked_by FROM grant_reports WHERE grant_id = $1', [issued.grantId])).toEqual([
      { state: 'sent', asked_by: '制度の決まり' },
    ]);

    // a virus is found in a paper that goes with a change: the organisation is told where it lies
    const tasks = await (
      await (await as(issued.signInName)).get(path(issued))
    )
      .form('変更の届出・申請を始める')
      .submit();
    await web
      .get(GrantPapers)
      .addToChange(issued.organization.officer, tasks.path.split('/').at(-1) ?? '', [
        { name: '見積.png', bytes: PICTURE },
      ]);
    const [paper] = await web.sql<{ sha256: string }>(`SELECT sha256 FROM grant_papers WHERE name = '見積.png'`);
    const subjectId = paper?.sha256 ?? '';
    await web
      .get(UnitOfWork)
      .run(systemActor(towns.ogori.id, 'scanner'), (tx) =>
        Promise.resolve(tx.announce({ type: 'FileInfected', subjectId })),
      );
    await web.drainOutbox();
    const warned = mailsOf(web).filter(({ to, subject }) => to === mail && subject.includes('使えません'));
    expect(warned.map(({ text }) => text)).toEqual([expect.stringContaining(tasks.path)]);
  });

  it('new officers find what is open and who served before; letters bear the representative of their day', async () => {
    const issued = await aGrant();
    const first = await as(issued.signInName);
    const check = await amend(first, issued, { meetings: 210_000, publicity: 90_000, dues: 100_000, increase: true });
    await check.form('この内容で変更の承認を申請する').submit();
    // spring has come: 見本 次郎 follows 見本 花子
    const { organization } = issued;
    const { officerId } = await web.get(SaveOfficer).execute(organization.officer, {
      ...{ organizationId: organization.id, officerId: null, version: 0, role: '会長', name: '見本 次郎' },
      ...{ phone: '0942-00-0001', termFrom: '2026-06-01', termUntil: '2028-05-31', isRepresentative: true },
    });
    const letter = await decide(changePath(check), { outcome: 'granted' });
    expect(letter).toContain('会長見本次郎様');
    const officer = { ...organization.officer, officerId, name: '見本 次郎' };
    await anOfficerAccount(web, { ...organization, officer }, `${issued.signInName}-2`);
    await web.get(RemoveOfficer).execute(officer, {
      ...{ organizationId: organization.id, officerId: organization.officer.officerId },
    });
    const second = await as(`${issued.signInName}-2`);
    const home = await second.get('/ogori/committee');
    expect(home.text).toContain('会長の見本 花子さんから引き継いだ手続き');
    const page = await home.click('引継ぎのページ');
    expect(await checkHtml(page.html)).toEqual([]);
    expect(page.text).toContain('請求書を確かめる');
    expect(page.text).toContain('見本 花子');
    expect((await page.click(program.document.name)).text).toContain('いまの交付決定額200,000円');
  });
});

/** The programme words the end of a project in its own way; everything else as the house does. */
function lettersOfItsOwn(): ProgramDocument['letters'] {
  const { letters } = ogoriOperatingGrant.document({ budgetLineId: '', handledBy: '' });
  const wording = [
    '{{ article }}により、中止（廃止）を承認します。これまでの活動に感謝します。',
    '記',
    '1. **中止（廃止）の日** {{ effectiveOn | era }}\n2. **使った額** 金{{ spent | yen }}',
    '以上',
  ].join('\n\n');
  return { ...letters, discontinuation: { template: 'grant-discontinuation', formLabel: null, wording } };
}
