import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { systemActor } from '../../src/kernel/actor.js';
import { Mornings } from '../../src/platform/schedule/index.js';
import { testCases, type TestCases } from '../support/builders/approvals.js';
import { anOpenedOrganization } from '../support/builders/organizations.js';
import { openTowns, signIn, staffActor, type Towns } from '../support/builders/staff.js';
import { checkHtml } from '../support/html-check.js';
import { openWeb, type Page, type Web } from '../support/index.js';
import { readPdf } from '../support/pdf-check.js';

const TITLE = '令和8年度事業補助金の交付決定について';
const REASON = '審査の結果、交付の要件を満たすと認められるため。';

describe('forty cases in one draft, and what happens on the way', () => {
  let web: Web;
  let towns: Towns;
  let cases: TestCases;
  const desks = new Map<string, (path: string) => Promise<Page>>();

  beforeAll(async () => {
    web = await openWeb({ at: '2026-04-06' });
    towns = await openTowns(web);
    cases = await testCases(web, systemActor(towns.ogori.id, 'テスト'), 100_000_000);
  });

  afterAll(() => web.close());

  /** Sessions end while time passes: everybody signs in again. */
  const on = (moment: string): void => {
    web.clock.at(moment);
    desks.clear();
  };
  /** The page as this person sees it, signed in once a day. */
  const as = async (signInName: string, path: string): Promise<Page> => {
    let desk = desks.get(signInName);
    if (!desk) {
      const visitor = web.visitor();
      await signIn(visitor, towns.ogori, signInName);
      desk = (at) => visitor.get(`/ogori/${at}`);
      desks.set(signInName, desk);
    }
    return desk(path);
  };
  const draft = async (...amounts: number[]): Promise<{ draftId: string; at: string; caseIds: string[] }> => {
    const caseIds: string[] = [];
    for (const [index, amount] of amounts.entries()) {
      caseIds.push(await cases.add(`第${String(index + 1)}校区協議会`, amount));
    }
    const drafter = await staffActor(web, towns.ogori, 'tanto1');
    const draftId = await cases.draft(drafter, caseIds, { title: TITLE, reason: REASON });
    return { draftId, at: `staff/approvals/${draftId}`, caseIds };
  };
  const approve = async (at: string, ...people: string[]): Promise<void> => {
    for (const person of people) {
      const page = await as(person, at);
      const done = await page.form(`/ogori/${at}/approval`).submit();
      expect(done.text).toMatch(/承認しました|決裁しました/);
    }
  };
  const away = async (person: string, until: string): Promise<void> => {
    const page = await as(person, 'staff/declarations');
    const form = page.form('不在を記録する').fill({ fromOn: '2026/4/6', untilOn: until, reason: '出張' });
    expect((await form.submit()).text).toContain('不在を記録しました。');
  };

  it('are decided by the mayor: one pulled out by the section chief, one 代決 with its 後閲, kept as a file', async () => {
    const { at, draftId, caseIds } = await draft(5_100_000, ...Array.from({ length: 39 }, () => 200_000));
    await approve(at, 'kakaricho');
    const chief = await as('kacho', at);
    const items = chief.form(`/ogori/${at}/acts/hold`);
    const third = items.choices('itemIds[]')[2] ?? '';
    const missing = await items.fill({ 'itemIds[]': [third] }).submit();
    expect(missing.errors).toEqual(['案件を外す理由を入力してください。']);
    expect(await checkHtml(missing.html)).toEqual([]);
    const held = await missing.form(`/ogori/${at}/acts/hold`).fill({ holdReason: '見積書を待つため' }).submit();
    expect(held.text).toContain('外した案件（1件）');
    expect(held.text).toContain('案件（39件）');
    await approve(at, 'kacho');

    expect((await as('kacho', at)).$(`form[action$="acts/deputise"]`)).toHaveLength(0);
    await away('bucho', '2026/4/8');
    const deputy = await as('kacho', at);
    expect((await as('kacho', 'staff/approvals')).text).toContain('代決できる起案（1件）');
    await deputy.form('代決する').fill({ deputyComment: '部長に電話で報告済み' }).submit();
    await approve(at, 'kaikei-kanrisha', 'fukushicho');
    const budget = (await as('shicho', at)).texts('[aria-label="予算の状況"] tbody tr > *');
    await approve(at, 'shicho');
    expect(await cases.stateOf(caseIds[0] ?? '')).toMatch(/^decided/);
    expect(await cases.stateOf(caseIds[2] ?? '')).toBe('drafted');

    on('2026-04-09');
    const list = await as('bucho', 'staff/approvals');
    expect(list.text).toContain('後閲する');
    const owed = await as('bucho', at);
    expect(owed.text).toContain('部長に電話で報告済み');
    expect((await owed.form('後閲した').fill({ reviewComment: '了知した' }).submit()).text).toContain(
      '後閲を記録しました。',
    );

    await web.drainOutbox();
    const decided = await as('tanto1', at);
    const file = await decided.click('決裁文書（PDF）');
    const pdf = await readPdf(file.bytes);
    expect(pdf).toMatchObject({ tagged: true, pdfA: '2A', language: 'ja-JP' });
    for (const words of ['第40校区協議会', '均等割', '代決', '部長に電話で報告済み', '市民福祉部長', '小郡市長']) {
      expect(pdf.text).toContain(words);
    }
    // The same row that the last approver read.
    expect(budget[2]).not.toBe('0円');
    expect(pdf.text).toContain(budget.join('').replaceAll(/\s/g, ''));
    const [kept] = await web.sql<{ sha256: string }>('SELECT sha256 FROM decision_files WHERE draft_id = $1', [
      draftId,
    ]);
    expect(decided.text).toContain(kept?.sha256.slice(0, 12));

    const again = await decided.form('保留した案件を起案する').fill({ reason: '見積書が届いたため' }).submit();
    expect(again.text).toContain('引用する起案');
    expect(again.text).toContain('案件');
    on('2026-04-10');
  });

  it('may be asked about, given a paper later, and rejected; who acted before must look at the paper', async () => {
    const { at } = await draft(600_000, 600_000);
    await approve(at, 'kakaricho');
    const asked = await (
      await as('kacho', at)
    )
      .form('質問する')
      .fill({ question: '対象外経費は除かれていますか' })
      .submit();
    expect(asked.text).toContain('の質問が回答を待っています');
    expect((await as('tanto1', 'staff/approvals')).text).toContain('質問に答える');
    const answered = await (await as('tanto1', at)).form('回答する').fill({ answer: '除いています' }).submit();
    expect(answered.text).toContain('回答しました。');
    const paper = { bytes: Buffer.from('%PDF-1.4\n%%EOF'), fileName: '別紙.pdf', mediaType: 'application/pdf' };
    const attached = await answered.form('追加する').fill({ file: paper, note: '経費の内訳' }).submit();
    expect(attached.text).toContain('別紙.pdf');
    const stopped = await as('kacho', at);
    expect(stopped.text).toContain('「コミュニティ推進係長」がまだ確認していないため、決裁できません。');
    expect(stopped.texts('button')).not.toContain('決裁する');
    expect((await (await as('kakaricho', at)).form('書類を確認した').submit()).text).toContain('確認を記録しました');
    const rejected = await (
      await as('kacho', at)
    )
      .form('却下する')
      .fill({ rejectionReason: '財源がないため' })
      .submit();
    expect(rejected.texts('.tag')).toContain('却下');
  });

  it('may be pulled back while nobody has acted, and changed cases alone gather approvals anew', async () => {
    const first = await draft(600_000);
    const pulled = await (await as('tanto1', first.at)).form('引き戻す').submit();
    expect(pulled.text).toContain('引き戻しました。');
    const own = /R8-起案-\d{4}/.exec(pulled.text)?.[0] ?? '';
    const wrong = await pulled.form('再提出する').fill({ cites: own }).submit();
    expect(wrong.errors.join()).toContain('この起案自身は引用できません。');
    const again = await wrong.form('再提出する').fill({ cites: 'R8-起案-0001' }).submit();
    expect(again.text).toContain('再提出しました。');
    expect(again.text).toContain('R8-起案-0001');

    const { at, caseIds } = await draft(600_000, 600_000);
    await approve(at, 'kakaricho');
    await cases.change(caseIds[1] ?? '', 650_000);
    const recast = await (await as('tanto1', at)).form('変わった案件を出し直す').submit();
    expect(recast.text).toContain('変わった案件を出し直しました。');
    await approve(at, 'kakaricho', 'kacho');
    expect(await cases.stateOf(caseIds[1] ?? '')).toMatch(/^decided/);
  });

  it('stand in one list for a batch, in which nothing is passed over in silence', async () => {
    const [one, two] = [await draft(300_000), await draft(300_000)];
    const list = await as('kakaricho', 'staff/approvals');
    expect(await checkHtml(list.html)).toEqual([]);
    await cases.change(two.caseIds[0] ?? '', 310_000);
    const done = await list.form('選んだ起案をまとめて承認する').tickAll('drafts[]').submit();
    expect(done.text).toContain('1件は承認していません');
    expect(
      done
        .texts('tbody tr')
        .filter((row) => row.includes('承認していません'))
        .join(),
    ).toContain('内容が変わった');
    expect((await as('kakaricho', one.at)).texts('button')).not.toContain('承認する');
  });

  it('may be sealed on paper in a town that says so', async () => {
    const { at, caseIds } = await draft(400_000);
    expect((await as('tanto1', `${at}/paper`)).texts('button')).not.toContain('紙の決裁を記録する');
    await (await as('kanri', 'admin/authority')).form('紙の決裁を使う').submit();
    const paper = await as('tanto1', `${at}/paper`);
    expect(await checkHtml(paper.html)).toEqual([]);
    // Whoever seals reads what the screen shows: why the amount is what it is, and what is left.
    expect(paper.text).toContain('算定の内訳');
    expect(paper.texts('table:has(caption:contains("予算の状況")) thead th')).toContain('予算残額');
    const form = paper.form('紙の決裁を記録する');
    const scan = { bytes: Buffer.from('%PDF-1.4\n%%EOF'), fileName: '用紙.pdf', mediaType: 'application/pdf' };
    const filled = form.fill({
      decidedOn: /起案日(令和\d+年\d+月\d+日)/.exec(paper.text)?.[1] ?? '',
      'seals[step1]': form.offered('seals[step1]', '津古 見本'),
      'seals[step2]': form.offered('seals[step2]', '大保 見本'),
    });
    expect((await filled.submit()).errors).toEqual(['押印した起案用紙の写しを選んでください。']);
    const sealed = await filled.fill({ scan }).submit();
    expect(sealed.text).toContain('紙の決裁を記録しました。');
    expect(sealed.text).toContain('紙の決裁、入力：横隈 見本');
    expect(await cases.stateOf(caseIds[0] ?? '')).toMatch(/^decided/);
  });

  it('remind whoever they wait for once a day, by mail', async () => {
    const member = await (await as('kanri', 'admin/staff')).click('大保 見本');
    await member.form('メールアドレスを保存する').fill({ mail: 'kacho@example.jp' }).submit();
    const { at } = await draft(500_000);
    await approve(at, 'kakaricho');
    for (const moment of ['2026-04-13T08:30', '2026-04-13T15:00']) {
      on(moment);
      await web.get(Mornings).pass([towns.ogori.id]);
      await web.drainOutbox();
    }
    const kacho = await staffActor(web, towns.ogori, 'kacho');
    const mail = join(web.config.dataDir, 'mail', `drafts-waiting-${kacho.staffId}-2026-04-13.eml`);
    expect(readFileSync(mail, 'utf8')).toContain('kacho@example.jp');
    const said = await web.sql(`SELECT 1 FROM outbox_events WHERE type = 'MorningCame'`);
    expect(said).toHaveLength(1);
  });

  describe('with the hands of the administrator', () => {
    it('a post is abolished: its running routes go to the successor, by a recorded act', async () => {
      const { at } = await draft(1_500_000);
      const created = (await as('kanri', 'admin/staff/posts/new')).form('加える');
      await created
        .fill({
          name: '地域振興部長',
          sectionId: created.offered('sectionId', '市民福祉部'),
          side: 'ordering',
          'duties[]': ['approve'],
          rank: '61',
          whenVacant: 'above',
        })
        .submit();
      const transfers = await as('kanri', 'admin/staff/transfers');
      expect(await checkHtml(transfers.html)).toEqual([]);
      const form = transfers.form('まとめて保存する');
      const wrong = await form
        .fill({
          on: '令和8年4月13日',
          'lines[0][staffId]': form.offered('lines[0][staffId]', '三沢 見本'),
          'lines[0][fromPostId]': form.offered('lines[0][fromPostId]', '会計管理者'),
        })
        .submit();
      expect(wrong.errors.join()).toContain('「会計管理者」に就いていません');
      const again = wrong.form('まとめて保存する');
      const saved = await again
        .fill({
          'lines[0][fromPostId]': again.offered('lines[0][fromPostId]', '市民福祉部長'),
          'lines[0][toPostId]': again.offered('lines[0][toPostId]', '地域振興部長'),
        })
        .submit();
      expect(saved.text).toContain('1人の異動を保存しました。');
      const post = await saved.click('市民福祉部長');
      expect(post.text).toContain('この職を待っている起案（');
      expect(await checkHtml(post.html)).toEqual([]);
      const unnamed = await post.form('廃止する').fill({ reason: '組織改編' }).submit();
      expect(unnamed.errors.join()).toContain('引き継ぐ職を選んでください。');
      const abolition = unnamed.form('廃止する');
      const done = await abolition.fill({ toPostId: abolition.offered('toPostId', '地域振興部長') }).submit();
      expect(done.text).toContain('職を廃止しました。');
      expect((await as('tanto1', at)).text).toContain('市民福祉部長から地域振興部長へ振り替え。組織改編');
      await approve(at, 'kakaricho', 'kacho', 'kaikei-kanrisha', 'bucho');
    });

    it('a table in the making shows the drafts that run, and that it leaves them as they are', async () => {
      const { at, caseIds } = await draft(200_000);
      const fresh = (await as('kanri', 'admin/authority/new'))
        .form('案として保存する')
        .fill({ validFrom: '2026/4/13' });
      const saved = await fresh.submit();
      expect(saved.text).toContain('この表で道筋が変わる起案はありません。');
      expect(saved.text).toContain('いまの道筋のまま進みます。');
      expect(await checkHtml(saved.html)).toEqual([]);

      // 市民福祉部長 is no more; up to a million yen his successor decides, not the section chief.
      const changed = (await saved.click('案を直す')).form('案として保存する');
      const successor = changed.offered('rules[0][steps][1]', '決裁：地域振興部長');
      changed.fill({ 'rules[0][steps][1]': successor, 'rules[1][steps][3]': successor });
      changed.fill({ 'rules[2][steps][2]': successor, 'rules[4][steps][2]': successor });
      const compared = await changed.submit();
      const [line] = compared.texts('table:has(caption:contains("いま動いている起案")) tbody tr');
      expect(line).toContain('変わります');
      expect(line).toContain('コミュニティ推進係長 → 地域振興部長（決裁）');
      expect(compared.text).toMatch(/道筋が変わる起案が\d+件動いています/);
      const published = await compared.form('公開する').submit();
      expect(published.text).toContain('専決規程の表を公開しました。');

      await approve(at, 'kakaricho', 'kacho');
      expect(await cases.stateOf(caseIds[0] ?? '')).toMatch(/^decided/);
      const next = await draft(200_000);
      await approve(next.at, 'kakaricho', 'bucho');
      expect(await cases.stateOf(next.caseIds[0] ?? '')).toMatch(/^decided/);
    });

    it('a post is abolished ahead of its day: on that morning its routes go to the successor by themselves', async () => {
      const { at, caseIds } = await draft(200_000);
      await approve(at, 'kakaricho');
      const list = await as('kanri', 'admin/staff/posts');
      const planned = (await list.click('地域振興部長')).form('廃止する').fill({ on: '令和8年5月1日', reason: '再編' });
      expect((await planned.submit()).errors).toEqual([
        '先の日に廃止するときは、その日の起案に備えて、引き継ぐ職を選んでください。',
      ]);
      const page = await planned.fill({ toPostId: planned.offered('toPostId', '副市長') }).submit();
      expect(page.text).toContain('廃止を予定しました。');
      expect(page.text).toContain('「副市長」に振り替えて記録します。');
      expect(await checkHtml(page.html)).toEqual([]);
      expect((await page.form('廃止を取りやめる').submit()).text).toContain('廃止の予定を取りやめました。');
      await planned.submit();
      expect((await as('tanto1', at)).text).not.toContain('振り替え。');

      on('2026-05-01T08:30');
      await web.get(Mornings).pass([towns.ogori.id]);
      await web.drainOutbox();
      const after = await as('tanto1', at);
      expect(after.text).toContain('地域振興部長から副市長へ振り替え。令和8年5月1日の廃止（あらかじめ決定）。再編');
      expect(after.text).toContain('八坂 見本');
      await approve(at, 'fukushicho');
      expect(await cases.stateOf(caseIds[0] ?? '')).toMatch(/^decided/);
    });

    it('a tie to an organisation is told once, ends by another hand, and bars from its cases', async () => {
      const organization = await anOpenedOrganization(web, await staffActor(web, towns.ogori, 'tanto1'));
      const page = await as('kakaricho', 'staff/declarations');
      expect(await checkHtml(page.html)).toEqual([]);
      const form = page.form('利害関係を届け出る');
      const told = await form
        .fill({ organizationId: form.offered('organizationId', organization.name), tieKind: 'household' })
        .submit();
      expect(told.text).toContain('役員と同じ世帯の親族');
      expect(
        (
          await told
            .form('利害関係を届け出る')
            .fill({ organizationId: form.offered('organizationId', organization.name), tieKind: 'household' })
            .submit()
        ).errors,
      ).toEqual(['この団体との関係は、もう届け出られています。別の団体か関係を選んでください。']);
      const everyone = await as('kanri', 'admin/staff/declarations');
      expect((await everyone.form('終える').submit()).text).toContain('届出を終えました。');
    });
  });
});
