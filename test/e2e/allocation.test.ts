import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { WithdrawApplication } from '../../src/applications/index.js';
import { BudgetLedger } from '../../src/budgets/index.js';
import type { StaffActor } from '../../src/kernel/actor.js';
import { UnitOfWork } from '../../src/platform/database/index.js';
import { readWorkbook } from '../../src/platform/excel/index.js';
import { aPublishedProgram, anOfficerAccount, type TestProgram } from '../support/builders/applications.js';
import { aBudgetLine, aPassedCase, type TestCase } from '../support/builders/grants.js';
import { openTowns, signIn, staffActor, type Towns } from '../support/builders/staff.js';
import { checkHtml } from '../support/html-check.js';
import { openWeb, type Page, type Visitor, type Web } from '../support/index.js';

/** 均等割 570,000円 and 10,000円 for each of so many wards. */
const WARDS = { 大原: 3, 味坂: 6, 御原: 13 } as const;

describe('配分 where the budget does not hold what is asked for', () => {
  let web: Web;
  let towns: Towns;
  let clerk: StaffActor;
  let program: TestProgram;
  let lineId: string;
  let desk: string;
  const cases = new Map<string, TestCase>();
  const visitors = new Map<string, Visitor>();

  beforeAll(async () => {
    web = await openWeb({ at: '2026-04-10' });
    towns = await openTowns(web);
    clerk = await staffActor(web, towns.ogori, 'tanto1');
    lineId = await aBudgetLine(web, clerk, '02-01-07-18-778', 1_500_000);
    program = await aPublishedProgram(web, clerk, { budgetLineId: lineId });
    desk = `staff/grants/allocations/programs/${program.programId}/2026`;
    for (const [name, wards] of Object.entries(WARDS)) await aCase(name, wards);
  });

  afterAll(() => web.close());

  const aCase = async (name: string, wards: number): Promise<void> => {
    const wishes = { name: `${name}の会`, district: `${name}校区` };
    const names = Array.from({ length: wards }, (_, index) => `第${String(index + 1)}区`);
    cases.set(name, await aPassedCase(web, clerk, program, { ...wishes, wards: names }));
  };
  const visitor = async (signInName: string, town = towns.ogori): Promise<Visitor> => {
    const known = visitors.get(signInName) ?? web.visitor();
    if (!visitors.has(signInName)) await signIn(known, town, signInName);
    visitors.set(signInName, known);
    return known;
  };
  const as = async (signInName: string, path: string): Promise<Page> =>
    (await visitor(signInName)).get(`/ogori/${path}`);
  const entry = (name: string): string => `entries[${cases.get(name)?.applicationId ?? ''}]`;
  const make = async (name: string, fields: Readonly<Record<string, string>>): Promise<Page> =>
    (await as('tanto1', desk))
      .form('試案を計算する')
      .fill({ name, ...fields })
      .submit();
  const reserved = async (): Promise<bigint> =>
    (await web.get(UnitOfWork).read(clerk, (tx) => web.get(BudgetLedger).line(tx, lineId))).reserved;

  it('is offered where decisions are drafted, and says what a plan lacks beside its field', async () => {
    const list = await as('tanto1', 'staff/grants');
    expect(list.text).toContain('査定額の合計1,930,000円が予算残額1,500,000円を430,000円超えています');
    const empty = await list.click(`配分を試す（${program.document.name}）`);
    expect(empty.text).toContain('試案はまだありません。');
    const form = empty.form('試案を計算する');
    const faulty = await form.fill({ ceiling: '1,500,001', article: '' }).submit();
    expect(faulty.errors).toEqual(['配分の方法を選んでください。']);
    const again = await faulty.form('試案を計算する').fill({ method: 'hand' }).submit();
    expect(again.errors).toEqual([
      '試案の名前を入力してください。',
      '配分の上限は、予算残額（1,500,000円）以下の額を入力してください。',
      '配分の根拠になる条文を入力してください。不交付・減額の理由に書かれます。',
      '額を個別に定めるときは、考え方を入力してください。算定の内訳に書かれます。',
    ]);
    expect(again.form('試案を計算する').value('ceiling')).toBe('1,500,001');
    expect(await checkHtml(again.html)).toEqual([]);
  });

  it('is made once, however often the button is pressed', async () => {
    const form = (await as('tanto1', desk)).form('試案を計算する').fill({ name: '二度押し', method: 'pro-rata' });
    const [one, two] = [await form.submit(), await form.submit()];
    expect(two.path).toBe(one.path);
    expect(two.text).toContain('1,500,000円（予算残額）');
    const part = await two.form('この条件で計算し直す').fill({ ceiling: '1,000,000' }).submit();
    expect(part.text).toContain('1,000,000円（予算残額のうち）');
    const away = await part.form('この試案を片付ける').submit();
    expect(away.text).toContain('試案はまだありません。');
  });

  it('takes amounts by hand: none above 査定額, none over the ceiling into a draft, and both of two people are heard', async () => {
    const trial = await make('手で', { method: 'hand', note: '広い校区を先にする' });
    expect(trial.text).toContain('配分額の合計が上限を430,000円超えています');
    expect(() => trial.form('この試案で起案する')).toThrow();
    const form = trial.form('入力した配分額で計算し直す');
    const faulty = await form.fill({ [entry('大原')]: '700,000', [entry('味坂')]: '１２万' }).submit();
    expect(faulty.errors).toHaveLength(1);
    expect(faulty.form('入力した配分額で計算し直す').value(entry('大原'))).toBe('700,000');
    const above = await faulty
      .form('入力した配分額で計算し直す')
      .fill({ [entry('味坂')]: '' })
      .submit();
    expect(above.errors).toEqual(['「大原の会」の配分額は、査定額（600,000円）以下の額を入力してください。']);
    const kept = await above
      .form('入力した配分額で計算し直す')
      .fill({ [entry('大原')]: '１７０，０００' })
      .submit();
    expect(kept.text).toContain('1,500,000円（残り0円）');
    expect(kept.texts('tbody tr').find((row) => row.startsWith('大原の会'))).toContain('170,000円広い校区を先にする');

    const late = await (await visitor('tanto2')).get(trial.path);
    expect(late.text).toContain('計算し直した試案を開く');
    const typed = { requestId: '0c6b1f0e-7d5a-4b6e-9a52-000000000001', [entry('御原')]: '500000' };
    const refused = await (await visitor('tanto2')).submit(`${trial.path}/entries`, typed);
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('この試案は、横隈 見本さんが計算し直したか、片付けました。');
    expect(refused.form('入力した配分額で計算し直す').value(entry('御原'))).toBe('500000');
    expect(refused.form('入力した配分額で計算し直す').value(entry('大原'))).toBe('170000');
  });

  it('goes by places that staff give, where no panel ranked', async () => {
    const trial = await make('担当の順位', { method: 'rank', order: 'hand', unit: '1000' });
    const form = trial.form('入力した順位で計算し直す');
    const faulty = await form.fill({ [entry('御原')]: '一番' }).submit();
    expect(faulty.errors).toEqual(['順位は、1以上の整数で入力してください。']);
    const ranked = await faulty
      .form('入力した順位で計算し直す')
      .fill({ [entry('御原')]: '１', [entry('大原')]: '2' })
      .submit();
    expect(ranked.texts('tbody th[scope=row] a').slice(0, 3)).toEqual(['御原の会', '大原の会', '味坂の会']);
    expect(ranked.text).toContain('配分額の合計1,300,000円（残り200,000円）');
    expect(ranked.texts('thead th')).not.toContain('審査会の順位');
  });

  it('is read by the same people as decisions are, and stays as it was seen', async () => {
    const [{ id }] = (await web.sql<{ id: string }>(
      `SELECT id FROM allocation_trials WHERE name = '担当の順位' AND retired_at IS NULL`,
    )) as [{ id: string }];
    const path = `staff/grants/allocations/${id}`;
    const approver = await as('kacho', path);
    expect(approver.text).toContain('担当が付けた順位');
    expect(() => approver.form('この試案を片付ける')).toThrow();
    const other = await visitor('tanto', towns.kotake);
    expect((await other.get(`/kotake/${path}`)).status).toBe(404);
    const organization = cases.get('大原')?.organization;
    if (!organization) throw new Error('there are three');
    await anOfficerAccount(web, organization, 'ohara');
    expect((await as('ohara', path)).status).toBe(404);
    await expect(web.sql(`UPDATE allocation_trials SET allocated = 0`)).rejects.toThrow('never changes');
    const { bytes } = await (await visitor('tanto1')).get(`/ogori/${path}/table.xlsx`);
    const [sheet] = await readWorkbook(bytes);
    expect(sheet?.rows.at(-1)?.slice(1, 7)).toEqual(['味坂の会', program.document.name, '', 630000, 0, -630000]);
  });

  it('is drafted as it stands, leaves those below the cut undrafted, and can be used again once the draft is given up', async () => {
    const [{ id }] = (await web.sql<{ id: string }>(
      `SELECT id FROM allocation_trials WHERE name = '担当の順位' AND retired_at IS NULL`,
    )) as [{ id: string }];
    const trial = await as('tanto1', `staff/grants/allocations/${id}`);
    const draft = await trial.form('この試案で起案する').fill({ belowCut: 'leave' }).submit();
    expect(draft.text).toContain('配分のとおり起案しました。');
    expect(draft.text).toContain('別表 配分の表：担当の順位');
    expect(await reserved()).toBe(1_300_000n);
    const list = await as('tanto1', 'staff/grants');
    expect(list.text).toContain('起案する申請（1件）');
    expect(list.text).toContain('査定額の合計630,000円が予算残額200,000円を430,000円超えています');
    const twice = await trial.form('この試案で起案する').fill({ belowCut: 'leave' }).submit();
    expect(twice.status).toBe(409);
    expect(await reserved()).toBe(1_300_000n);
    const byHand = (await as('tanto1', desk)).texts('tbody tr').find((row) => row.startsWith('手で'));
    expect(byHand).toContain('計算し直しが必要');

    const [{ id: grantId }] = (await web.sql<{ id: string }>(
      `SELECT id FROM grants WHERE organization_name = '大原の会'`,
    )) as [{ id: string }];
    const less = { outcome: 'reduced', amount: '500000', reason: '繰越金が多いため' };
    const changed = Object.fromEntries(
      Object.entries(less).map(([field, value]) => [
        entry('大原').replace('entries', 'outcomes') + `[${field}]`,
        value,
      ]),
    );
    await (await as('tanto1', `staff/grants/${grantId}/outcome`)).form('処分を変える').fill(changed).submit();
    expect((await as('tanto1', draft.path.replace('/ogori/', ''))).text).toContain(
      '600,000円（2位。ここまでの累計1,300,000円） 起案の後に500,000円に変えました',
    );

    const given = await (await as('tanto1', draft.path.replace('/ogori/', ''))).form('引き戻す').submit();
    await given.form('取り下げる').fill({ withdrawalReason: '配分を見直すため' }).submit();
    expect(await reserved()).toBe(0n);
    expect((await as('tanto1', `staff/grants/allocations/${id}`)).text).toContain('起案できます');
  });

  it('is of no use once an application is withdrawn, until it is computed anew', async () => {
    const trial = await make('受付順', { method: 'rank', order: 'received', unit: '1000' });
    const form = trial.form('この試案で起案する').fill({ belowCut: 'refuse' });
    const { organization, applicationId } = cases.get('大原') ?? {};
    if (!organization || applicationId === undefined) throw new Error('there are three');
    const wish = { applicationId, reason: '役員が決まらないため' };
    await web.get(WithdrawApplication).execute(organization.officer, wish);
    const refused = await form.fill({ title: '直した件名' }).submit();
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('大原の会「令和8年度 運営交付金」：取下げ・差戻し・起案などで');
    expect(refused.form('この試案で起案する').value('title')).toBe('直した件名');
    const again = await refused.form('同じ条件で計算し直す').submit();
    expect(again.text).toContain('申請ごとの配分（2件）');
    expect(again.text).toContain('起案できます');
  });

  it('stays as it was drafted where somebody saves a case without changing it', async () => {
    const trial = await make('上限50万円', { method: 'cap', cap: '500,000' });
    const draft = await trial.form('この試案で起案する').submit();
    const path = draft.path.replace('/ogori/', '');
    const [{ id }] = (await web.sql<{ id: string }>(
      `SELECT id FROM grants WHERE organization_name = '味坂の会' AND state = 'proposed'`,
    )) as [{ id: string }];
    await (await as('tanto1', `staff/grants/${id}/outcome`)).form('処分を変える').submit();
    const shown = (await as('tanto1', path)).text;
    expect(shown).toContain('上限一律1件500,000円まで');
    expect(shown).not.toContain('起案の後に内容が変わりました');
  });

  it('holds ten thousand cases: a page at a time on the screen, whole in a spreadsheet', async () => {
    await web.sql(
      `INSERT INTO allocation_trials
         (municipality_id, id, request_id, program_id, fiscal_year, name, plan, cases, ceiling, asked, allocated, digest,
          ordinal, made_at, made_by)
       SELECT $1, '0c6b1f0e-7d5a-4b6e-9a52-000000010000', gen_random_uuid(), $2, 2026, '一万件',
              '{"method":"hand","ceilingNote":"","unit":1,"article":"規則","order":"received","atCut":"stop","cap":null,"entries":{},"note":""}',
              (SELECT jsonb_agg(jsonb_build_object('id', gen_random_uuid(), 'organizationName', n || '番の会', 'title', '', 'reference',
                      'R8-' || n, 'requested', '2', 'amount', '1', 'place', NULL, 'fellShort', false, 'how', '') ORDER BY n)
                 FROM generate_series(1, 10000) AS n), 10000, 20000, 10000, 'x', 99, now(), '見本'`,
      [towns.ogori.id, program.programId],
    );
    const path = 'staff/grants/allocations/0c6b1f0e-7d5a-4b6e-9a52-000000010000';
    const page = await as('tanto1', path);
    expect(page.text).toContain('1～200件（全10,000件）');
    expect(page.text).toContain('20,000円10,000円残り0円');
    const last = await as('tanto1', `${path}?from=9800`);
    expect(last.text).toContain('10000番の会');
    expect(last.text).not.toContain('次の200件');
    const { bytes } = await (await visitor('tanto1')).get(`/ogori/${path}/table.csv`);
    expect(bytes.toString('utf8').trimEnd().split('\r\n').at(-1)).toBe('R8-10000,10000番の会,,,2,1,-1,');
    expect((await as('tanto1', desk)).text).toContain('一万件');
  });
});
