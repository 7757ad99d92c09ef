import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { COSTS } from '../../support/builders/grant-changes.js';
import { CHANGES_DAY, GrantsInJune, pathOf, reviewOf } from '../../support/builders/grants-in-june.js';
import { signIn } from '../../support/builders/staff.js';
import { checkHtml } from '../../support/html-check.js';
import { aMorning } from '../../support/morning.js';
import { inExcel, rowOf } from '../../support/workbooks.js';

describe('a grant that is amended', () => {
  let june: GrantsInJune;

  beforeAll(async () => {
    june = await GrantsInJune.open();
  });

  afterAll(async () => {
    expect(await june.close()).toBe(true);
  });

  it('an amendment upwards: before and after, the threshold, the draft, the commitment, the letter, a new claim', async () => {
    const issued = await june.aGrant();
    expect(await june.claimsOf(issued)).toEqual([['prepared', 160_000n]]);
    const visitor = await june.as(issued.signInName);
    const page = await visitor.get(pathOf(issued));
    expect(await checkHtml(page.html)).toEqual([]);
    expect(page.text).toContain('支出の合計が20％を超えて増減するとき');
    const check = await june.amend(visitor, issued, {
      meetings: 210_000,
      publicity: 90_000,
      dues: 100_000,
      increase: true,
    });
    expect(await checkHtml(check.html)).toEqual([]);
    expect(check.text).toContain('変更の承認を申請します');
    expect(check.text).toContain('会議費の増減が決められた割合を超えるため');
    expect(check.text).toContain('200,000円');
    const form = check.form('この内容で変更の承認を申請する');
    const sent = await form.submit();
    expect(sent.text).toContain('担当課が確認中');
    // pressed twice, it is one application
    expect((await form.submit()).text).toContain('担当課が確認中');
    expect(await june.web.sql(`SELECT round FROM grant_changes WHERE grant_id = $1`, [issued.grantId])).toEqual([
      { round: 1 },
    ]);

    const reviewPath = reviewOf(check);
    const letter = await june.decide(reviewPath, { outcome: 'granted' }, june.approvers, '令和8年6月12日');
    expect(letter).toContain('令和8年6月12日');
    expect(letter).toContain('変更承認（変更交付決定）通知書');
    expect(letter).toContain('変更前の交付決定額金160,000円');
    expect(letter).toContain('金200,000円（増額）');
    expect(letter).toContain('様式第4号（第8条関係）');
    expect((await june.grantNow(issued)).amountInForce).toBe(200_000n);
    expect((await june.grantNow(issued)).amount).toBe(160_000n);
    expect(await june.committed(issued)).toBe(200_000n);
    // 施行予定: until the day of the letter nobody outside knows, and nothing can be claimed by it
    expect((await (await june.as('tanto1')).get('/ogori/staff/changes')).text).toContain('施行予定（1件）');
    const before = await visitor.get(pathOf(issued));
    expect(before.text).toContain('いまの交付決定額160,000円');
    expect(before.text).not.toContain('通知書を施行');
    expect((await visitor.get('/ogori/committee/letters')).text).not.toContain('変更承認');
    expect((await visitor.get('/ogori/committee/grants')).text).toContain('160,000円');
    const untold = await visitor.get(`/ogori/committee/reports/${await june.reportIdOf(issued)}/account`);
    expect(untold.texts(`tr[data-line="${COSTS.meetings}"] [data-label="予算額"]`)).toEqual(['150,000円']);
    const early = await visitor.send('POST', `${june.web.url}${pathOf(issued)}/changes/amendment`, []);
    expect(early.errors[0]).toContain('ほかの変更・中止・取消しの手続きが進んでいます');
    expect((await june.claimsOf(issued)).filter(([state]) => state !== 'withdrawn')).toEqual([]);
    await aMorning(june.web, june.towns.ogori, '2026-06-11');
    expect((await (await june.as(issued.signInName)).get(pathOf(issued))).text).toContain('いまの交付決定額160,000円');
    await aMorning(june.web, june.towns.ogori, '2026-06-12');
    expect((await june.claimsOf(issued)).filter(([state]) => state !== 'withdrawn')).toEqual([['prepared', 200_000n]]);
    const later = await june.as(issued.signInName);
    expect((await later.get('/ogori/committee/letters')).text).toContain('変更承認');
    const after = await later.get(pathOf(issued));
    expect(after.text).toContain('いまの交付決定額200,000円');
    expect(after.text).toContain('変更承認申請の通知書を施行しました');

    // what was spent is compared with the amended budget, in the organisation's account and at the inspection
    const account = await later.get(`/ogori/committee/reports/${await june.reportIdOf(issued)}/account`);
    const planned = (line: string) => account.texts(`tr[data-line="${line}"] [data-label="予算額"]`);
    expect([COSTS.dues, COSTS.meetings, COSTS.publicity].flatMap(planned)).toEqual([
      '100,000円',
      '210,000円',
      '90,000円',
    ]);
    expect(account.text).toContain('300,000円');
  });

  it('an amendment downwards lowers the commitment; a return asks for an application where a notice came', async () => {
    const issued = await june.aGrant();
    const visitor = await june.as(issued.signInName);
    const check = await june.amend(visitor, issued, { meetings: 140_000, publicity: 90_000, dues: 77_000 });
    await check.form('この内容で軽微な変更を届け出る').submit();
    const staff = await june.as('tanto1');
    const review = await staff.get(reviewOf(check));
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
    const tasks = await (await visitor.get(pathOf(issued))).click('続きを書く');
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
    const letter = await june.decide(reviewOf(second), {
      ...{ outcome: 'reduced', amount: '50,000', decisionReason: '会場費の見積りが過大なため。' },
    });
    expect(letter).toContain('金50,000円（減額）');
    expect(letter).toContain('会場費の見積りが過大なため。');
    expect(await june.committed(issued)).toBe(50_000n);
    expect((await june.claimsOf(issued)).filter(([state]) => state !== 'withdrawn')).toEqual([['prepared', 50_000n]]);
  });

  it('a refusal leaves everything as it was and gives its reason', async () => {
    const issued = await june.aGrant();
    const visitor = await june.as(issued.signInName);
    const check = await june.amend(visitor, issued, {
      meetings: 300_000,
      publicity: 90_000,
      dues: 130_000,
      increase: true,
    });
    await check.form('この内容で変更の承認を申請する').submit();
    const staff = await june.as('tanto1');
    const review = await staff.get(reviewOf(check));
    const unfit = await review.form('起案する').fill({ outcome: 'refused' }).submit('起案する');
    expect(unfit.errors).toEqual(['承認しない理由を入力してください。通知書に書かれます。']);
    const letter = await june.decide(reviewOf(check), { outcome: 'refused', decisionReason: '予算に余裕がないため。' });
    expect(letter).toContain('変更不承認通知書');
    expect(letter).toContain('予算に余裕がないため。');
    // its number is made void: the change waits for a letter again, and the organisation has none
    const reviewed = await staff.get(reviewOf(check));
    const number = reviewed.texts('a').find((words) => /小コ第/.test(words)) ?? '';
    await (await reviewed.click(number)).form('欠番にする').fill({ reason: '宛先を誤ったため' }).submit();
    await june.web.drainOutbox();
    expect((await visitor.get('/ogori/committee/letters')).text).not.toContain('変更不承認');
    expect(await june.issue(staff, reviewOf(check))).toContain('変更不承認通知書');
    expect((await staff.get(reviewOf(check))).text).not.toContain(number);
    expect((await june.grantNow(issued)).amountInForce).toBe(160_000n);
    expect(await june.committed(issued)).toBe(160_000n);
    expect((await june.claimsOf(issued)).filter(([state]) => state !== 'withdrawn')).toEqual([['prepared', 160_000n]]);
  });

  it('no increase after 3月31日, and no second change while one is under way', async () => {
    const issued = await june.aGrant();
    const visitor = await june.as(issued.signInName);
    june.web.clock.at('2027-04-02');
    const late = await june.as(issued.signInName);
    const check = await june.amend(late, issued, {
      meetings: 210_000,
      publicity: 90_000,
      dues: 100_000,
      increase: true,
    });
    expect(check.text).toContain('年度が終わったため、増額はできません');
    expect(check.text).not.toContain('この内容で変更の承認を申請する');
    june.web.clock.at(CHANGES_DAY);
    const refused = await (await visitor.get(pathOf(issued))).click('続きを書く');
    expect(refused.text).toContain('変更の届出・申請');
    const both = await visitor.send('POST', `${june.web.url}${pathOf(issued)}/changes/discontinuation`, []);
    expect(both.status).toBe(409);
    expect(both.errors[0]).toContain('ほかの変更・中止・取消しの手続きが進んでいます');
  });

  it('two officers write one amendment: their texts are brought together; another organisation sees nothing', async () => {
    const issued = await june.aGrant();
    const first = await june.as(issued.signInName);
    const tasks = await (await first.get(pathOf(issued))).form('変更の届出・申請を始める').submit();
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

    const others = await june.aGrant();
    const stranger = await june.as(others.signInName);
    for (const part of ['', '/check', '/parts/reason']) {
      expect((await stranger.get(`${tasks.path}${part}`)).status).toBe(404);
    }
    expect((await stranger.get(pathOf(issued))).status).toBe(404);
    expect((await stranger.send('POST', `${june.web.url}${pathOf(issued)}/changes/amendment`, [])).status).toBe(404);
    const kotake = june.web.visitor();
    await signIn(kotake, june.towns.kotake, 'tanto');
    expect((await kotake.get(`/kotake/staff/grants/${issued.grantId}`)).status).toBe(404);
  });
});
