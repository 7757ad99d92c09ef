import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { StaffActor } from '../../src/kernel/actor.js';
import { ogoriOperatingGrant, ogoriProjectSubsidy } from '../../src/demo/programs.js';
import { LetterTemplates } from '../../src/notices/index.js';
import { UnitOfWork } from '../../src/platform/database/index.js';
import { ApplyForDisposal } from '../../src/properties/index.js';
import { anOfficerAccount } from '../support/builders/applications.js';
import { approveByAll } from '../support/builders/approvals.js';
import { aRegisteredOrganization, type TestOrganization } from '../support/builders/organizations.js';
import { aGrantedProject, aSettledProgram, reportOf } from '../support/builders/reports.js';
import { openTowns, signIn, staffActor, type Towns } from '../support/builders/staff.js';
import { mailsOf } from '../support/mails.js';
import { evidenceOf } from '../support/evidence.js';
import { checkHtml } from '../support/html-check.js';
import { openWeb, type Page, type Visitor, type Web } from '../support/index.js';

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('what was bought with a grant', () => {
  let web: Web;
  let towns: Towns;
  let approvers: readonly StaffActor[];
  let grantId: string;
  let applicationId: string;
  let register: string;
  let theirs: TestOrganization;

  beforeAll(async () => {
    web = await openWeb({ at: '2026-05-20' });
    towns = await openTowns(web);
    const clerk = await staffActor(web, towns.ogori, 'tanto1');
    approvers = [await staffActor(web, towns.ogori, 'kakaricho'), await staffActor(web, towns.ogori, 'kacho')];
    const names = { name: '東野校区協働のまちづくり協議会', district: '東野校区' };
    const ours = await aRegisteredOrganization(web, clerk, names);
    await anOfficerAccount(web, ours, 'higashino-hanako');
    const others = { name: '三国校区まちづくり協議会', district: '三国校区' };
    theirs = await aRegisteredOrganization(web, clerk, others);
    await anOfficerAccount(web, theirs, 'mikuni-taro');
    // The programme words the answer to 財産処分承認申請 for itself.
    const { keeping } = ogoriProjectSubsidy.document({ budgetLineId: '', handledBy: '' });
    const { letters } = ogoriOperatingGrant.document({ budgetLineId: '', handledBy: '' });
    const standing = await web
      .get(UnitOfWork)
      .read(clerk, (tx) => web.get(LetterTemplates).textsOf(tx, ['property-disposal']));
    const wording = (standing.get('property-disposal') ?? '').replace(
      '下記のとおり承認します。',
      '下記のとおり承認します。大切に使ってくださいました。',
    );
    const disposal = { template: 'property-disposal', formLabel: null, wording };
    const worded = { keeping: keeping!, letters: { ...letters, disposal } };
    const program = await aSettledProgram(web, clerk, worded);
    const project = { title: '夏まつり', period: ['2026-10-01', '2027-03-10'] as const };
    const granted = await aGrantedProject(web, clerk, approvers, ours, program, {
      ...project,
      period: [...project.period],
    });
    ({ applicationId } = granted);
    grantId = granted.grant.id;
    register = `/ogori/committee/grants/${grantId}/properties`;
    await settle((await reportOf(web, clerk, applicationId)).id);
  });

  afterAll(() => web.close());

  const as = async (signInName: string): Promise<Visitor> => {
    const visitor = web.visitor();
    await signIn(visitor, towns.ogori, signInName);
    return visitor;
  };

  const decide = async (draft: Page): Promise<void> => {
    await approveByAll(web, draft.path.split('/').at(-1) ?? '', ...approvers);
    await web.drainOutbox();
  };

  /** Reported with a tent among its receipts, inspected, and 260,000 yen determined of 390,000. */
  async function settle(reportId: string): Promise<void> {
    web.clock.at('2027-03-20');
    const officer = await as('higashino-hanako');
    const at = `/ogori/committee/reports/${reportId}`;
    const evaluation = await (
      await officer.get(`${at}/form/results`)
    )
      .form('保存して次へ')
      .fill({
        'form[done-period][from]': '令和8年10月1日',
        'form[done-period][until]': '令和9年3月10日',
        'form[done-people]': '120人',
        'form[done]': 'まつりを開きました。',
      })
      .submit('保存して次へ');
    const account = await evaluation
      .form('保存して次へ')
      .fill({ 'form[achieved]': 'mostly', 'form[lessons]': '参加が増えました。' })
      .submit('保存して次へ');
    const receipts = await account
      .form('保存して次へ')
      .fill({
        'account[line-own][amount]': '130,000',
        'account[line-supplies][amount]': '260,000',
        'account[line-printing][amount]': '130,000',
      })
      .submit('保存して次へ');
    for (const [index, [purpose, amount]] of [
      ['集会用テント', '90,000'],
      ['紙皿', '2,000'],
    ].entries()) {
      const list = index === 0 ? receipts : await officer.get(`${at}/receipts`);
      const button = list
        .texts('form button')
        .find((words) => words.startsWith('領収書を足す') && words.includes('消耗品費'));
      const opened = await list.form(button).submit();
      const id = opened.path.split('/').at(-1) ?? '';
      const texts = { 'paid-on': '令和8年10月3日', payee: '見本商店', amount: amount ?? '', purpose: purpose ?? '' };
      const values = Object.entries(texts).map(([field, text]) => [`receipts[${id}][${field}]`, text] as const);
      const bytes = Buffer.concat([PICTURE, Buffer.from(purpose ?? '')]);
      const file = { fileName: 'receipt.png', mediaType: 'image/png', bytes };
      await opened
        .form('保存して領収書の一覧へ')
        .fill({ ...Object.fromEntries(values), [`receipts[${id}][file]`]: file })
        .submit('保存して領収書の一覧へ');
    }
    await (await officer.get(`${at}/check`)).form('この内容で提出する').submit();
    await web.drainOutbox();
    const staff = await as('tanto1');
    const items = ['as-decided', 'in-period', 'receipts', 'no-other-grant'];
    await (
      await staff.get(`/ogori/staff/reports/${reportId}`)
    )
      .form('検査を終える')
      .fill(Object.fromEntries(items.map((item) => [`answers[${item}]`, 'yes'])))
      .submit('検査を終える');
    const desk = await staff.get('/ogori/staff/reports');
    await decide(await desk.form('選んだ報告の額の確定を起案する').submit());
    await (await staff.get('/ogori/staff/reports')).form('選んだ額の確定通知書を施行する').submit();
    await web.drainOutbox();
  }

  it('is proposed from the receipts, confirmed by the organisation, and stands in the register until its day', async () => {
    const officer = await as('higashino-hanako');
    const grant = await officer.get(`/ogori/committee/grants/${grantId}`);
    expect(grant.text).toContain('保存期間：令和14年3月31日まで（5年、交付規則第17条（見本））');
    const page = await grant.click('備品台帳を開く');
    expect(await checkHtml(page.html)).toEqual([]);
    expect(page.texts('[aria-label="備品と思われるもの"] tbody th')).toEqual(['集会用テント']);
    const form = await page.click('台帳に載せる');
    const incomplete = await form.form('備品台帳に載せる').fill({ quantity: '0' }).submit();
    expect(incomplete.errors).toEqual([
      '数量は、1から9,999までの数字で入力してください。',
      '保管している場所を入力してください。',
      '備品の種類を選んでください。',
    ]);
    const filled = incomplete
      .form('備品台帳に載せる')
      .fill({ quantity: '２', keptAt: '東野公民館の倉庫', category: 'テント・集会用具' });
    const added = await filled.submit();
    expect(added.text).toContain('備品台帳に載せました。');
    expect(added.text).toContain('令和13年10月2日');
    expect(added.texts('[aria-label="備品と思われるもの"]')).toEqual([]);
    // The same form once more is the same line.
    expect((await filled.submit()).texts('[aria-label="備品台帳"] tbody th')).toEqual(['集会用テント']);
    const staff = await (await as('tanto1')).get('/ogori/staff/properties');
    expect(await checkHtml(staff.html)).toEqual([]);
    expect(staff.texts('[aria-label="備品台帳"] tbody td')).toContain('東野公民館の倉庫');
  });

  it('is sold with the approval of the town, which asks for the share that its grant paid', async () => {
    const officer = await as('higashino-hanako');
    const form = await (await officer.get(register)).click('処分を申請する');
    expect(await checkHtml(form.html)).toEqual([]);
    const values = { kind: 'sale', plannedOn: '令和9年4月10日', proceeds: '0', reason: '新しいテントを買ったため' };
    const refused = await form.form('この内容で申請する').fill(values).submit();
    expect(refused.errors).toEqual(['売却のときは、売る額を入力してください。無償で渡すときは「譲渡」を選びます。']);
    const filled = refused.form('この内容で申請する').fill({ proceeds: '５０，０００' });
    expect((await filled.submit()).text).toContain('財産処分承認申請書を提出しました。');
    expect((await filled.submit()).texts('[aria-label="財産処分の申請"] tbody th')).toEqual(['集会用テント']);

    const staff = await as('tanto1');
    const review = await (await staff.get('/ogori/staff/properties')).click('集会用テントの売却');
    expect(await checkHtml(review.html)).toEqual([]);
    // 50,000 × 260,000 / 390,000 = 33,333.33…
    expect(review.texts('[aria-label="補助金に相当する額の内訳"] tfoot .money')).toEqual(['33,333円']);
    const stale = review.form('差し戻す').fill({ note: '売る相手を書いてください。' });
    const draft = await review.form('起案する').fill({ terms: '売却先を報告すること。' }).submit('起案する');
    expect(await checkHtml(draft.html)).toEqual([]);
    expect(draft.text).toContain('納付を求める額');
    expect((await stale.submit('差し戻す')).errors.join()).toContain('ほかの人が先に扱いました');
    expect((await officer.get(register)).text).toContain('審査中');
    await decide(draft);
    expect((await officer.get(register)).text).not.toContain('33,333円');

    const toIssue = await staff.get(review.path);
    await toIssue.form('通知書を施行する').submit('通知書を施行する');
    await web.drainOutbox();
    const told = await officer.get(register);
    expect(told.text).toContain('33,333円');
    expect(told.text).toContain('処分済み');
    const [number = ''] = told.texts('[aria-label="財産処分の申請"] a');
    const letter = (await told.click(number)).text;
    expect(letter).toContain('財産処分承認通知書');
    const [paper] = await web.sql<{ body: string }>(
      `SELECT content::text AS body FROM letters WHERE subject_kind = 'property-disposal'`,
    );
    expect(paper?.body).toContain('33,333円を納付すること');
    expect(paper?.body).toContain('売却先を報告すること。');
    expect(paper?.body).toContain('大切に使ってくださいました。');

    // The share is asked for by a demand of its own, and is revenue whenever it comes.
    const desk = await staff.get('/ogori/staff/repayments');
    const [label = ''] = desk.texts('[aria-label="担当課が進めるもの"] tbody a');
    const demand = await desk.click(label);
    expect(demand.text).toContain('財産処分に伴う納付');
    expect(demand.text).toContain('集会用テントの売却の収入（50,000円）のうち、補助金に相当する額');
    const asking = await demand.form('納付通知を起案する').submit();
    await decide(asking);
    await (await staff.get(demand.path)).form('納付通知書を施行する').fill({ dueOn: '令和9年4月20日' }).submit();
    await web.drainOutbox();
    const inbox = await officer.get(demand.path.replace('staff', 'committee'));
    const slip = await inbox.click('財産処分に伴う納付通知書');
    expect(slip.text).toContain('納入通知書');
    expect(slip.text).toContain('33,333円');
    const treasury = await (await as('kaikei-shinsa')).get(demand.path.replace('staff', 'treasury'));
    const paid = await treasury
      .form('領収を入力する')
      .fill({ receivedOn: '令和9年3月20日', amount: '33,333', slipNumber: '9-0320' })
      .submit();
    expect(paid.text).toContain('返還金（令和8年度歳入） 33,333円');
    expect(paid.text).toContain('完納');
    const auditor = await as('kansa');
    expect((await auditor.get('/ogori/staff/year/proof')).text).toContain('すべての帳簿が1円まで一致しています');
    const bundle = await evidenceOf(auditor, 'ogori', applicationId);
    expect(bundle.table('備品台帳')).toContainEqual(
      expect.objectContaining({
        ...{ 品名: '集会用テント', 種類: 'テント・集会用具', 数量: '2', 取得価格: '90000', 状態: '処分済み' },
        ...{ 処分の方法: '売却', 処分を承認した日: '2027-03-20', 納付を求めた額: '33333' },
      }),
    );
  });

  it('sent back it may be applied for again, refused or withdrawn it stays in the register', async () => {
    await web.sql(`UPDATE organizations SET mail = 'higashino@example.jp' WHERE name LIKE '東野%'`);
    const officer = await as('higashino-hanako');
    const form = (await officer.get(`${register}/new`)).form('備品台帳に載せる');
    const added = await form
      .fill({
        name: '発電機',
        category: 'other',
        quantity: '1',
        price: '120,000',
        boughtOn: '令和8年12月1日',
        keptAt: '公民館',
      })
      .submit();
    expect(added.errors).toEqual([]);
    const apply = async (): Promise<Page> => {
      const values = { kind: 'transfer', plannedOn: '令和9年5月1日', proceeds: '0', reason: '自治会に譲るため' };
      const page = await (await officer.get(register)).click('処分を申請する');
      const sent = await page.form('この内容で申請する').fill(values).submit();
      expect(sent.errors).toEqual([]);
      return sent;
    };
    await apply();
    const staff = await as('tanto1');
    expect((await staff.get('/ogori/staff/queue')).text).toContain('財産処分の申請（起案待ち1件、施行待ち0件）');
    const open = async (): Promise<Page> => {
      const desk = await staff.get('/ogori/staff/properties');
      const [id] = await web.sql<{ id: string }>(`SELECT id FROM property_disposals WHERE state = 'sent'`);
      expect(desk.text).toContain('発電機');
      return staff.get(`/ogori/staff/properties/${id?.id ?? ''}`);
    };
    await (await open()).form('差し戻す').fill({ note: '譲る相手の名称を書いてください。' }).submit('差し戻す');
    await web.drainOutbox();
    const mails = mailsOf(web).filter(({ subject }) => subject.includes('財産処分'));
    expect(mails.at(-1)?.text).toContain('発電機');
    const home = await officer.get('/ogori/committee');
    expect(home.text).toContain('発電機の処分の申請を出し直す');
    expect((await officer.get(register)).text).toContain('譲る相手の名称を書いてください。');

    await apply();
    expect((await officer.get('/ogori/committee')).text).not.toContain('処分の申請を出し直す');
    const draft = await (
      await open()
    )
      .form('起案する')
      .fill({ outcome: 'refused', terms: '補助の目的に使い続けるべきため。' })
      .submit('起案する');
    await decide(draft);
    const [decided] = await web.sql<{ id: string }>(`SELECT id FROM property_disposals WHERE state = 'decided'`);
    await (
      await staff.get(`/ogori/staff/properties/${decided?.id ?? ''}`)
    )
      .form('通知書を施行する')
      .submit('通知書を施行する');
    await web.drainOutbox();
    expect((await officer.get(register)).text).toContain('処分を申請する');

    const sent = await apply();
    await sent.form('取り下げる').submit();
    const states = await web.sql<{ state: string }>(
      `SELECT state FROM property_disposals WHERE item_name = '発電機' ORDER BY state`,
    );
    expect(states.map(({ state }) => state)).toEqual(['issued', 'returned', 'withdrawn']);
    const demands = await web.sql<{ cause: string }>(`SELECT cause FROM repayment_demands WHERE cause = 'disposal'`);
    expect(demands).toHaveLength(1);
  });

  it('is put right with what stood there before, and after its day disposed of without asking', async () => {
    const officer = await as('higashino-hanako');
    const line = await (await officer.get(register)).click('発電機');
    expect(await checkHtml(line.html)).toEqual([]);
    const form = line.form('備品台帳を直す');
    expect((await form.fill({ reason: '倉庫を移したため。' }).submit()).errors).toEqual([
      '変わったところがありません。直すところを入力してください。',
    ]);
    const moved = await form.fill({ keptAt: '東野校区の防災倉庫', reason: '倉庫を移したため。' }).submit();
    expect(moved.text).toContain('備品台帳を直しました。');
    expect(moved.text).toContain('公民館 → 東野校区の防災倉庫');
    // A colleague's page is older than the line.
    const stale = await form.fill({ keptAt: '公民館の物置', reason: '戻したため。' }).submit();
    expect(stale.errors).toEqual(['この備品の記載は、ほかの人が先に直しました。画面を開き直してください。']);

    const staff = await as('tanto1');
    const found = await staff.get(`/ogori/staff/properties?words=${encodeURIComponent('防災倉庫')}`);
    expect(found.texts('[aria-label="備品台帳"] tbody tr')).toHaveLength(1);
    const theirLine = await found.click('発電機');
    expect(await checkHtml(theirLine.html)).toEqual([]);
    const corrected = await theirLine
      .form('備品台帳を直す')
      .fill({ price: '112,000', usefulYears: '6', reason: '領収書の額と違っていたため。' })
      .submit();
    // A lower price is a smaller share for the town: it waits for another person, and never for the same.
    expect(corrected.text).toContain('ほかの職員が確認すると、備品台帳に反映されます。');
    expect(corrected.text).toContain('自分が申し出た訂正は、ほかの職員が確認します。');
    expect(await checkHtml(corrected.html)).toEqual([]);
    expect((await officer.get(register)).text).toContain('120,000円');
    const waits = await form.fill({ keptAt: '公民館の物置', reason: '戻したため。' }).submit();
    expect(waits.errors).toHaveLength(1);
    const colleague = await as('tanto2');
    const confirm = async (name: string): Promise<Page> => {
      const desk = await colleague.get('/ogori/staff/properties');
      expect(desk.text).toContain('確認を待つ備品台帳の訂正（1件）');
      return (await desk.click(name)).form('訂正を確認して反映する').submit();
    };
    const confirmed = await confirm('発電機');
    expect(confirmed.text).toContain('取得価格：120,000円 → 112,000円');
    // Six years from 12/1.
    expect(confirmed.text).toContain('処分の制限の終わり：令和13年11月30日 → 令和14年11月30日');
    const shorter = (await staff.get(theirLine.path)).form('備品台帳を直す');
    const asked = await shorter.fill({ usefulYears: '1', reason: '早く処分したいため。' }).submit();
    const refused = await asked.form('訂正を取りやめる').fill({ refusal: '耐用年数は変えられません。' }).submit();
    expect(refused.text).toMatch(/制限の終わり.*令和14年11月30日.*取りやめた訂正の申出/s);
    expect((await officer.get(register)).text).toContain('取得価格：120,000円 → 112,000円');

    const twice = await officer.get(`${register}/new`);
    const again = { name: '発電機（重複）', category: 'other', quantity: '1', price: '112,000', keptAt: '倉庫' };
    await twice
      .form('備品台帳に載せる')
      .fill({ ...again, boughtOn: '令和8年12月1日' })
      .submit();
    const double = await (await staff.get('/ogori/staff/properties')).click('発電機（重複）');
    const struck = await double.form('台帳から削除する').fill({ strikeReason: '2回載せたため。' }).submit();
    expect(struck.text).toContain('ほかの職員が確認すると');
    expect((await confirm('発電機（重複）')).errors).toEqual([]);
    const left = await officer.get(register);
    expect(left.texts('[aria-label="備品台帳"] tbody th')).toEqual(['集会用テント', '発電機']);
    expect(left.texts('[aria-label="訂正と処分の記録"] tbody tr').join()).toContain('2回載せたため。');

    web.clock.at('2032-12-10');
    const later = await as('higashino-hanako');
    const free = await (await later.get(register)).click('処分を記録する');
    const disposal = free.form('処分したことを記録する').fill({ kind: 'scrap', disposedOn: '令和14年11月30日' });
    expect((await disposal.submit()).errors).toEqual([
      '処分した日は、制限の終わり（令和14年11月30日）の翌日から後の日を入力してください。それより前の処分には承認が要ります。担当課に連絡してください。',
    ]);
    const gone = await disposal.fill({ disposedOn: '令和14年12月3日' }).submit();
    expect(gone.text).toContain('処分したことを備品台帳に記録しました。');
    expect((await later.get(register)).text).not.toContain('処分を記録する');

    const bundle = await evidenceOf(await as('kansa'), 'ogori', applicationId);
    expect(bundle.table('備品台帳').map((row) => [row['品名'], row['状態'], row['制限の後に処分した日']])).toEqual([
      ['集会用テント', '処分済み', ''],
      ['発電機', '処分済み', '2032-12-03'],
      ['発電機（重複）', '台帳から削除', ''],
    ]);
    expect(bundle.table('備品台帳の訂正')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ 項目: '保管している場所', 前: '公民館', 後: '東野校区の防災倉庫' }),
        expect.objectContaining({
          項目: '取得価格',
          前: '120,000円',
          後: '112,000円',
          理由: expect.stringMatching(/^領収書の額と違っていたため。（申出：.+、確認：.+）$/),
        }),
        expect.objectContaining({
          '品名（今の台帳）': '発電機（重複）',
          内容: '台帳から削除',
          理由: expect.stringMatching(/^2回載せたため。（申出：.+、確認：.+）$/),
        }),
      ]),
    );
    web.clock.at('2027-03-20');
  });

  it('is nobody else’s business', async () => {
    const stranger = await as('mikuni-taro');
    const [item] = await web.sql<{ id: string }>('SELECT id FROM property_items');
    const [disposal] = await web.sql<{ id: string }>('SELECT id FROM property_disposals');
    const line = `/ogori/committee/properties/${item?.id ?? ''}`;
    for (const path of [register, `${register}/new`, line, `${line}/disposal`]) {
      expect((await stranger.get(path)).status).toBe(404);
    }
    const withdrawal = web.get(ApplyForDisposal).withdraw(theirs.officer, disposal?.id ?? '');
    await expect(withdrawal).rejects.toMatchObject({ kind: 'not-found' });
    const kotake = web.visitor();
    await signIn(kotake, towns.kotake, 'tanto');
    expect((await kotake.get(`/kotake/staff/properties/${disposal?.id ?? ''}`)).status).toBe(404);
  });

  it('lists papers whose day has passed, and records by which draft they may go without deleting any', async () => {
    const staff = await as('tanto1');
    const path = '/ogori/staff/properties/retention';
    const before = await staff.get(path);
    expect(before.texts('[aria-label="保存しているもの"] tbody th')).toHaveLength(1);
    expect(before.text).toContain('保存期間を過ぎたものはありません。');
    web.clock.at('2032-04-02');
    const later = await as('tanto1');
    const passed = await later.get(path);
    expect(await checkHtml(passed.html)).toEqual([]);
    const form = passed.form('選んだものの廃棄の決定を記録する').fill({ 'grantIds[]': [grantId] });
    const early = await form.fill({ decidedOn: '令和14年3月31日', draftNumber: 'R14-起案-0031' }).submit();
    expect(early.errors).toEqual([
      '選んだものの保存期間は令和14年3月31日までです。決裁日は、その翌日から後の日を入力してください。',
    ]);
    const recorded = await early
      .form('選んだものの廃棄の決定を記録する')
      .fill({ 'grantIds[]': [grantId], decidedOn: '令和14年4月2日' })
      .submit();
    expect(recorded.texts('[aria-label="廃棄を決定したもの"] tbody td')).toContain('R14-起案-0031');
    expect((await later.get(`/ogori/staff/grants/${grantId}`)).status).toBe(200);
  });
});
