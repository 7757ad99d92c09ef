import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { GrantChanges, IssueChangeLetter } from '../../../src/grant-changes/index.js';
import { fiscalYear } from '../../../src/kernel/fiscal-year.js';
import { localDate } from '../../../src/kernel/local-date.js';
import { OpenRefunds } from '../../../src/repayments/index.js';
import { aPassedApplication } from '../../support/builders/applications.js';
import { approveByAll } from '../../support/builders/approvals.js';
import { MoneyBack } from '../../support/builders/money-back.js';
import { evidenceOf } from '../../support/evidence.js';
import { checkHtml } from '../../support/html-check.js';
import type { Page } from '../../support/index.js';

describe('what comes back for the recipient’s fault', () => {
  let money: MoneyBack;

  beforeAll(async () => {
    money = await MoneyBack.open('fault');
  });

  afterAll(() => money.web.close());

  it('a revocation for the recipient’s fault bears 加算金, and what is late bears 延滞金 as well', async () => {
    money.web.clock.at('2026-09-01');
    const { grantId } = money.of('fault');
    await money.revokePart('fault', { heardOn: '2026-08-25', reason: '目的外に使用したため。' });
    const [change] = await money.run((tx) => money.web.get(GrantChanges).ofGrant(tx, grantId));
    const today = localDate('2026-09-01');
    const letter = { changeId: change?.id ?? '', issuedOn: today, externalNumber: '' };
    await money.web.get(IssueChangeLetter).execute(money.people.clerk, letter);
    await money.web.drainOutbox();
    const issued = await money.askBack('fault', '返還命令', '令和8年9月30日');
    expect(issued.text).toContain('あり（加算金をとる）');
    const order = await (
      await (await money.as('fault-yakuin')).get(`/ogori/committee/repayments/${await money.demandOf('fault')}`)
    ).click('令和8年度運営交付金返還命令書');
    expect(order.text).toMatch(/返還の理由 ?交付決定の一部取消し（令和8年9月1日付け8小コ第\d+号）/);

    // 5/29 to 10/10 are 135 days: 300,000 × 10.95% × 135 ÷ 365 = 12,150, cut to 12,100; 10/1 to 10/10: 900.
    money.web.clock.at('2026-10-13');
    const part = await money.receive('fault', '2026/10/10', '200,000', 'A-1');
    expect(part.text).toContain('返還金（令和8年度戻入） 200,000円');
    const again = await money.receive('fault', '2026/10/10', '100,000', 'A-1');
    expect(again.errors).toEqual(['領収番号「A-1」は、すでに入力されています。同じ領収書でないか確かめてください。']);
    // 10/11 to 10/20 on 100,000: 300 more of each. 12,150 + 300 = 12,450; 900 + 300 = 1,200.
    money.web.clock.at('2026-10-20');
    const rest = await money.receive('fault', '2026/10/20', '113,600', 'A-2');
    expect(rest.text).toContain('返還金（令和8年度戻入） 100,000円');
    expect(rest.text).toContain('加算金（令和8年度歳入） 12,400円');
    expect(rest.text).toContain('延滞金（令和8年度歳入） 1,200円');
    expect(rest.text).toContain('完納');

    const reversal = await rest.click('取り消す');
    const reversed = await reversal.form('領収を取り消す').fill({ reason: '別の団体の領収だったため。' }).submit();
    expect(reversed.text).toContain('取消の記録：別の団体の領収だったため。');
    expect(reversed.text).toContain('期限切れ');
    // The slip asks for the money itself: the charges are left, and wait for their own 納入通知書.
    const left = await money.receive('fault', '2026/10/20', '100,000', 'A-2');
    expect(left.text).toContain('加算金・延滞金の通知待ち');
    expect(await money.proof()).toContain('すべての帳簿が1円まで一致しています');
  });

  it('加算金 and 延滞金 that are left have their own day, are dunned, spread and block like the money itself', async () => {
    let staff = await money.as('tanto1');
    const path = `/ogori/staff/repayments/${await money.demandOf('fault')}`;
    let officer = await money.as('fault-yakuin');
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
    await money.web.drainOutbox();
    const notice = await (await officer.get(own)).click('加算金・延滞金納入通知書');
    expect(notice.text).toContain('金13,600円');
    expect(notice.text).toContain('（300,000円×135日');
    expect(notice.text).toMatch(/歳入科目21-01-02-01\s.*加算金（見本）.*21-01-01-01\s.*延滞金（見本）/s);
    expect((await officer.get(own)).text).toContain('令和8年10月27日までに13,600円を納めてください');

    money.web.clock.at('2026-10-27');
    staff = await money.as('tanto1');
    expect((await staff.get('/ogori/staff/repayments')).text).toContain('期限を過ぎた未納（0件）');
    money.web.clock.at('2026-10-28');
    [staff, officer] = [await money.as('tanto1'), await money.as('fault-yakuin')];
    expect((await staff.get('/ogori/staff/repayments')).text).toContain('期限を過ぎた未納（1件）');
    await aPassedApplication(money.web, money.of('fault').organization.officer, money.people.clerk, money.program);
    const refused = await (await staff.get('/ogori/staff/grants')).form('選んだ申請の交付決定を起案する').submit();
    expect(refused.errors[0]).toContain('未納13,600円（期限令和8年10月27日）');

    const dunning = (await staff.get(`${path}/acts/dunning`)).form('督促を起案する');
    const dunningDraft = await dunning.fill({ dueOn: '令和8年11月6日' }).submit();
    await approveByAll(money.web, dunningDraft.path.split('/').at(-1) ?? '', ...money.people.approvers);
    await money.web.drainOutbox();
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
    await approveByAll(money.web, draft.path.split('/').at(-1) ?? '', ...money.people.approvers, money.bucho);
    await money.web.drainOutbox();
    expect((await officer.get(own)).text).toContain('令和8年11月13日までに10,000円を納めてください');
    expect((await money.receive('fault', '2026/10/28', '13,600', 'A-4')).text).toContain('完納');
    expect(await money.proof()).toContain('すべての帳簿が1円まで一致しています');
  });

  it('what is paid once more is taken in as 過誤納金 and paid back', async () => {
    money.web.clock.at('2026-11-18');
    const refused = await money.receive('fault', '令和8年11月17日', '5,000', 'A-3');
    expect(refused.errors[0]).toContain('領収日に納めるべき額は0円で、入力した額はそれを超えています。');
    const taken = await refused.form('領収を入力する').fill({ takesExcess: 'yes' }).submit();
    expect(taken.text).toContain('過誤納金（令和8年度歳入） 5,000円');
    const treasury = await money.as('kaikei-shinsa');
    expect((await treasury.get('/ogori/treasury/repayments')).text).toContain('還付を待つ過誤納金（1件）');
    const officer = await money.as('fault-yakuin');
    const own = `/ogori/committee/repayments/${await money.demandOf('fault')}`;
    expect((await officer.get(own)).text).toContain('5,000円を納め過ぎています');

    // The 会計管理者 decides on a paper, and another person writes it down.
    const waits = await taken.click('還付を決める');
    expect(waits.text).toContain('還付は、会計管理者の決定を待っています');
    const chief = await money.as('kaikei-kanrisha');
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
    const open = await money.run((tx) => money.web.get(OpenRefunds).paybacksOf(tx, fiscalYear(2026)));
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
    expect(await money.proof()).toContain('すべての帳簿が1円まで一致しています');

    const bundle = await evidenceOf(await money.as('kansa'), 'ogori', money.of('fault').applicationId);
    expect(bundle.table('過誤納金の還付')).toEqual([
      expect.objectContaining({
        ...{ 還付した日: '2026-11-18', 還付した額: '5000', 文書番号: '戻出第1号', 取消し: '取り消した' },
        ...{ 取消しの理由: '領収済通知書を照合した。', 取り消した人: expect.stringMatching(/./) },
      }),
      expect.objectContaining({ 還付した額: '5000', 文書番号: '戻出第2号', 取消し: '', 取消しの理由: '' }),
    ]);
  });
});
