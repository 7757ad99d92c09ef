import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { BudgetLedger } from '../../src/budgets/index.js';
import { DraftRevocation, GrantChanges, IssueChangeLetter } from '../../src/grant-changes/index.js';
import { GrantsInForce } from '../../src/grants/index.js';
import { systemActor, type StaffActor } from '../../src/kernel/actor.js';
import { fiscalYear } from '../../src/kernel/fiscal-year.js';
import { localDate } from '../../src/kernel/local-date.js';
import { yen } from '../../src/kernel/yen.js';
import {
  CollectBatch,
  MarkBatchPaid,
  RecordTransferFailure,
  ResumePayment,
  ViewClaims,
} from '../../src/payments/index.js';
import { readCsv } from '../../src/platform/csv/index.js';
import { UnitOfWork, type Transaction } from '../../src/platform/database/index.js';
import { OpenRefunds, RepaymentDemands, ViewRepayments } from '../../src/repayments/index.js';
import {
  anOfficerAccount,
  aPassedApplication,
  aPublishedProgram,
  type TestProgram,
} from '../support/builders/applications.js';
import { approveByAll } from '../support/builders/approvals.js';
import { aBudgetLine, theMorningOf } from '../support/builders/grants.js';
import {
  acceptOrders,
  aPreparedClaim,
  confirmClaim,
  orderPayment,
  paymentPeople,
  releaseBatch,
  type ClaimedGrant,
  type PaymentPeople,
} from '../support/builders/payments.js';
import { openTowns, signIn, staffActor, type Towns } from '../support/builders/staff.js';
import { evidenceOf } from '../support/evidence.js';
import { checkHtml } from '../support/html-check.js';
import { mailsOf } from '../support/mails.js';
import { openWeb, type Page, type Visitor, type Web } from '../support/index.js';

/** Each is paid 630,000円 on 令和8年5月29日. */
const NAMES = { surplus: '大原', fault: '東野', lost: '味坂' } as const;
type Which = keyof typeof NAMES | 'later' | 'returned' | 'undelivered';

