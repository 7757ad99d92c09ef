import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { DEMO_PASSWORD } from '../../src/demo/towns/index.js';
import { systemActor, type StaffActor } from '../../src/kernel/actor.js';
import type { Municipality } from '../../src/municipalities/index.js';
import { LetterTemplates } from '../../src/notices/index.js';
import { UnitOfWork } from '../../src/platform/database/index.js';
import {
  EditDraftVersion,
  LETTER_NAMES,
  letterOf,
  LetterWordings,
  Programs,
  STARTING_RULES,
  type ProgramDocument,
} from '../../src/programs/index.js';
import { checkAxe } from '../support/axe-check.js';
import { aDraftProgram } from '../support/builders/applications.js';
import { FORM_OF_ALL_KINDS } from '../support/builders/form-of-all-kinds.js';
import { openTowns, signIn, staffActor, type Towns } from '../support/builders/staff.js';
import { checkHtml } from '../support/html-check.js';
import { openBrowser, openWeb, type Page, type TestBrowser, type Visitor, type Web } from '../support/index.js';
import { readPdf } from '../support/pdf-check.js';
import { refusalOf } from '../support/refusal.js';

const SAVE = '保存して一覧に戻る';

describe('setting up a programme on the pages', () => {
  let web: Web;
  let towns: Towns;
  let clerk: StaffActor;
  let chromium: TestBrowser;

  beforeAll(async () => {
    web = await openWeb({ at: '2026-04-20' });
    towns = await openTowns(web);
    clerk = await staffActor(web, towns.ogori, 'tanto1');
    chromium = await openBrowser();
  });

  afterAll(async () => {
    await chromium.close();
    await web.close();
  });

  const as = async (signInName: string): Promise<Visitor> => {
    const visitor = web.visitor();
    await signIn(visitor, towns.ogori, signInName);
    return visitor;
  };
  const documentOf = async (versionId: string): Promise<ProgramDocument> =>
    (await web.get(UnitOfWork).read(clerk, (tx) => web.get(Programs).version(tx, versionId))).document;
  const draftOf = async (change: Partial<ProgramDocument> = {}, who = 'tanto1') => {
    const { versionId } = await aDraftProgram(web, clerk, change);
    const staff = await as(who);
    const open = (part = ''): Promise<Page> => staff.get(`/ogori/staff/programs/${versionId}/edit${part}`);
    return { versionId, open, tasks: await open() };
  };

  it('adds a choice and a table that is asked only after one of its answers, without a line of JSON', async () => {
    const { versionId, tasks } = await draftOf();
    const list = await tasks.click('申請書の質問');
    const choice = await list
      .form('質問を加える')
      .fill({ 'question[section]': 'plan', 'question[kind]': 'choice', 'question[label]': '行事を開きますか' })
      .submit();
    expect(choice.heading).toBe('行事を開きますか');
    const tooFew = await choice
      .form(SAVE)
      .fill({ 'options[0][label]': '開く', 'options[1][label]': '', required: 'yes' })
      .submit(SAVE);
    expect(tooFew.errors).toEqual(['「行事を開きますか」の選択肢を2つ以上入力してください。']);
    expect(tooFew.form(SAVE).value('required')).toBe('yes');
    const words = ['開く', '開かない', '開く'];
    const filled = (labels: readonly string[]) =>
      Object.fromEntries(labels.map((label, row) => [`options[${String(row)}][label]`, label]));
    const twice = await tooFew.form(SAVE).fill(filled(words)).submit(SAVE);
    expect(twice.errors).toEqual(['選択肢「開く」が2つあります。どちらかの言葉を変えるか、行を消してください。']);
    expect(twice.form(SAVE).value('options[2][label]')).toBe('開く');
    const listed = await twice.form(SAVE).fill({ 'options[2][label]': 'まだ決まっていない' }).submit(SAVE);
    const table = await listed
      .form('質問を加える')
      .fill({ 'question[section]': 'plan', 'question[kind]': 'table', 'question[label]': '行事の日程' })
      .submit();
    const two = await table.form(SAVE).submit('行を加える：表の列');
    expect(two.text).toContain('まだ保存していません');
    const condition = two.form(SAVE).offered('when', '「行事を開きますか」に「開く」と答えたときだけ');
    const saved = await two
      .form(SAVE)
      .fill({
        ...{ 'columns[0][label]': '行事', 'columns[1][label]': '開く日', 'columns[1][kind]': 'date' },
        ...{ when: condition, mostRows: '12' },
      })
      .submit(SAVE);
    expect(saved.text).toContain('行事の日程表任意「行事を開きますか」に「開く」と答えたときだけ');
    const [section] = (await documentOf(versionId)).form;
    const [asked, dates] = section?.questions.slice(-2) ?? [];
    expect(asked).toMatchObject({ kind: 'choice', options: [{ label: '開く' }, { label: '開かない' }, {}] });
    expect(dates).toMatchObject({
      ...{ kind: 'table', mostRows: 12, when: { question: asked?.id } },
      columns: [
        { label: '行事', kind: 'text' },
        { label: '開く日', kind: 'date' },
      ],
    });
    const preview = await saved.click('申請する人の画面を見る：年間の計画');
    expect(preview.text).toContain('まだ決まっていない');
  });

  it('edits what the report asks on the same pages, at its own address, and leaves the application alone', async () => {
    const { versionId, tasks } = await draftOf();
    const before = await documentOf(versionId);
    const list = await tasks.click('実績報告の質問');
    expect(list.path).toBe(`/ogori/staff/programs/${versionId}/edit/report/questions`);
    expect(list.text).not.toContain('事業の名称になる質問');
    const last = before.report?.form.at(-1);
    const added = await list
      .form('質問を加える')
      .fill({ 'question[section]': last?.id ?? '', 'question[kind]': 'choice', 'question[label]': '来年も行いますか' })
      .submit();
    const tooFew = await added.form(SAVE).fill({ 'options[0][label]': '行う', 'options[1][label]': '' }).submit(SAVE);
    expect(tooFew.errors).toEqual(['「来年も行いますか」の選択肢を2つ以上入力してください。']);
    const listed = await tooFew.form(SAVE).fill({ 'options[1][label]': '行わない' }).submit(SAVE);
    expect(listed.path).toBe(list.path);
    const words = await listed.click('区分の名称と説明を直す');
    const renamed = await words.form(SAVE).fill({ title: '実績と来年' }).submit(SAVE);
    const preview = await renamed.click('報告する人の画面を見る');
    expect([preview.text, await checkHtml(preview.html)]).toEqual([expect.stringContaining('行わない'), []]);
    const after = await documentOf(versionId);
    expect(after.report?.form.at(-1)).toMatchObject({ title: '実績と来年' });
    expect(after.report?.form.at(-1)?.questions.at(-1)).toMatchObject({
      ...{ kind: 'choice', label: '来年も行いますか', options: [{ label: '行う' }, { label: '行わない' }] },
    });
    expect({ ...after, report: null }).toEqual({ ...before, report: null });
  });

  it('keeps the ids of questions and options through moves and new words, and lets nothing go that is in use', async () => {
    const { versionId, open } = await draftOf({ form: FORM_OF_ALL_KINDS });
    const before = (await documentOf(versionId)).form;
    const user = before.flatMap(({ questions }) => questions).find(({ when }) => when !== null);
    const choice = before.flatMap(({ questions }) => questions).find(({ id }) => id === user?.when?.question);
    if (choice?.kind !== 'choice' || !user) throw new Error('the form of all kinds asks a question on a condition');
    const page = await open(`/question/${choice.id}`);
    const words = choice.options.map(({ id, label }) => (id === user.when?.is ? `${label}（改）` : label));
    const reworded = await page
      .form(SAVE)
      .fill(Object.fromEntries(words.map((label, row) => [`options[${String(row)}][label]`, label])))
      .submit(SAVE);
    expect(reworded.text).toContain('質問を保存しました');
    const kept = (await documentOf(versionId)).form.flatMap(({ questions }) => questions);
    expect(kept.find(({ id }) => id === choice.id)).toMatchObject({
      options: choice.options.map(({ id }, index) => ({ id, label: words[index] })),
    });
    const used = choice.options.findIndex(({ id }) => id === user.when?.is);
    const lost = await (
      await open(`/question/${choice.id}`)
    )
      .form(SAVE)
      .fill({ [`options[${String(used)}][label]`]: '', 'options[2][label]': 'ほかの団体に頼む' })
      .submit(SAVE);
    expect(lost.errors[0]).toContain('使われているため消せません');
    const asked = before
      .flatMap(({ questions }) => questions)
      .find(({ kind, id }) => kind === 'choice' && id !== choice.id);
    if (asked?.kind !== 'choice') throw new Error('the form of all kinds asks a second choice');
    await (
      await open(`/question/${asked.id}`)
    )
      .form(SAVE)
      .fill({ 'options[0][label]': '', [`options[${String(asked.options.length)}][label]`]: '旅行者' })
      .submit(SAVE);
    const now = (await documentOf(versionId)).form.flatMap(({ questions }) => questions);
    expect(now.find(({ id }) => id === asked.id)).toMatchObject({
      options: [...asked.options.slice(1), { id: expect.stringMatching(/^option-/) as unknown, label: '旅行者' }],
    });
    const removed = await (await open(`/question/${choice.id}`)).form('質問を消す').fill({ confirmed: 'yes' }).submit();
    expect(removed.errors).toHaveLength(1);
    expect(removed.errors[0]).toContain(`質問「${user.label}」の条件`);
    // Below its own follow-up question it would be asked too late.
    const refused = await (await open('/questions')).form(`下へ：${choice.label}`).submit(`下へ：${choice.label}`);
    expect(refused.errors[0]).toContain(`「${user.label}」の条件には、それより前にある「選択」の質問`);
    const first = before[0]?.questions[0]?.label ?? '';
    await (await open('/questions')).form(`下へ：${first}`).submit(`下へ：${first}`);
    expect((await documentOf(versionId)).form[0]?.questions[1]?.label).toBe(first);
  });

  it('changes rate, cap and rounding in plain fields, and an added category with the limit of its unit price', async () => {
    const none = { when: null, cap: null, timesPerYear: null } as const;
    const { versionId, tasks } = await draftOf({
      rule: {
        ...{ facts: [], deductions: { otherIncome: false, taxCredit: false, article: '' } },
        ...{ rounding: null, overSubscription: null },
        terms: [{ ...none, kind: 'rate', label: '補助額', article: '第5条', rate: [1, 2], of: 'all' }],
        caps: [{ kind: 'yen', label: '上限', article: '第5条', yen: '300000' }],
      },
    });
    const budget = await tasks.click('収支予算書');
    const added = await budget.form(SAVE).submit('行を加える：支出の科目');
    const rows = added.form(SAVE).fields.map((name) => Number(/expenditure\]\[(\d+)/.exec(name)?.[1] ?? 0));
    const last = `budget[expenditure][${String(Math.max(...rows))}]`;
    const named = await added
      .form(SAVE)
      .fill({ [`${last}[label]`]: '講師謝礼', [`${last}[treatment]`]: 'eligible' })
      .submit('保存する');
    const limited = await named.form(SAVE).submit('講師謝礼の単価の目安を加える');
    const row = (await documentOf(versionId)).budget.expenditure.findIndex(({ label }) => label === '講師謝礼');
    const limit = `budget[expenditure][${String(row)}][limits][0]`;
    const kept = await limited
      .form(SAVE)
      .fill({ [`${limit}[label]`]: '講師', [`${limit}[yen]`]: '３０，０００', [`${limit}[unit]`]: '人' })
      .submit(SAVE);
    const amount = await kept.click('交付額の決まり');
    const faulty = await amount
      .form(SAVE)
      .fill({ 'rule[terms][0][rate]': '三分の二', 'rule[caps][0][yen]': '50万' })
      .submit(SAVE);
    expect(faulty.status).toBe(422);
    expect(faulty.errors).toHaveLength(2);
    expect(faulty.form(SAVE).value('rule[caps][0][yen]')).toBe('50万');
    const done = await faulty
      .form(SAVE)
      .fill({
        ...{ 'rule[terms][0][rate]': '3分の2', 'rule[caps][0][yen]': '500,000' },
        ...{ 'rule[rounding][unit]': '1000', 'rule[rounding][mode]': 'down', 'rule[rounding][on]': 'sum' },
        'rule[rounding][article]': '第6条',
      })
      .submit(SAVE);
    expect(done.text).toContain('「交付額の決まり」を保存しました');
    const shown = await done.click('内容を確かめて公開へ進む');
    expect(shown.text).toContain('対象経費 × 3分の2');
    expect(shown.text).toContain('講師 30,000円／人');
    const { rule } = await documentOf(versionId);
    expect(rule).toMatchObject({ caps: [{ yen: '500000' }], rounding: { unit: 1000, mode: 'down', on: 'sum' } });
    const published = await shown.form('この版を公開する').fill({ confirmed: 'yes' }).submit();
    expect(published.text).toContain('公開しました');
  });

  it('leaves the structure of a rule to the administrator, who is told the place of every fault', async () => {
    const { versionId, open } = await draftOf();
    const read = await open('/rule');
    expect(read.text).toContain('形を変えるのは、システム管理者の仕事です');
    expect(read.$('textarea')).toHaveLength(0);
    const fewer = ({ rule }: ProgramDocument) => ({ ...rule, terms: rule.terms.slice(0, 1) });
    const change = (stored: ProgramDocument) => ({ ...stored, rule: fewer(stored) });
    const command = { versionId, version: 1, fields: ['rule'], change } as const;
    expect(await refusalOf(web.get(EditDraftVersion).execute(clerk, command))).toEqual(['common.forbidden']);

    const admin = await as('kanri');
    const version = await admin.get(`/ogori/staff/programs/${versionId}`);
    const tasks = await version.click('交付額の決まりを直す');
    const editor = await (await tasks.click('交付額の決まり')).click('決まりの形');
    const begun = await editor.form('下の欄に入れる').fill({ start: 'banded' }).submit();
    expect(begun.form('決まりの形を保存する').value('rule')).toContain('households');
    const text = JSON.stringify(STARTING_RULES.find(({ name }) => name === 'banded')?.rule);
    const broken = await begun
      .form('決まりの形を保存する')
      .fill({ rule: text.replace('"upTo":300', '"upTo":50') })
      .submit();
    expect(broken.status).toBe(422);
    expect(broken.text).toContain(
      'terms の1番目 › bands の2番目 › upTo：段の上限の数は、前の段の上限（100）より大きい数',
    );
    const saved = await broken.form('決まりの形を保存する').fill({ rule: text }).submit();
    expect(saved.text).toContain('世帯数に応じて');
    expect((await documentOf(versionId)).rule.terms).toMatchObject([{ kind: 'banded', unit: 'households' }]);
    expect((await admin.get(`/ogori/staff/programs/${versionId}/edit/basics`)).path).not.toContain('basics');
  });

  it('refuses to take out a category that the rule pays for, and says where', async () => {
    const none = { when: null, cap: null, timesPerYear: null } as const;
    const { rule } = await documentOf((await draftOf()).versionId);
    const { open } = await draftOf({
      rule: {
        ...rule,
        terms: [{ ...none, kind: 'rate', label: '率', article: '第5条', rate: [1, 2], of: ['meetings'] }],
      },
    });
    const without = await (await open('/budget')).form(SAVE).submit('消す：支出の科目1行目');
    const refused = await without.form(SAVE).submit(SAVE);
    expect(refused.errors).toHaveLength(1);
    expect(refused.errors[0]).toContain('「交付額の決まり」と食いちがいます');
  });

  it('shows what two people typed where both saved the same part, and keeps the other parts', async () => {
    const { versionId, open } = await draftOf();
    const [mine, theirs] = [await open('/basics'), await open('/basics')];
    await theirs.form(SAVE).fill({ purpose: '先に保存した目的' }).submit(SAVE);
    const stale = await mine.form(SAVE).fill({ purpose: 'わたしの目的' }).submit(SAVE);
    expect(stale.status).toBe(409);
    expect(stale.text).toContain('目的先に保存した目的わたしの目的');
    expect((await documentOf(versionId)).purpose).toBe('先に保存した目的');
    await stale.form(SAVE).submit(SAVE);
    expect((await documentOf(versionId)).purpose).toBe('わたしの目的');
  });

  it('schedules a payment in parts, whose shares and months it checks at their fields', async () => {
    const { versionId, open } = await draftOf();
    const part = (row: number, month: string, share: string) => ({
      [`payment[schedule][parts][${String(row)}][month]`]: month,
      [`payment[schedule][parts][${String(row)}][share]`]: share,
    });
    const page = await (await open('/basics')).form(SAVE).submit('支払の回を加える');
    const two = await page.form(SAVE).submit('行を加える：支払の回');
    const wrong = await two
      .form(SAVE)
      .fill({ 'payment[method]': 'estimate', ...part(0, '', '8/10'), ...part(1, '10', '3/10') })
      .submit(SAVE);
    expect(wrong.errors).toEqual(['支払の割合の合計を1以下にしてください。']);
    const restless = await wrong
      .form(SAVE)
      .fill(part(1, '10', '1/10'))
      .submit(SAVE);
    expect(restless.errors[0]).toContain('支払の割合の合計が1に足りません');
    await restless.form(SAVE).fill({ 'payment[settlement]': 'yes', 'payment[schedule][unit]': '1000' }).submit(SAVE);
    expect((await documentOf(versionId)).payment).toEqual({
      ...{ method: 'estimate', methodLabel: '概算払', settlement: true },
      schedule: {
        ...{ unit: 1000, article: '' },
        parts: [
          { month: null, share: [8, 10] },
          { month: 10, share: [1, 10] },
        ],
      },
    });
    expect((await open('/basics')).form(SAVE).value('payment[schedule][parts][0][share]')).toBe('8/10');
  });

  it('words a letter for this programme alone, is told the line of what is wrong, and shows the letter as a sample', async () => {
    const { versionId, open } = await draftOf();
    const decision = 'letters[decision][wording]';
    const page = await open('/letters');
    const standing = page.form(SAVE).value(decision) ?? '';
    expect(standing).toContain('交付することを決定したので通知します。');
    expect((await page.form(SAVE).submit(SAVE)).errors).toEqual([]);
    expect((await documentOf(versionId)).letters.decision.wording).toBeNull();

    const own = standing.replace('決定したので通知します。', '決定しました。活動の成果を楽しみにしています。');
    const wrong: readonly (readonly [typed: string, sentence: string])[] = [
      [own.replace('{{ program |', '{{ prorgam |'), '1行目：「prorgam」という言葉は使えません。'],
      [own.replace('{{ paymentMethod }}', '{{ paymentMethod }'), '行目：波かっこ'],
      [own.replace('金{{ amount | yen }}', '決定した額'), '「交付決定額」が文にありません。'],
      [own.replace('{{ line.reason }}', ''), '「減額の理由（経費ごとに1行）」が文にありません。'],
      [own.replace('{{ organization }}', '{{ project.title }}'), '5行目：「project.title」という言葉は使えません。'],
      [`${own}\n\n* 星印の項目`, '行目：「* 星印の項目」は通知書に印字できない書き方です。'],
    ];
    for (const [typed, sentence] of wrong) {
      const refused = await (
        await open('/letters')
      )
        .form(SAVE)
        .fill({ [decision]: typed })
        .submit(SAVE);
      expect([refused.status, refused.errors]).toEqual([422, [expect.stringContaining(sentence)]]);
      expect(refused.form(SAVE).value(decision)).toBe(typed);
    }

    const saved = await (
      await open('/letters')
    )
      .form(SAVE)
      .fill({ [decision]: own })
      .submit('保存して続ける');
    expect(saved.text).toContain('交付決定通知書の文（この制度だけの文）');
    const staff = await as('tanto1');
    const sampleOf = async (letter: string) =>
      readPdf((await staff.get(`/ogori/staff/programs/${versionId}/letters/${letter}/sample`)).bytes);
    const sample = await sampleOf('decision');
    expect(sample.text).toContain('活動の成果を楽しみにしています。');
    expect(sample.pageTexts.every((text) => text.includes('見本'))).toBe(true);
    expect(sample.text).not.toMatch(/小コ第\d+号/);

    const edition = await (await open()).click('内容を確かめて公開へ進む');
    const published = await edition.form('この版を公開する').fill({ confirmed: 'yes' }).submit();
    expect((await sampleOf('decision')).text).toContain('活動の成果');
    // 見本 of the letters after the decision are drawn from the same edition, each with its own sentences
    const samples = {
      受付票: '受付',
      変更承認通知書: '変更後の交付決定額',
      交付決定取消通知書: '取り消す額',
      額の確定通知書: '確定額',
      返還命令書: '返還を命じます',
      督促状: '指定期限',
      財産処分承認通知書: '33,333円を納付すること',
    };
    for (const [letter, sentence] of Object.entries(samples)) {
      const pdf = await readPdf((await published.click(`${letter}の見本`)).bytes);
      expect([pdf.tagged, pdf.text.replace(/\s/g, '')]).toEqual([true, expect.stringContaining(sentence)]);
    }
    const next = await published.form('新しい版を作る').submit();
    const letters = await next.click('通知書と条件');
    const restored = await letters.form(SAVE).submit('交付決定通知書をもとの文に戻す');
    expect(restored.form(SAVE).value(decision)).toBe(standing);
    const done = await restored.form(SAVE).submit(SAVE);
    const changes = await (await done.click('内容を確かめて公開へ進む')).click('前の版との違いを見る');
    expect(changes.text).toContain('活動の成果を楽しみにしています。');
    expect((await documentOf(versionId)).letters.decision.wording).toBe(own);
  });

  it('finds nothing to object to in the words that the towns use already', async () => {
    const { document } = await aDraftProgram(web, clerk);
    const project = { titleQuestion: 'title', periodQuestion: 'period' };
    const { letters } = document;
    const templates = ['project-decision', ...LETTER_NAMES.map((name) => letterOf(document, name).template)];
    const wordsIn = (town: Municipality): Promise<ReadonlyMap<string, string>> =>
      web.get(UnitOfWork).read(systemActor(town.id, 'テスト'), (tx) => web.get(LetterTemplates).textsOf(tx, templates));
    const [inOgori, inKotake] = [await wordsIn(towns.ogori), await wordsIn(towns.kotake)];
    const decisions = [
      [null, inOgori.get('grant-decision')!],
      [project, inOgori.get('project-decision')!],
      [null, inKotake.get('grant-decision')!],
    ] as const;
    expect(decisions[2][1]).not.toBe(decisions[0][1]);
    for (const [asked, wording] of decisions) {
      const standing = LETTER_NAMES.map((name) => {
        const letter = letterOf(document, name);
        return [name, { ...letter, wording: inOgori.get(letter.template)! }] as const;
      });
      const worded = { ...letters, ...Object.fromEntries(standing), decision: { ...letters.decision, wording } };
      expect(web.get(LetterWordings).faultsOf({ ...document, project: asked, letters: worded })).toEqual([]);
    }
  });

  it('begins from nothing, or from another programme of the town', async () => {
    const { versionId } = await draftOf({ form: FORM_OF_ALL_KINDS });
    const staff = await as('tanto1');
    const blank = await staff.get('/ogori/staff/programs/new');
    const empty = await blank.form('下書きを作る').submit();
    expect(empty.errors).toContain('補助制度の名称を入力してください。');
    const copied = await blank.form('これをもとにする').fill({ from: versionId }).submit();
    const tasks = await copied.form('下書きを作る').fill({ code: 'copied', name: '令和8年度 写しの補助金' }).submit();
    expect(tasks.heading).toBe('補助制度の下書きを直す');
    expect(tasks.text).toContain('令和8年度 写しの補助金');
    const id = /programs\/([0-9a-f-]+)\//.exec(tasks.path)?.[1] ?? '';
    expect((await documentOf(id)).form).toEqual((await documentOf(versionId)).form);
    const { name: _name, ...fields } = Object.fromEntries(
      copied.form('下書きを作る').fields.map((name) => [name, copied.form('下書きを作る').value(name) ?? '']),
    );
    const begun = await (
      await staff.get('/ogori/staff/programs/new')
    )
      .form('下書きを作る')
      .fill({ ...withoutTicks(fields), start: 'banded', code: 'begun', name: '新しい補助金' })
      .submit();
    expect(begun.errors).toEqual([]);
    const shown = await begun.click('内容を確かめて公開へ進む');
    expect(shown.text).toContain('世帯数に応じて');
  });

  it('is usable for everyone: axe, html-validate and no sideways scrolling at 360 pixels', async () => {
    const { versionId } = await draftOf({ form: FORM_OF_ALL_KINDS });
    const { form } = await documentOf(versionId);
    const edit = `staff/programs/${versionId}/edit`;
    const parts = ['basics', 'schedule', 'amount', 'questions', 'budget', 'checklist', 'letters', 'rule'];
    const questions = form.flatMap((section) => section.questions);
    const pages = [
      'staff/programs/new',
      edit,
      ...parts.map((part) => `${edit}/${part}`),
      ...form.flatMap(({ id }) => [`${edit}/section/${id}`, `${edit}/section/${id}/preview`]),
      ...questions
        .filter(({ kind }, index) => questions.findIndex((each) => each.kind === kind) === index)
        .map(({ id }) => `${edit}/question/${id}`),
    ];
    const page = await chromium.person({ viewport: { width: 360, height: 900 } });
    await page.goto(`${web.url}/ogori/sign-in`);
    await page.fill('input[name=signInName]', 'tanto1');
    await page.fill('input[name=password]', DEMO_PASSWORD);
    await page.click('main button[type=submit]');
    const problems: string[] = [];
    for (const path of pages) {
      const response = await page.goto(`${web.url}/ogori/${path}`);
      expect([path, response?.status()]).toEqual([path, 200]);
      problems.push(...(await checkAxe(page)).map((line) => `${path}: ${line}`));
      problems.push(...(await checkHtml((await response?.text()) ?? '')).map((line) => `${path}: ${line}`));
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (sideways > 0) problems.push(`${path}: scrolls sideways by ${String(sideways)} pixels`);
    }
    expect(problems).toEqual([]);
    await page.context().close();
  });
});

const withoutTicks = ({ from: _from, code: _code, ...fields }: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(fields).filter(([name, value]) => value !== '' && name !== 'payment[settlement]'));
