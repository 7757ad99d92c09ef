import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { aPassedApplication } from '../../support/builders/applications.js';
import { approveByAll } from '../../support/builders/approvals.js';
import { theMorningOf } from '../../support/builders/grants.js';
import { MoneyBack } from '../../support/builders/money-back.js';
import { signIn } from '../../support/builders/staff.js';
import { evidenceOf } from '../../support/evidence.js';
import { checkHtml } from '../../support/html-check.js';
import { mailsOf } from '../../support/mails.js';
import type { Page } from '../../support/index.js';

describe('what is not paid back', () => {
  let money: MoneyBack;

  beforeAll(async () => {
    money = await MoneyBack.open('fault', 'lost');
    money.web.clock.at('2026-10-21');
    await money.surplusOf('lost', 430_000);
    await money.askBack('lost', '返還通知', '令和8年11月10日');
    await money.receive('lost', '令和8年10月21日', '50,000', 'H-1');
  });

  afterAll(() => money.web.close());

  it('what is late is dunned, and stands against a new decision until somebody says why', async () => {
    await money.web.sql(`UPDATE organizations SET mail = 'yakuin@example.jp' WHERE id = $1`, [
      money.of('lost').organization.id,
    ]);
    await theMorningOf(money.web, money.towns.ogori, '2026-11-11');
    await theMorningOf(money.web, money.towns.ogori, '2026-11-11');
    const mails = mailsOf(money.web).filter(({ subject }) => subject.includes('返還金の納付のお知らせ'));
    expect(mails.filter(({ text }) => text.includes('期限を過ぎた額　150,000円'))).toHaveLength(1);

    const staff = await money.as('tanto1');
    const list = await staff.get('/ogori/staff/repayments');
    expect(list.text).toContain('期限を過ぎた未納（1件）');
    const path = `/ogori/staff/repayments/${await money.demandOf('lost')}`;
    const dunned = await (
      await staff.get(`${path}/acts/dunning`)
    )
      .form('督促を起案する')
      .fill({ dueOn: '令和8年11月25日' })
      .submit();
    expect(dunned.text).toContain('督促を起案しました。');
    // Whoever types it sends no letter alone.
    const officer = await money.as('lost-yakuin');
    expect((await officer.get(path.replace('staff', 'committee'))).text).not.toContain('督促状');
    await approveByAll(money.web, dunned.path.split('/').at(-1) ?? '', ...money.people.approvers);
    await money.web.drainOutbox();
    const letter = await (await officer.get(path.replace('staff', 'committee'))).click('督促状');
    // The money itself on its 返納通知書; what it bears is known only on the day on which it comes.
    expect(letter.text).toMatch(/未納の返還金 金150,000円.*返納通知書/s);
    // 地方自治法施行令154条3項, and the part that the bank sends to the town.
    expect(letter.text).toMatch(/所属年度・会計令和8年度\s一般会計歳出科目02-01-07-18-444/);
    expect(letter.text).toMatch(/事由令和8年度運営交付金\s額の確定による精算\s返還金/);
    expect(letter.text).toContain('用紙は領収証書・領収済通知書・原符の3枚つづりです。');
    expect(letter.text).not.toMatch(/延滞金 ?[0-9,]+円/);
    expect(letter.text).toContain('延滞金は、返還金が納められた日までの額を、あとで別に納入通知書でお知らせします。');

    const { organization } = money.of('lost');
    await aPassedApplication(money.web, organization.officer, money.people.clerk, money.program);
    const desk = await staff.get('/ogori/staff/grants');
    expect(desk.text).toContain('返還金の未納');
    const refused = await desk.form('選んだ申請の交付決定を起案する').submit();
    expect(refused.errors[0]).toContain(
      '「味坂校区協働のまちづくり協議会」には返還金の未納（R8返還第1号 未納150,000円（期限令和8年11月10日））があります。',
    );
    const name = refused.$('textarea[name^="overrides"]').attr('name') ?? '';
    const draft = await refused
      .form('選んだ申請の交付決定を起案する')
      .fill({ [name]: '避難所の運営に欠かせないため。' })
      .submit();
    expect(draft.text).toContain('未納でも交付する理由避難所の運営に欠かせないため。');
  });

  it('a plan spreads what is open, by a decision, and must add up', async () => {
    const staff = await money.as('tanto1');
    const path = `/ogori/staff/repayments/${await money.demandOf('lost')}`;
    const form = (await staff.get(`${path}/acts/plan`)).form('履行延期・分割を起案する').fill({
      ...{ ground: 'insolvent', facts: '会費の収入がなく、預金もない。' },
      ...{ 'parts[p1][dueOn]': '令和8年12月25日', 'parts[p1][amount]': '100,000' },
      ...{ 'parts[p2][dueOn]': '令和9年1月29日', 'parts[p2][amount]': '40,000' },
    });
    const wrong = await form.submit();
    expect(wrong.errors).toEqual(['分割の合計140,000円が、未納の額150,000円と違います。合計をそろえてください。']);
    const draft = await wrong.form('履行延期・分割を起案する').fill({ 'parts[p2][amount]': '50,000' }).submit();
    await approveByAll(money.web, draft.path.split('/').at(-1) ?? '', ...money.people.approvers, money.bucho);
    await money.web.drainOutbox();
    const officer = await money.as('lost-yakuin');
    const page = await officer.get(path.replace('staff', 'committee'));
    expect(page.text).toContain('令和8年12月25日までに100,000円を納めてください');
    // A slip for each part, which the counter of a bank can read by itself.
    const approval = (await page.click('履行延期承認通知書')).text;
    const [, first = '', second = ''] = approval.split('返納通知書');
    expect(first).toMatch(/令和8年度.*味坂校区協働のまちづくり協議会.*100,000円.*令和8年12月25日.*小郡市長/s);
    expect(second).toMatch(/50,000円.*令和9年1月29日/s);
    expect(await money.lettersChecked('lost')).toMatchObject({
      'repayment-notice': 'あとから内容が変わりました',
      'repayment-plan': 'いまも有効です',
    });
  });

  it('the year-end page names what is still to come back; the evidence holds its letters, slips and receipts', async () => {
    const auditor = await money.as('kansa');
    const year = await auditor.get('/ogori/staff/year/2026');
    expect(year.text).toContain('納められていない返還金（1件）');
    const rows = year.texts('tbody tr').filter((row) => row.includes('味坂校区'));
    // 150,000 of the money itself, and 10.95% on it for the one day 11/11: 45円, less than 100円.
    expect(rows.join()).toMatch(/味坂校区協働のまちづくり協議会.*150,000円.*団体.*令和8年12月25日/s);
    const path = `treasury/repayments/${await money.demandOf('lost')}`;
    expect(year.html).toContain(`href="/ogori/${path}"`);
    expect((await auditor.get(`/ogori/${path}`)).status).toBe(200);

    const bundle = await evidenceOf(auditor, 'ogori', money.of('lost').applicationId);
    for (const part of ['返還通知書', '督促状', '履行延期承認通知書']) expect(bundle.names.join('\n')).toContain(part);
    expect(bundle.table('返還金の領収')).toContainEqual(
      expect.objectContaining({
        ...{ 返還番号: 'R8返還第1号', 返還の理由: '額の確定による精算', 領収日: '2026-10-21', 金額: '50000' },
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
    const staff = await money.as('tanto1');
    const path = `/ogori/staff/repayments/${await money.demandOf('lost')}/acts`;
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
      money.web.sql(`
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

  it('免除 after ten years, and 不納欠損 after it, each by its decision', async () => {
    money.web.clock.at('2036-11-12');
    const staff = await money.as('tanto1');
    const path = `/ogori/staff/repayments/${await money.demandOf('lost')}`;
    const approve = async ({ path: draft }: Page): Promise<void> => {
      await approveByAll(money.web, draft.split('/').at(-1) ?? '', ...money.people.approvers, money.bucho);
      await money.web.drainOutbox();
    };
    const remission = (await staff.get(`${path}/acts/remission`)).form('免除を起案する');
    await approve(await remission.fill({ facts: '10年を経ても資力が回復しない。' }).submit());
    const officer = await money.as('lost-yakuin');
    const letter = await (await officer.get(path.replace('staff', 'committee'))).click('返還金免除通知書');
    expect(letter.text).toMatch(/R8返還第1号.*加算金・延滞金を含む。）を免除します/s);
    expect(await money.lettersChecked('lost')).toMatchObject({
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
    money.web.clock.at('2036-11-20');
    const treasury = await money.as('kaikei-shinsa');
    const list = await treasury.get('/ogori/treasury/repayments');
    const page = await list.click('R8返還第1号');
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
    expect((await take('R8返還第1号,2036/11/19,20000,Z-2,,雑入')).errors[0]).toContain(
      '2行目：「扱い」の欄の「雑入」は読めません。',
    );
    expect((await take('R8返還第1号,2036/11/19,20000,Z-2,,歳入')).errors[0]).toContain(
      'この行の「理由」の欄に理由を書いてください。',
    );
    const taken = await take('R8返還第1号,2036/11/19,20000,Z-2,還付を受けないとの申出があったため。,歳入');
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
    expect(await money.proof()).toContain('すべての帳簿が1円まで一致しています');
  });

  it('nobody else sees it: another organisation, another town, and nobody before the letter', async () => {
    const id = await money.demandOf('lost');
    const other = await money.as('fault-yakuin');
    expect((await other.get(`/ogori/committee/repayments/${id}`)).status).toBe(404);
    const kotake = money.web.visitor();
    await signIn(kotake, money.towns.kotake, 'tanto');
    expect((await kotake.get(`/kotake/staff/repayments/${id}`)).status).toBe(404);
  });
});