describe('money that comes back', () => {
  let web: Web;
  let towns: Towns;
  let people: PaymentPeople;
  let program: TestProgram;
  let bucho: StaffActor;
  const grants = new Map<Which, ClaimedGrant>();

  beforeAll(async () => {
    web = await openWeb({ at: '2026-05-01' });
    towns = await openTowns(web);
    const names = { clerk: 'tanto1', checker: 'kaikei-shinsa', treasurer: 'kaikei-kanrisha' };
    people = await paymentPeople(web, towns.ogori, names);
    bucho = await staffActor(web, towns.ogori, 'bucho');
    const lineId = await aBudgetLine(web, people.clerk, '02-01-07-18-444', 9_000_000);
    program = await aPublishedProgram(web, people.clerk, {
      ...{ budgetLineId: lineId, perYear: null },
      timetable: {
        opens: localDate('2026-04-01'),
        closes: localDate('2027-03-31'),
        decisionBy: localDate('2027-03-31'),
      },
    });
    const claims: string[] = [];
    for (const [index, [which, district]] of Object.entries(NAMES).entries()) {
      const claimed = await aPreparedClaim(web, people, program, {
        name: `${district}校区協働のまちづくり協議会`,
        district: `${district}校区`,
        wards: Array.from({ length: 6 }, (_, ward) => `${district}${String(ward + 1)}区`),
        account: { accountNumber: `000000${String(index + 1)}` },
        consents: true,
      });
      await anOfficerAccount(web, claimed.organization, `${which}-yakuin`);
      await confirmClaim(web, claimed);
      grants.set(which as Which, claimed);
      claims.push(claimed.claimId);
    }
    const orderIds = (await orderPayment(web, people, claims)).map(({ id }) => id);
    await acceptOrders(web, people, orderIds);
    const day = localDate('2026-05-29');
    const { batchId } = await web.get(CollectBatch).execute(people.checker, { orderIds, paymentDate: day });
    await releaseBatch(web, people, batchId);
    web.clock.at(day);
    await web.get(MarkBatchPaid).execute(people.checker, { batchId, paidOn: day });
    await web.drainOutbox();
  });

  afterAll(() => web.close());

  const of = (which: Which): ClaimedGrant => {
    const grant = grants.get(which);
    if (!grant) throw new Error(`no grant ${which}`);
    return grant;
  };
  const as = async (signInName: string): Promise<Visitor> => {
    const visitor = web.visitor();
    await signIn(visitor, towns.ogori, signInName);
    return visitor;
  };
  const run = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
    web.get(UnitOfWork).run(systemActor(towns.ogori.id, 'テスト'), work);
  const demandOf = async (which: Which): Promise<string> => {
    const files = await web.get(ViewRepayments).list(people.clerk);
    const found = files.find(({ demand }) => demand.grantId === of(which).grantId);
    if (!found) throw new Error('nothing is asked back');
    return found.demand.id;
  };
  /** What 額の確定 at this amount leaves over. */
  const surplusOf = async (which: Which, determined: number): Promise<void> => {
    const { grantId } = of(which);
    await run(async (tx) => {
      const { over } = await web
        .get(BudgetLedger)
        .reduceCommitment(tx, { kind: 'grant', id: grantId }, yen(determined));
      await web.get(GrantsInForce).put(tx, grantId, { amountInForce: yen(determined) });
      const demand = { grantId, cause: 'settlement', causeId: grantId, amount: over } as const;
      await web.get(RepaymentDemands).open(tx, { ...demand, recipientAtFault: false });
      await web.get(RepaymentDemands).open(tx, { ...demand, recipientAtFault: false });
    });
  };
  /** Drafted, approved and issued on the day of the clock. */
  const askBack = async (which: Which, paper: '返還通知' | '返還命令', dueOn: string): Promise<Page> => {
    const staff = await as('tanto1');
    const path = `/ogori/staff/repayments/${await demandOf(which)}`;
    const draft = await (await staff.get(path)).form(`${paper}を起案する`).submit();
    await approveByAll(web, draft.path.split('/').at(-1) ?? '', ...people.approvers);
    const issued = await (await staff.get(path)).form(`${paper}書を施行する`).fill({ dueOn }).submit();
    await web.drainOutbox();
    return issued;
  };
  let slips = 0;
  const receive = async (
    which: Which,
    receivedOn: string,
    amount: string,
    slipNumber = `R-${String((slips += 1))}`,
  ): Promise<Page> => {
    const treasury = await as('kaikei-shinsa');
    const page = await treasury.get(`/ogori/treasury/repayments/${await demandOf(which)}`);
    return page.form('領収を入力する').fill({ receivedOn, amount, slipNumber }).submit();
  };
  /** What everyone reads who checks the letters of a demand: which letter, and whether it holds. */
  const lettersChecked = async (which: Which): Promise<Record<string, string | undefined>> => {
    const letters = await web.sql<{ kind: string; code: string }>(
      'SELECT kind, check_code AS code FROM letters WHERE subject_id = $1 ORDER BY issued_on, issued_at',
      [await demandOf(which)],
    );
    const told: Record<string, string | undefined> = {};
    for (const { kind, code } of letters) {
      const [title] = (await web.visitor().get(`/ogori/check/${code}`)).texts('main .notice-title');
      told[kind] = title?.replace(/^.*：/, '');
    }
    return told;
  };
  const proof = async (): Promise<string> => (await (await as('kansa')).get('/ogori/staff/year/proof')).text;

  it('a revocation for the recipient’s fault bears 加算金, and what is late bears 延滞金 as well', async () => {
    web.clock.at('2026-09-01');
    const { grantId } = of('fault');
    const { draftId } = await web.get(DraftRevocation).execute(people.clerk, {
      ...{ grantId, whole: false, kept: yen(330_000), reason: '目的外に使用したため。', article: '交付規則第13条' },
      ...{ recipientAtFault: true, heardOn: localDate('2026-08-25'), hearing: '事実を認めた。' },
      ...{ title: '交付決定の一部取消しについて', draftReason: '取り消してよろしいか伺います。' },
    });
    await approveByAll(web, draftId, ...people.approvers, bucho);
    const [change] = await run((tx) => web.get(GrantChanges).ofGrant(tx, grantId));
    const today = localDate('2026-09-01');
    const letter = { changeId: change?.id ?? '', issuedOn: today, externalNumber: '' };
    await web.get(IssueChangeLetter).execute(people.clerk, letter);
    await web.drainOutbox();
    const issued = await askBack('fault', '返還命令', '令和8年9月30日');
    expect(issued.text).toContain('あり（加算金をとる）');
    const order = await (
      await (await as('fault-yakuin')).get(`/ogori/committee/repayments/${await demandOf('fault')}`)
    ).click('令和8年度運営交付金返還命令書');
    expect(order.text).toMatch(/返還の理由 ?交付決定の一部取消し（令和8年9月1日付け8小コ第\d+号）/);

    // 5/29 to 10/10 are 135 days: 300,000 × 10.95% × 135 ÷ 365 = 12,150, cut to 12,100; 10/1 to 10/10: 900.
    web.clock.at('2026-10-13');
    const part = await receive('fault', '2026/10/10', '200,000', 'A-1');
    expect(part.text).toContain('返還金（令和8年度戻入） 200,000円');
    const again = await receive('fault', '2026/10/10', '100,000', 'A-1');
    expect(again.errors).toEqual(['領収番号「A-1」は、すでに入力されています。同じ領収書でないか確かめてください。']);
    // 10/11 to 10/20 on 100,000: 300 more of each. 12,150 + 300 = 12,450; 900 + 300 = 1,200.
    web.clock.at('2026-10-20');
    const rest = await receive('fault', '2026/10/20', '113,600', 'A-2');
    expect(rest.text).toContain('返還金（令和8年度戻入） 100,000円');
    expect(rest.text).toContain('加算金（令和8年度歳入） 12,400円');
    expect(rest.text).toContain('延滞金（令和8年度歳入） 1,200円');
    expect(rest.text).toContain('完納');

    const reversal = await rest.click('取り消す');
    const reversed = await reversal.form('領収を取り消す').fill({ reason: '別の団体の領収だったため。' }).submit();
    expect(reversed.text).toContain('取消の記録：別の団体の領収だったため。');
    expect(reversed.text).toContain('期限切れ');
    // The slip asks for the money itself: the charges are left, and wait for their own 納入通知書.
    const left = await receive('fault', '2026/10/20', '100,000', 'A-2');
    expect(left.text).toContain('加算金・延滞金の通知待ち');
    expect(await proof()).toContain('すべての帳簿が1円まで一致しています');
  });

  it('加算金 and 延滞金 that are left have their own day, are dunned, spread and block like the money itself', async () => {
    let staff = await as('tanto1');
    const path = `/ogori/staff/repayments/${await demandOf('fault')}`;
    let officer = await as('fault-yakuin');
    const own = path.replace('staff', 'committee');
    expect((await officer.get(own)).text).toContain('市から届く納入通知書の期限までに納めてください。');
    const issued = await (
      await staff.get(path)
    )
      .form('納入通知書を施行する')
      .fill({ payBy: '令和8年10月27日' })
      .submit();
    expect(issued.text).toContain('加算金・延滞金の納期限令和8年10月27日');
    expect(await checkHtml(issued.html)).toEqual([]);
    await web.drainOutbox();
    const notice = await (await officer.get(own)).click('加算金・延滞金納入通知書');
    expect(notice.text).toContain('金13,600円');
    expect(notice.text).toContain('（300,000円×135日');
    expect(notice.text).toMatch(/歳入科目21-01-02-01\s.*加算金（見本）.*21-01-01-01\s.*延滞金（見本）/s);
    expect((await officer.get(own)).text).toContain('令和8年10月27日までに13,600円を納めてください');

    web.clock.at('2026-10-27');
    staff = await as('tanto1');
    expect((await staff.get('/ogori/staff/repayments')).text).toContain('期限を過ぎた未納（0件）');
    web.clock.at('2026-10-28');
    [staff, officer] = [await as('tanto1'), await as('fault-yakuin')];
    expect((await staff.get('/ogori/staff/repayments')).text).toContain('期限を過ぎた未納（1件）');
    await aPassedApplication(web, of('fault').organization.officer, people.clerk, program);
    const refused = await (await staff.get('/ogori/staff/grants')).form('選んだ申請の交付決定を起案する').submit();
    expect(refused.errors[0]).toContain('未納13,600円（期限令和8年10月27日）');

    const dunning = (await staff.get(`${path}/acts/dunning`)).form('督促を起案する');
    const dunningDraft = await dunning.fill({ dueOn: '令和8年11月6日' }).submit();
    await approveByAll(web, dunningDraft.path.split('/').at(-1) ?? '', ...people.approvers);
    await web.drainOutbox();
    const dunned = await (await officer.get(own)).click('督促状');
    expect(dunned.text).toContain('未納の加算金・延滞金');
    expect(dunned.text).toContain('金13,600円');
    expect(dunned.text).not.toContain('金0円');

    const plan = (await staff.get(`${path}/acts/plan`)).form('履行延期・分割を起案する').fill({
      ...{ ground: 'not-at-once', facts: '会費が集まる月に納めたいとの申出があった。' },
      ...{ 'parts[p1][dueOn]': '令和8年11月13日', 'parts[p1][amount]': '10,000' },
      ...{ 'parts[p2][dueOn]': '令和8年11月30日', 'parts[p2][amount]': '3,600' },
    });
    const draft = await plan.submit();
    await approveByAll(web, draft.path.split('/').at(-1) ?? '', ...people.approvers, bucho);
    await web.drainOutbox();
    expect((await officer.get(own)).text).toContain('令和8年11月13日までに10,000円を納めてください');
    expect((await receive('fault', '2026/10/28', '13,600', 'A-4')).text).toContain('完納');
    expect(await proof()).toContain('すべての帳簿が1円まで一致しています');
  });

  it('what was ordered before a revocation and paid after it bears 加算金 from the day on which the money came', async () => {
    web.clock.at('2026-10-21');
    const claimed = await aPreparedClaim(web, people, program, {
      name: '御原校区協働のまちづくり協議会',
      district: '御原校区',
      wards: Array.from({ length: 6 }, (_, ward) => `御原${String(ward + 1)}区`),
      account: { accountNumber: '0000009' },
    });
    grants.set('later', claimed);
    await confirmClaim(web, claimed);
    const orderIds = (await orderPayment(web, people, [claimed.claimId])).map(({ id }) => id);
    const { draftId } = await web.get(DraftRevocation).execute(people.clerk, {
      ...{
        grantId: claimed.grantId,
        whole: false,
        kept: yen(330_000),
        reason: '虚偽の申請。',
        article: '交付規則第13条',
      },
      ...{ recipientAtFault: true, heardOn: localDate('2026-10-20'), hearing: '事実を認めた。' },
      ...{ title: '交付決定の一部取消しについて', draftReason: '取り消してよろしいか伺います。' },
    });
    await approveByAll(web, draftId, ...people.approvers, bucho);
    await web.drainOutbox();

    const staff = await as('tanto1');
    const path = `/ogori/staff/repayments/${await demandOf('later')}`;
    const early = await (await staff.get(path)).form('返還命令を起案する').submit();
    expect(early.errors[0]).toContain('この交付には、支払が終わっていない支出命令があります。');

    await acceptOrders(web, people, orderIds);
    const day = localDate('2026-10-30');
    const { batchId } = await web.get(CollectBatch).execute(people.checker, { orderIds, paymentDate: day });
    await releaseBatch(web, people, batchId);
    web.clock.at(day);
    await web.get(MarkBatchPaid).execute(people.checker, { batchId, paidOn: day });
    await web.drainOutbox();
    const issued = await askBack('later', '返還命令', '令和8年11月30日');
    expect(issued.text).toContain('令和8年10月30日 630,000円');
    // Nothing is late before the day: 督促 is not offered, and says from when it is.
    expect(issued.text).toContain('督促（期限を過ぎた令和8年12月1日からできます）');
    expect(issued.html).not.toContain('/acts/dunning');
    const notYet = await (await as('tanto1')).get(`${path}/acts/dunning`);
    expect(notYet.text).toContain('督促は、期限を過ぎた令和8年12月1日からできます。');
    expect(notYet.text).not.toContain('督促を起案する');
    // A slip that takes the place of a lost one does not ask for the money sooner than the letter did.
    const sooner = await issued.form('納付の用紙を作る').fill({ payBy: '令和8年11月29日' }).submit();
    expect(sooner.errors).toEqual([
      '納める期限は、先に決めた期限（令和8年11月30日）以後の日付を入力してください。決めた期限を用紙で早めることはできません。',
    ]);
    const anew = await (await (await as('tanto1')).get(path)).form('納付の用紙を作る').submit();
    expect(anew.text).toContain('納付の用紙を作りました。');

    // The bank gives the money back and it is paid again: 加算金 runs from the day on which it really came.
    web.clock.at('2026-11-05');
    const failure = { failedOn: localDate('2026-11-04'), reason: '口座解約', detail: '', returnedOn: null };
    const [orderId = ''] = orderIds;
    await web.get(RecordTransferFailure).execute(people.checker, { orderId, ...failure, returnedOn: failure.failedOn });
    await web.drainOutbox();
    const unpaid = await (await as('tanto1')).get(path);
    expect(unpaid.text).toContain('御原校区');
    expect(unpaid.text).not.toContain('令和8年10月30日 630,000円');
    await web.get(ResumePayment).execute(people.checker, { orderId, remark: '口座を確かめた。' });
    await acceptOrders(web, people, orderIds);
    const secondDay = localDate('2026-11-12');
    const second = await web.get(CollectBatch).execute(people.checker, { orderIds, paymentDate: secondDay });
    await releaseBatch(web, people, second.batchId);
    web.clock.at(secondDay);
    await web.get(MarkBatchPaid).execute(people.checker, { batchId: second.batchId, paidOn: secondDay });
    await web.drainOutbox();
    // 11/12 to 11/18 are 7 days: 300,000 × 10.95% × 7 ÷ 365 = 630, cut to 600; from 10/30 it would be 1,800.
    web.clock.at('2026-11-18');
    expect((await receive('later', '令和8年11月18日', '300,000')).text).toContain('加算金・延滞金の通知待ち');

    const clerk = await as('tanto1');
    const form = (await clerk.get(`${path}/acts/charge-relief`)).form('加算金・延滞金の減免を起案する');
    expect((await form.submit()).errors).toEqual([
      '減免する加算金か延滞金を選んでください。',
      '減免の根拠となる条を書いてください（例：交付規則第19条第3項）。',
      '理由となる事実を書いてください。決裁と記録に残ります。',
    ]);
    const draft = await form
      .fill({
        'reliefs[addition][extent]': 'whole',
        citation: '交付規則第15条第3項',
        facts: '豪雨で会場が使えなくなった。',
      })
      .submit();
    await approveByAll(web, draft.path.split('/').at(-1) ?? '', ...people.approvers, bucho);
    await web.drainOutbox();
    const relieved = await clerk.get(path);
    expect(relieved.text).toContain('減免：600円');
    expect(relieved.text).toContain('すべて納められました');
    expect(relieved.text).toContain('加算金・延滞金減免通知書');
  });

  it('what is paid once more is taken in as 過誤納金 and paid back', async () => {
    web.clock.at('2026-11-18');
    const refused = await receive('fault', '令和8年11月17日', '5,000', 'A-3');
    expect(refused.errors[0]).toContain('領収日に納めるべき額は0円で、入力した額はそれを超えています。');
    const taken = await refused.form('領収を入力する').fill({ takesExcess: 'yes' }).submit();
    expect(taken.text).toContain('過誤納金（令和8年度歳入） 5,000円');
    const treasury = await as('kaikei-shinsa');
    expect((await treasury.get('/ogori/treasury/repayments')).text).toContain('還付を待つ過誤納金（1件）');
    const officer = await as('fault-yakuin');
    const own = `/ogori/committee/repayments/${await demandOf('fault')}`;
    expect((await officer.get(own)).text).toContain('5,000円を納め過ぎています');

    // The 会計管理者 decides on a paper, and another person writes it down.
    const waits = await taken.click('還付を決める');
    expect(waits.text).toContain('還付は、会計管理者の決定を待っています');
    const chief = await as('kaikei-kanrisha');
    const decide = async (what: string, paper: string): Promise<Page> => {
      const page = await chief.get(taken.path);
      const form = (await page.click(what === '還付' ? '還付を決める' : '還付の記録を取り消す')).form(
        `${what}を決める`,
      );
      expect((await form.submit()).errors).toHaveLength(2);
      return form.fill({ documentNumber: paper, reason: '領収済通知書を照合した。' }).submit();
    };
    const decided = await decide('還付', '還付調書第1号');
    expect((await decided.click('還付を記録する')).text).toContain('決めた人とは別の会計の職員が記録します');
    const payback = (await (await treasury.get(taken.path)).click('還付を記録する')).form('還付を記録する');
    const early = await payback.fill({ paidOn: '令和8年11月16日', paidTo: '団体の登録口座' }).submit();
    expect(early.errors).toEqual([
      '還付した日は、領収日（令和8年11月17日）以後の日付を入力してください。',
      '還付の支払の書類の番号を書いてください。',
    ]);
    const first = early.form('還付を記録する').fill({ paidOn: '令和8年11月18日', documentNumber: '戻出第1号' });
    const done = await first.submit();
    expect(done.text).toContain('還付：令和8年11月18日');
    expect((await treasury.get('/ogori/treasury/repayments')).text).not.toContain('還付を待つ過誤納金');
    expect((await officer.get(own)).text).not.toContain('納め過ぎています');

    // It had been written down for the wrong organisation: taken back, it waits again, and is written down anew.
    expect((await done.click('還付の記録を取り消す')).text).toContain('会計管理者の決定を待っています');
    await decide('還付の記録の取消し', '還付調書第2号');
    const reversal = (await (await treasury.get(taken.path)).click('還付の記録を取り消す')).form(
      '還付の記録を取り消す',
    );
    const reversed = await reversal.submit();
    expect(reversed.text).toContain('取り消した還付の記録：令和8年11月18日');
    expect(reversed.text).toContain('理由：領収済通知書を照合した。');
    const second = await reversal.submit();
    expect(second.errors).toEqual(['この還付の記録は、すでに取り消されています。']);
    const waiting = await treasury.get('/ogori/treasury/repayments');
    expect(waiting.text).toContain('還付を待つ過誤納金（1件）');
    expect((await officer.get(own)).text).toContain('5,000円を納め過ぎています');
    const open = await run((tx) => web.get(OpenRefunds).paybacksOf(tx, fiscalYear(2026)));
    expect(open.map(({ demand, amount }) => [demand.organizationName, amount])).toEqual([
      ['東野校区協働のまちづくり協議会', 5_000n],
    ]);
    // The browser goes back and sends the first record once more.
    expect((await first.submit()).errors).toEqual([
      'この画面の還付は一度記録され、取り消されています。もう一度記録するときは、返還金の画面の「還付を記録する」から始めてください。',
    ]);
    expect((await treasury.get('/ogori/treasury/repayments')).text).toContain('還付を待つ過誤納金（1件）');
    await decide('還付', '還付調書第3号');
    const anew = (await (await treasury.get(taken.path)).click('還付を記録する')).form('還付を記録する');
    await anew.fill({ paidOn: '令和8年11月18日', paidTo: '団体の登録口座', documentNumber: '戻出第2号' }).submit();
    // A tab that still shows the first record does not take back the second.
    const stale = await reversal.submit();
    expect(stale.errors).toEqual([
      '画面に表示していた還付の記録は、すでに取り消されています。その後に記録された令和8年11月18日の還付は、そのまま残っています。',
    ]);
    expect((await treasury.get('/ogori/treasury/repayments')).text).not.toContain('還付を待つ過誤納金');
    expect(await proof()).toContain('すべての帳簿が1円まで一致しています');

    const bundle = await evidenceOf(await as('kansa'), 'ogori', of('fault').applicationId);
    expect(bundle.table('過誤納金の還付')).toEqual([
      expect.objectContaining({
        ...{ 還付した日: '2026-11-18', 還付した額: '5000', 文書番号: '戻出第1号', 取消し: '取り消した' },
        ...{ 取消しの理由: '領収済通知書を照合した。', 取り消した人: expect.stringMatching(/./) },
      }),
      expect.objectContaining({ 還付した額: '5000', 文書番号: '戻出第2号', 取消し: '', 取消しの理由: '' }),
    ]);
  });

  it('a demand ends with the order that the treasury sends back, and what the grant still gives is claimed anew', async () => {
    web.clock.at('2026-10-21');
    const claimed = await aPreparedClaim(web, people, program, {
      ...{ name: '立石校区協働のまちづくり協議会', district: '立石校区', account: { accountNumber: '0000010' } },
      wards: Array.from({ length: 6 }, (_, ward) => `立石${String(ward + 1)}区`),
    });
    grants.set('returned', claimed);
    await confirmClaim(web, claimed);
    const [order] = await orderPayment(web, people, [claimed.claimId]);
    const { draftId } = await web.get(DraftRevocation).execute(people.clerk, {
      ...{ grantId: claimed.grantId, whole: false, kept: yen(330_000), reason: '虚偽の申請。' },
      ...{ article: '交付規則第13条', recipientAtFault: true, heardOn: localDate('2026-10-20'), hearing: '認めた。' },
      ...{ title: '交付決定の一部取消しについて', draftReason: '取り消してよろしいか伺います。' },
    });
    await approveByAll(web, draftId, ...people.approvers, bucho);
    await web.drainOutbox();
    const staff = await as('tanto1');
    const path = `/ogori/staff/repayments/${await demandOf('returned')}`;
    expect((await staff.get(path)).text).toContain('返還金300,000円');

    const treasury = await as('kaikei-kanrisha');
    const page = await treasury.get(`/ogori/treasury/orders/${order?.id ?? ''}`);
    await page.form('返付する').fill({ reason: '交付決定が一部取り消されたため。' }).submit();
    await web.drainOutbox();
    const dropped = await staff.get(path);
    expect(dropped.text).toContain('取り下げました');
    expect(dropped.text).not.toContain('返還命令を起案する');
    const claims = await web.get(ViewClaims).ofOwnOrganization(claimed.organization.officer);
    const live = claims.filter(({ claim }) => claim.state !== 'withdrawn');
    expect(live.map(({ claim }) => [claim.state, claim.amount])).toEqual([['prepared', 330_000n]]);
    expect(await proof()).toContain('すべての帳簿が1円まで一致しています');
  });

  it('sent twice, a receipt is one receipt', async () => {
    web.clock.at('2026-10-21');
    await surplusOf('lost', 430_000);
    await askBack('lost', '返還通知', '令和8年11月10日');
    const treasury = await as('kaikei-shinsa');
    const form = (await treasury.get(`/ogori/treasury/repayments/${await demandOf('lost')}`))
      .form('領収を入力する')
      .fill({ receivedOn: '令和8年10月21日', amount: '50,000', slipNumber: 'H-1' });
    await form.submit();
    const second = await form.submit();
    expect(second.status).toBe(200);
    expect(second.text.match(/返還金（令和8年度戻入） 50,000円/g)).toHaveLength(1);
  });

  it('a receipt entered by hand and then in the bank’s list is asked about, and nothing is more than owed unasked', async () => {
    const path = `/ogori/treasury/repayments/${await demandOf('lost')}`;
    const unnumbered = await receive('lost', '令和8年10月21日', '50,000', '');
    expect(unnumbered.errors[0]).toContain('領収番号を入力してください。');
    const same = await receive('lost', '令和8年10月21日', '50,000', 'H-2');
    expect(same.errors[0]).toContain('同じ日・同じ額の領収（領収番号「H-1」）が、すでに入力されています。');
    expect(same.text).toContain('別の領収として入力する');

    const treasury = await as('kaikei-shinsa');
    const lines = [
      '返還番号,領収日,金額,領収番号',
      'R8返還第4号,令和8年10月21日,"50,000",Z-77',
      'R8返還第4号,令和8年10月21日,"900,000",Z-78',
    ];
    const file = { fileName: '領収済一覧.csv', mediaType: 'text/csv', bytes: Buffer.from(lines.join('\r\n')) };
    const take = async (): Promise<Page> =>
      (await treasury.get('/ogori/treasury/repayments')).form('取り込む').fill({ file }).submit();
    const asked = await take();
    expect(asked.text).toContain('領収を0件取り込みました。確かめることのある行が2件あり、まだ取り込んでいません。');
    expect(asked.text).toContain('確かめる領収（2件）');
    expect(await checkHtml(asked.html)).toEqual([]);
    expect((await take()).text).toContain('確かめる領収（2件）');
    expect(asked.text).not.toContain('還付を待つ過誤納金');
    const first = (await treasury.get(path)).form('取り込まない');
    expect((await first.submit()).errors[0]).toContain('取り込まない理由を書いてください');
    const dismissed = await first.fill({ dismissalReason: '手で入力した領収と同じもの。' }).submit();
    expect(dismissed.text.match(/返還金（令和8年度戻入）/g)).toHaveLength(1);
    const second = await dismissed.form('取り込まない').fill({ dismissalReason: '別の団体の納付。' }).submit();
    expect(second.text).not.toContain('確かめる領収');
    expect((await take()).text).toContain('すでに取り込んだものが2件ありました。');
  });

  it('what is late is dunned, and stands against a new decision until somebody says why', async () => {
    await web.sql(`UPDATE organizations SET mail = 'yakuin@example.jp' WHERE id = $1`, [of('lost').organization.id]);
    await theMorningOf(web, towns.ogori, '2026-11-11');
    await theMorningOf(web, towns.ogori, '2026-11-11');
    const mails = mailsOf(web).filter(({ subject }) => subject.includes('返還金の納付のお知らせ'));
    expect(mails.filter(({ text }) => text.includes('期限を過ぎた額　150,000円'))).toHaveLength(1);

    const staff = await as('tanto1');
    const list = await staff.get('/ogori/staff/repayments');
    expect(list.text).toContain('期限を過ぎた未納（1件）');
    const path = `/ogori/staff/repayments/${await demandOf('lost')}`;
    const dunned = await (
      await staff.get(`${path}/acts/dunning`)
    )
      .form('督促を起案する')
      .fill({ dueOn: '令和8年11月25日' })
      .submit();
    expect(dunned.text).toContain('督促を起案しました。');
    // Whoever types it sends no letter alone.
    const officer = await as('lost-yakuin');
    expect((await officer.get(path.replace('staff', 'committee'))).text).not.toContain('督促状');
    await approveByAll(web, dunned.path.split('/').at(-1) ?? '', ...people.approvers);
    await web.drainOutbox();
    const letter = await (await officer.get(path.replace('staff', 'committee'))).click('督促状');
    // The money itself on its 返納通知書; what it bears is known only on the day on which it comes.
    expect(letter.text).toMatch(/未納の返還金 金150,000円.*返納通知書/s);
    // 地方自治法施行令154条3項, and the part that the bank sends to the town.
    expect(letter.text).toMatch(/所属年度・会計令和8年度\s一般会計歳出科目02-01-07-18-444/);
    expect(letter.text).toMatch(/事由令和8年度運営交付金\s額の確定による精算\s返還金/);
    expect(letter.text).toContain('用紙は領収証書・領収済通知書・原符の3枚つづりです。');
    expect(letter.text).not.toMatch(/延滞金 ?[0-9,]+円/);
    expect(letter.text).toContain('延滞金は、返還金が納められた日までの額を、あとで別に納入通知書でお知らせします。');

    const { organization } = of('lost');
    await aPassedApplication(web, organization.officer, people.clerk, program);
    const desk = await staff.get('/ogori/staff/grants');
    expect(desk.text).toContain('返還金の未納');
    const refused = await desk.form('選んだ申請の交付決定を起案する').submit();
    expect(refused.errors[0]).toContain(
      '「味坂校区協働のまちづくり協議会」には返還金の未納（R8返還第4号 未納150,000円（期限令和8年11月10日））があります。',
    );
    const name = refused.$('textarea[name^="overrides"]').attr('name') ?? '';
    const draft = await refused
      .form('選んだ申請の交付決定を起案する')
      .fill({ [name]: '避難所の運営に欠かせないため。' })
      .submit();
    expect(draft.text).toContain('未納でも交付する理由避難所の運営に欠かせないため。');
  });

  it('a plan spreads what is open, by a decision, and must add up', async () => {
    const staff = await as('tanto1');
    const path = `/ogori/staff/repayments/${await demandOf('lost')}`;
    const form = (await staff.get(`${path}/acts/plan`)).form('履行延期・分割を起案する').fill({
      ...{ ground: 'insolvent', facts: '会費の収入がなく、預金もない。' },
      ...{ 'parts[p1][dueOn]': '令和8年12月25日', 'parts[p1][amount]': '100,000' },
      ...{ 'parts[p2][dueOn]': '令和9年1月29日', 'parts[p2][amount]': '40,000' },
    });
    const wrong = await form.submit();
    expect(wrong.errors).toEqual(['分割の合計140,000円が、未納の額150,000円と違います。合計をそろえてください。']);
    const draft = await wrong.form('履行延期・分割を起案する').fill({ 'parts[p2][amount]': '50,000' }).submit();
    await approveByAll(web, draft.path.split('/').at(-1) ?? '', ...people.approvers, bucho);
    await web.drainOutbox();
    const officer = await as('lost-yakuin');
    const page = await officer.get(path.replace('staff', 'committee'));
    expect(page.text).toContain('令和8年12月25日までに100,000円を納めてください');
    // A slip for each part, which the counter of a bank can read by itself.
    const approval = (await page.click('履行延期承認通知書')).text;
    const [, first = '', second = ''] = approval.split('返納通知書');
    expect(first).toMatch(/令和8年度.*味坂校区協働のまちづくり協議会.*100,000円.*令和8年12月25日.*小郡市長/s);
    expect(second).toMatch(/50,000円.*令和9年1月29日/s);
    expect(await lettersChecked('lost')).toMatchObject({
      'repayment-notice': 'あとから内容が変わりました',
      'repayment-plan': 'いまも有効です',
    });
  });

  it('the year-end page names what is still to come back; the evidence holds its letters, slips and receipts', async () => {
    const auditor = await as('kansa');
    const year = await auditor.get('/ogori/staff/year/2026');
    expect(year.text).toContain('納められていない返還金（1件）');
    const rows = year.texts('tbody tr').filter((row) => row.includes('味坂校区'));
    // 150,000 of the money itself, and 10.95% on it for the one day 11/11: 45円, less than 100円.
    expect(rows.join()).toMatch(/味坂校区協働のまちづくり協議会.*150,000円.*団体.*令和8年12月25日/s);
    const path = `treasury/repayments/${await demandOf('lost')}`;
    expect(year.html).toContain(`href="/ogori/${path}"`);
    expect((await auditor.get(`/ogori/${path}`)).status).toBe(200);

    const bundle = await evidenceOf(auditor, 'ogori', of('lost').applicationId);
    for (const part of ['返還通知書', '督促状', '履行延期承認通知書']) expect(bundle.names.join('\n')).toContain(part);
    expect(bundle.table('返還金の領収')).toContainEqual(
      expect.objectContaining({
        ...{ 返還番号: 'R8返還第4号', 返還の理由: '額の確定による精算', 領収日: '2026-10-21', 金額: '50000' },
        ...{ 戻入した年度: '令和8年度', 歳入とした年度: '', 取消し: '' },
      }),
    );
    expect(
      bundle
        .table('操作の記録')
        .map((row) => row['操作'])
        .join(),
    ).toMatch(/督促.*分割/s);
  });

  it('nothing is given up without the ground that the law asks for', async () => {
    const staff = await as('tanto1');
    const path = `/ogori/staff/repayments/${await demandOf('lost')}/acts`;
    const writeOff = (await staff.get(`${path}/write-off`)).form('不納欠損を起案する');
    expect((await writeOff.submit()).errors).toEqual([
      '不納欠損には、免除・権利放棄・時効の完成のどれかが必要です。理由を選んでください。',
      '理由となる事実を書いてください。決裁と記録に残ります。',
    ]);
    expect((await writeOff.fill({ ground: 'prescription', facts: '連絡がとれない。' }).submit()).errors).toEqual([
      '時効はまだ完成していません。5年の期間が終わるのは令和14年1月29日です（督促・納付・履行延期で期間が始まり直します）。',
      '私債権は、時効の援用がなければ消滅しません。援用した人を書いてください。',
      '時効を援用した日を、今日までの日付で入力してください。',
    ]);
    const remission = (await staff.get(`${path}/remission`)).form('免除を起案する').fill({ facts: '資力がない。' });
    expect((await remission.submit()).errors).toEqual([
      '免除は、期限又は履行延期の決定から10年（令和18年11月11日）を過ぎたあとでなければできません（施行令第171条の7）。',
    ]);
    const waiver = (await staff.get(`${path}/waiver`))
      .form('権利放棄を起案する')
      .fill({ ground: 'council', facts: '解散した。' });
    expect((await waiver.submit()).errors).toEqual([
      '権利放棄には議会の議決か条例の定めが必要です（地方自治法第96条第1項第10号）。議案番号か条例の条を書いてください。',
      '議決の日を、今日までの日付で入力してください。',
    ]);

    // A town whose table says nothing of it: nobody gives a claim up alone.
    const rename = (from: string, to: string) =>
      web.sql(`
        ALTER TABLE authority_rules DISABLE TRIGGER published_stays;
        UPDATE authority_rules SET act = '${to}' WHERE act = '${from}';
        ALTER TABLE authority_rules ENABLE TRIGGER published_stays`);
    await rename('repayment-relief', 'another-act');
    const alone = await waiver.fill({ citation: '議案第45号', citedOn: '令和8年11月1日' }).submit();
    expect(alone.errors).toEqual([
      '専決規程の表に「返還金の履行延期・免除・権利放棄・不納欠損」の行がないため、権利放棄の決裁を受ける人が決まりません。専決規程の表に行を加えてから起案してください。',
    ]);
    expect((await staff.get(`${path}/write-off`)).text).toContain('不納欠損の決裁を受ける人が決まっていません');
    await rename('another-act', 'repayment-relief');
  });

  it('a settlement surplus is asked back by a notice and, paid before the closing, goes back to its line', async () => {
    web.clock.at('2027-04-10');
    await surplusOf('surplus', 600_000);
    const issued = await askBack('surplus', '返還通知', '令和9年4月30日');
    expect(issued.text).toContain('返還の通知書を施行しました。');
    expect(await checkHtml(issued.html)).toEqual([]);

    const officer = await as('surplus-yakuin');
    const home = await officer.get('/ogori/committee');
    expect(home.text).toContain('30,000円 期限令和9年4月30日');
    const page = await home.click('令和8年度 運営交付金の返還金を納める');
    expect(page.text).toContain('令和9年4月30日までに30,000円を納めてください');
    expect(page.text).toContain('小郡市の指定金融機関又は収納代理金融機関の窓口（見本）');
    const letter = await page.click('令和8年度運営交付金返還通知書');
    expect(letter.text).toContain('返納通知書');
    expect(letter.text).not.toContain('加算金');

    web.clock.at('2027-05-06');
    const refused = await receive('surplus', '令和9年4月28日', '30,001');
    expect(refused.errors[0]).toContain('領収日に納めるべき額は30,000円で、入力した額はそれを超えています。');
    const treasury = await as('kaikei-shinsa');
    const take = async (...lines: string[]): Promise<Page> => {
      const bytes = Buffer.from(['返還番号,領収日,金額,領収番号', ...lines].join('\r\n'));
      const file = { fileName: '領収済一覧.csv', mediaType: 'text/csv', bytes };
      return (await treasury.get('/ogori/treasury/repayments')).form('取り込む').fill({ file }).submit();
    };
    const number = /R8返還第\d+号/.exec(
      (await treasury.get(`/ogori/treasury/repayments/${await demandOf('surplus')}`)).text,
    );
    const line = `${number?.[0] ?? ''},令和9年4月28日,"30,000",B-1`;
    const faulty = await take(line, 'R8返還第99号,2027/4/28,1000,B-2', `${number?.[0] ?? ''},2027/4/31,1000,B-3`);
    expect(faulty.errors).toHaveLength(2);
    expect(faulty.errors[0]).toContain('返還番号「R8返還第99号」の返還がありません。');
    expect(faulty.text).toContain('納付を待つ返還（2件）');
    const early = `${number?.[0] ?? ''},令和9年4月9日,"30,000",B-1`;
    expect((await take(early)).errors[0]).toContain('この行の「理由」の欄に通知の前に納められた事情を書いてください。');
    expect((await take(line)).text).toContain('領収を1件取り込みました。');
    expect((await take(line)).text).toContain('領収を0件取り込みました。すでに取り込んだものが1件ありました。');
    const taken = await treasury.get(`/ogori/treasury/repayments/${await demandOf('surplus')}`);
    expect(taken.text).toContain('返還金（令和8年度戻入） 30,000円');
    expect(taken.text).toContain('完納');
    expect(await proof()).toContain('すべての帳簿が1円まで一致しています');
  });

  it('what was paid by mistake is asked back by hand, and its return leaves the books balanced', async () => {
    web.clock.at('2027-05-07');
    const staff = await as('tanto1');
    const grant = await staff.get(`/ogori/staff/grants/${of('surplus').grantId}`);
    const form = (await grant.click('過誤払の返還を求める')).form('返還を登録する');
    const much = await form.fill({ amount: '600,001', note: '同じ額を2回支払った。' }).submit();
    expect(much.errors).toEqual([
      '返還を求められるのは600,000円までです（支払った額から、すでに返還を求めた額を除いた額）。',
    ]);
    const opened = await much.form('返還を登録する').fill({ amount: '100,000' }).submit();
    const draft = await opened.form('過誤払返還通知を起案する').submit();
    expect(draft.text).toContain('同じ額を2回支払った。');
    await approveByAll(web, draft.path.split('/').at(-1) ?? '', ...people.approvers);
    await (await staff.get(opened.path)).form('過誤払返還通知書を施行する').fill({ dueOn: '令和9年5月28日' }).submit();
    await web.drainOutbox();
    const letter = await (await as('surplus-yakuin')).get(opened.path.replace('staff', 'committee'));
    const told = await letter.click('誤って支払った令和8年度運営交付金の返還について');
    expect(told.text).toContain('民法第703条');
    expect(told.text).not.toMatch(/返還を命じ|延滞金/);
    const treasury = await (await as('kaikei-shinsa')).get(opened.path.replace('staff', 'treasury'));
    const paid = await treasury
      .form('領収を入力する')
      .fill({ receivedOn: '令和9年5月7日', amount: '100,000', slipNumber: 'M-1' })
      .submit();
    expect(paid.text).toContain('返還金（令和8年度戻入） 100,000円');
    expect(await proof()).toContain('すべての帳簿が1円まで一致しています');
  });

  it('免除 after ten years, and 不納欠損 after it, each by its decision', async () => {
    web.clock.at('2036-11-12');
    const staff = await as('tanto1');
    const path = `/ogori/staff/repayments/${await demandOf('lost')}`;
    const approve = async ({ path: draft }: Page): Promise<void> => {
      await approveByAll(web, draft.split('/').at(-1) ?? '', ...people.approvers, bucho);
      await web.drainOutbox();
    };
    const remission = (await staff.get(`${path}/acts/remission`)).form('免除を起案する');
    await approve(await remission.fill({ facts: '10年を経ても資力が回復しない。' }).submit());
    const officer = await as('lost-yakuin');
    const letter = await (await officer.get(path.replace('staff', 'committee'))).click('返還金免除通知書');
    expect(letter.text).toMatch(/R8返還第4号.*加算金・延滞金を含む。）を免除します/s);
    expect(await lettersChecked('lost')).toMatchObject({
      'repayment-notice': 'もう納めなくてよくなりました',
      'repayment-plan': 'もう納めなくてよくなりました',
      'repayment-remission': 'いまも有効です',
    });
    // The town's books are rid of the claim only by the 不納欠損.
    expect((await staff.get('/ogori/staff/year/2026')).text).toContain('納められていない返還金（1件）');
    const writeOff = (await staff.get(`${path}/acts/write-off`)).form('不納欠損を起案する');
    await approve(await writeOff.fill({ ground: 'remission', facts: '免除したため。' }).submit());
    expect((await staff.get(path)).text).toContain('不納欠損');
    expect((await staff.get('/ogori/staff/year/2026')).text).not.toContain('納められていない返還金');
  });

  it('what is paid all the same after 免除 is taken in to be paid back, unless somebody says why not; in a list too', async () => {
    web.clock.at('2036-11-20');
    const treasury = await as('kaikei-shinsa');
    const list = await treasury.get('/ogori/treasury/repayments');
    const page = await list.click('R8返還第4号');
    expect(page.text).toContain('免除・不納欠損をした返還です');
    const slip = { receivedOn: '令和18年11月19日', amount: '30,000', slipNumber: 'Z-1' };
    const asked = await page.form('領収を入力する').fill(slip).submit();
    expect(asked.errors).toEqual([
      '免除・権利放棄・不納欠損の後に納められた額です。どう受け入れるかを選んでください。',
    ]);
    expect(await checkHtml(asked.html)).toEqual([]);
    const unsaid = await asked.form('領収を入力する').fill({ afterEnd: 'revenue' }).submit();
    expect(unsaid.errors).toEqual(['ふだんと違う受入れをする理由を書いてください。領収の記録に残ります。']);
    const excess = await unsaid.form('領収を入力する').fill({ afterEnd: 'excess' }).submit();
    expect(excess.texts('tbody tr')).toContainEqual(expect.stringMatching(/過誤納金（令和18年度歳入）.*30,000円/s));
    expect((await treasury.get('/ogori/treasury/repayments')).text).toContain('還付を待つ過誤納金（1件）');

    const take = async (line: string): Promise<Page> => {
      const bytes = Buffer.from(['返還番号,領収日,金額,領収番号,理由,扱い', line].join('\r\n'));
      const file = { fileName: '領収済一覧.csv', mediaType: 'text/csv', bytes };
      return (await treasury.get('/ogori/treasury/repayments')).form('取り込む').fill({ file }).submit();
    };
    expect((await take('R8返還第4号,2036/11/19,20000,Z-2,,雑入')).errors[0]).toContain(
      '2行目：「扱い」の欄の「雑入」は読めません。',
    );
    expect((await take('R8返還第4号,2036/11/19,20000,Z-2,,歳入')).errors[0]).toContain(
      'この行の「理由」の欄に理由を書いてください。',
    );
    const taken = await take('R8返還第4号,2036/11/19,20000,Z-2,還付を受けないとの申出があったため。,歳入');
    expect(taken.errors).toEqual([]);
    const after = await treasury.get(page.path);
    expect(after.texts('tbody tr')).toContainEqual(
      expect.stringMatching(/返還金（令和18年度歳入）.*20,000円.*還付を受けないとの申出があったため。/s),
    );
    // Taken back, the claim stays written off.
    const reversal = (await after.click('取り消す')).form('領収を取り消す');
    const reversed = await reversal.fill({ reason: '別の団体の領収だったため。' }).submit();
    expect(reversed.errors).toEqual([]);
    expect(reversed.text).toContain('免除・不納欠損をした返還です');
    expect(await proof()).toContain('すべての帳簿が1円まで一致しています');
  });

  it('nobody else sees it: another organisation, another town, and nobody before the letter', async () => {
    const id = await demandOf('lost');
    const other = await as('fault-yakuin');
    expect((await other.get(`/ogori/committee/repayments/${id}`)).status).toBe(404);
    const kotake = web.visitor();
    await signIn(kotake, towns.kotake, 'tanto');
    expect((await kotake.get(`/kotake/staff/repayments/${id}`)).status).toBe(404);
  });

  it('what is asked back of money that did not arrive is taken back by a letter, for a reason', async () => {
    web.clock.at('2027-02-10');
    const claimed = await aPreparedClaim(web, people, program, {
      ...{ name: '三国校区協働のまちづくり協議会', district: '三国校区', account: { accountNumber: '0000011' } },
      wards: Array.from({ length: 6 }, (_, ward) => `三国${String(ward + 1)}区`),
    });
    grants.set('undelivered', claimed);
    await confirmClaim(web, claimed);
    const orderIds = (await orderPayment(web, people, [claimed.claimId])).map(({ id }) => id);
    await acceptOrders(web, people, orderIds);
    const day = localDate('2027-02-16');
    const { batchId } = await web.get(CollectBatch).execute(people.checker, { orderIds, paymentDate: day });
    await releaseBatch(web, people, batchId);
    web.clock.at(day);
    await web.get(MarkBatchPaid).execute(people.checker, { batchId, paidOn: day });
    await web.drainOutbox();
    const { draftId } = await web.get(DraftRevocation).execute(people.clerk, {
      ...{ grantId: claimed.grantId, whole: false, kept: yen(330_000), reason: '虚偽の申請。' },
      ...{ article: '交付規則第13条', recipientAtFault: true, heardOn: localDate('2027-02-15'), hearing: '認めた。' },
      ...{ title: '交付決定の一部取消しについて', draftReason: '取り消してよろしいか伺います。' },
    });
    await approveByAll(web, draftId, ...people.approvers, bucho);
    await web.drainOutbox();
    await askBack('undelivered', '返還命令', '令和9年3月10日');

    // The bank gives the money back, and the treasury sends the order back: there is nothing left to ask for.
    web.clock.at('2027-02-18');
    const [orderId = ''] = orderIds;
    const back = localDate('2027-02-17');
    const failure = { failedOn: back, reason: '口座解約', detail: '', returnedOn: back };
    await web.get(RecordTransferFailure).execute(people.checker, { orderId, ...failure });
    const treasury = await as('kaikei-kanrisha');
    const order = await treasury.get(`/ogori/treasury/orders/${orderId}`);
    await order.form('返付する').fill({ reason: '団体が口座を解約したため。' }).submit();
    await web.drainOutbox();
    const staff = await as('tanto1');
    const path = `/ogori/staff/repayments/${await demandOf('undelivered')}`;
    const form = (await staff.get(path)).form('返還を取り下げる');
    expect((await form.submit()).errors).toHaveLength(1);
    const dropped = await form.fill({ revisionReason: '支払が届かず、返してもらう金がないため。' }).submit();
    await web.drainOutbox();
    expect(dropped.text).toContain('取り下げました');
    expect((await staff.get(path)).text).toContain('返還の取下げについて');
    expect(await lettersChecked('undelivered')).toMatchObject({
      'repayment-order': '取り消されました',
      'repayment-withdrawal': 'いまも有効です',
    });
    // The same once more changes nothing.
    expect((await form.submit()).status).toBe(422);
    expect(await proof()).toContain('すべての帳簿が1円まで一致しています');
  });

  it('what was paid and what came back is the same amount on every public page and in every file', async () => {
    const open = (path: string): Promise<Page> => web.visitor().get(`/ogori/${path}`);
    interface Row {
      readonly id: string;
      readonly organizationId: string;
      readonly paidAmount: number;
      readonly paidBack: number;
    }
    const { data } = JSON.parse((await open('open-data/grants.json')).html) as { data: Row[] };
    const sumOf = (rows: readonly Row[], of: 'paidAmount' | 'paidBack'): number =>
      rows.reduce((sum, row) => sum + row[of], 0);
    const inYen = (amount: number): string => `${amount.toLocaleString('en')}円`;
    const [paid, back] = [inYen(sumOf(data, 'paidAmount')), inYen(sumOf(data, 'paidBack'))];
    expect(sumOf(data, 'paidBack')).toBeGreaterThan(0);

    const csv = readCsv((await open('open-data/grants.csv')).bytes, ['交付番号', '支払済額', '返還額']);
    expect(csv.map(({ cells }) => Object.values(cells))).toEqual(
      data.map((row) => [row.id, String(row.paidAmount), String(row.paidBack)]),
    );
    const giving = JSON.parse((await open('open-data/360giving.json')).html) as {
      grants: { id: string; amountAwarded: number; amountDisbursed: number }[];
    };
    for (const { id, paidAmount, paidBack } of data) {
      const award = giving.grants.find((each) => each.id.endsWith(id));
      expect(award?.amountDisbursed).toBe(paidAmount - paidBack);
    }

    /** Under its heading, as the last row or as the row of this organisation says it. */
    const cellsUnder = (page: Page, table: string, row: string): Record<string, string> => {
      const headings = page.texts(`${table} thead th`);
      const [cells = []] = page
        .$(`${table} tr`)
        .toArray()
        .map((each) =>
          page
            .$(each)
            .children()
            .toArray()
            .map((cell) => page.$(cell).text().trim()),
        )
        .filter(([first = '', ...others]) => [first, ...others].join(' ').includes(row));
      return Object.fromEntries(headings.map((heading, index) => [heading, cells[index] ?? '']));
    };
    const list = await open('grants');
    expect(list.text).toContain(`支払済${paid}うち${back}は返還されました`);
    expect(cellsUnder(list, '.table-cards', '合計')).toMatchObject({ 支払済: paid, うち返還: back });
    expect(cellsUnder(list, '.sums table', '合計')).toMatchObject({ 支払済: paid, うち返還: back });
    expect(cellsUnder(await open('districts'), '.sums table', '合計')).toMatchObject({ 支払済: paid, うち返還: back });

    const returned = data.find(({ id }) => id === of('fault').grantId);
    const own = { 支払済: inYen(returned?.paidAmount ?? 0), うち返還: inYen(returned?.paidBack ?? 0) };
    expect(own).toEqual({ 支払済: '630,000円', うち返還: '300,000円' });
    expect(cellsUnder(list, '.table-cards', '東野校区')).toMatchObject(own);
    const organization = await open(`organizations/${returned?.organizationId ?? ''}`);
    expect(cellsUnder(organization, '.table-cards', '運営交付金')).toMatchObject(own);
    const districtId = /districts\/([0-9a-f-]{36})/.exec(organization.html)?.[1] ?? '';
    expect(cellsUnder(await open(`districts/${districtId}`), '.table-cards', '運営交付金')).toMatchObject(own);
    const grant = await open(`grants/${of('fault').grantId}`);
    expect(grant.text).toContain('支払済額630,000円うち300,000円は返還されました');
    // each receipt on the day of the bank's slip, also where another had been entered and reversed
    expect(grant.text).toMatch(/10月10日.*団体から返還（200,000円）.*10月20日.*団体から返還（100,000円）/s);
    expect(await checkHtml(list.html)).toEqual([]);
    // whoever follows the feed hears of what became of a grant, each on its day and under an address of its own
    const feed = (await open('feed.xml')).html;
    expect(feed).toMatch(/<title>返還：[^<]*東野校区協働のまちづくり協議会/);
    expect(feed).toMatch(/団体から100,000円が返還されました。/);
    const addresses = [...feed.matchAll(/<guid[^>]*>([^<]*)/g)].map(([, address]) => address);
    expect(new Set(addresses).size).toBe(addresses.length);
    const step = /grants\/([0-9a-f-]{36})#(step-\d+)/.exec(feed);
    expect((await open(`grants/${step?.[1] ?? ''}`)).$(`#${step?.[2] ?? 'x'}`).length).toBe(1);
  });
});
