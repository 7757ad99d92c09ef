import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { approveByAll } from '../../support/builders/approvals.js';
import { MoneyBack } from '../../support/builders/money-back.js';
import { checkHtml } from '../../support/html-check.js';
import type { Page } from '../../support/index.js';

describe('what is left over or was paid by mistake, and its receipts', () => {
  let money: MoneyBack;

  beforeAll(async () => {
    money = await MoneyBack.open('surplus', 'lost');
  });

  afterAll(() => money.web.close());

  it('sent twice, a receipt is one receipt', async () => {
    money.web.clock.at('2026-10-21');
    await money.surplusOf('lost', 430_000);
    await money.askBack('lost', '返還通知', '令和8年11月10日');
    const treasury = await money.as('kaikei-shinsa');
    const form = (await treasury.get(`/ogori/treasury/repayments/${await money.demandOf('lost')}`))
      .form('領収を入力する')
      .fill({ receivedOn: '令和8年10月21日', amount: '50,000', slipNumber: 'H-1' });
    await form.submit();
    const second = await form.submit();
    expect(second.status).toBe(200);
    expect(second.text.match(/返還金（令和8年度戻入） 50,000円/g)).toHaveLength(1);
  });

  it('a receipt entered by hand and then in the bank’s list is asked about, and nothing is more than owed unasked', async () => {
    const path = `/ogori/treasury/repayments/${await money.demandOf('lost')}`;
    const unnumbered = await money.receive('lost', '令和8年10月21日', '50,000', '');
    expect(unnumbered.errors[0]).toContain('領収番号を入力してください。');
    const same = await money.receive('lost', '令和8年10月21日', '50,000', 'H-2');
    expect(same.errors[0]).toContain('同じ日・同じ額の領収（領収番号「H-1」）が、すでに入力されています。');
    expect(same.text).toContain('別の領収として入力する');

    const treasury = await money.as('kaikei-shinsa');
    const lines = [
      '返還番号,領収日,金額,領収番号',
      'R8返還第1号,令和8年10月21日,"50,000",Z-77',
      'R8返還第1号,令和8年10月21日,"900,000",Z-78',
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

  it('a settlement surplus is asked back by a notice and, paid before the closing, goes back to its line', async () => {
    money.web.clock.at('2027-04-10');
    await money.surplusOf('surplus', 600_000);
    const issued = await money.askBack('surplus', '返還通知', '令和9年4月30日');
    expect(issued.text).toContain('返還の通知書を施行しました。');
    expect(await checkHtml(issued.html)).toEqual([]);

    const officer = await money.as('surplus-yakuin');
    const home = await officer.get('/ogori/committee');
    expect(home.text).toContain('30,000円 期限令和9年4月30日');
    const page = await home.click('令和8年度 運営交付金の返還金を納める');
    expect(page.text).toContain('令和9年4月30日までに30,000円を納めてください');
    expect(page.text).toContain('小郡市の指定金融機関又は収納代理金融機関の窓口（見本）');
    const letter = await page.click('令和8年度運営交付金返還通知書');
    expect(letter.text).toContain('返納通知書');
    expect(letter.text).not.toContain('加算金');

    money.web.clock.at('2027-05-06');
    const refused = await money.receive('surplus', '令和9年4月28日', '30,001');
    expect(refused.errors[0]).toContain('領収日に納めるべき額は30,000円で、入力した額はそれを超えています。');
    const treasury = await money.as('kaikei-shinsa');
    const take = async (...lines: string[]): Promise<Page> => {
      const bytes = Buffer.from(['返還番号,領収日,金額,領収番号', ...lines].join('\r\n'));
      const file = { fileName: '領収済一覧.csv', mediaType: 'text/csv', bytes };
      return (await treasury.get('/ogori/treasury/repayments')).form('取り込む').fill({ file }).submit();
    };
    const number = /R8返還第\d+号/.exec(
      (await treasury.get(`/ogori/treasury/repayments/${await money.demandOf('surplus')}`)).text,
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
    const taken = await treasury.get(`/ogori/treasury/repayments/${await money.demandOf('surplus')}`);
    expect(taken.text).toContain('返還金（令和8年度戻入） 30,000円');
    expect(taken.text).toContain('完納');
    expect(await money.proof()).toContain('すべての帳簿が1円まで一致しています');
  });

  it('what was paid by mistake is asked back by hand, and its return leaves the books balanced', async () => {
    money.web.clock.at('2027-05-07');
    const staff = await money.as('tanto1');
    const grant = await staff.get(`/ogori/staff/grants/${money.of('surplus').grantId}`);
    const form = (await grant.click('過誤払の返還を求める')).form('返還を登録する');
    const much = await form.fill({ amount: '600,001', note: '同じ額を2回支払った。' }).submit();
    expect(much.errors).toEqual([
      '返還を求められるのは600,000円までです（支払った額から、すでに返還を求めた額を除いた額）。',
    ]);
    const opened = await much.form('返還を登録する').fill({ amount: '100,000' }).submit();
    const draft = await opened.form('過誤払返還通知を起案する').submit();
    expect(draft.text).toContain('同じ額を2回支払った。');
    await approveByAll(money.web, draft.path.split('/').at(-1) ?? '', ...money.people.approvers);
    await (await staff.get(opened.path)).form('過誤払返還通知書を施行する').fill({ dueOn: '令和9年5月28日' }).submit();
    await money.web.drainOutbox();
    const letter = await (await money.as('surplus-yakuin')).get(opened.path.replace('staff', 'committee'));
    const told = await letter.click('誤って支払った令和8年度運営交付金の返還について');
    expect(told.text).toContain('民法第703条');
    expect(told.text).not.toMatch(/返還を命じ|延滞金/);
    const treasury = await (await money.as('kaikei-shinsa')).get(opened.path.replace('staff', 'treasury'));
    const paid = await treasury
      .form('領収を入力する')
      .fill({ receivedOn: '令和9年5月7日', amount: '100,000', slipNumber: 'M-1' })
      .submit();
    expect(paid.text).toContain('返還金（令和8年度戻入） 100,000円');
    expect(await money.proof()).toContain('すべての帳簿が1円まで一致しています');
  });
});
