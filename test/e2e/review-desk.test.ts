import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';

import { ViewDraft } from '../../src/approvals/index.js';
import type { StaffActor } from '../../src/kernel/actor.js';
import { Ties } from '../../src/staff/index.js';
import { WriteVisit } from '../../src/visits/index.js';
import {
  aPassedApplication,
  anOfficerAccount,
  aPublishedProgram,
  aSubmittedApplication,
  passReview,
  plainChecklist,
  type TestProgram,
} from '../support/builders/applications.js';
import { approveAsShown } from '../support/builders/approvals.js';
import { draftDecision, grantOf } from '../support/builders/grants.js';
import { aPicture, aRegisteredOrganization, type TestOrganization } from '../support/builders/organizations.js';
import { openTowns, signIn, staffActor, type Towns } from '../support/builders/staff.js';
import { checkHtml } from '../support/html-check.js';
import { openWeb, type Page, type Visitor, type Web } from '../support/index.js';

const photo = (fileName: string, bytes: Buffer) => ({ bytes, fileName, mediaType: 'application/octet-stream' });

describe('the desk of the review', () => {
  let web: Web;
  let towns: Towns;
  let clerk: StaffActor;
  let ours: TestOrganization;
  let program: TestProgram;

  beforeAll(async () => {
    web = await openWeb({ at: '2026-04-20' });
    towns = await openTowns(web);
    clerk = await staffActor(web, towns.ogori, 'tanto1');
    ours = await aRegisteredOrganization(web, clerk, { name: '東野校区協働のまちづくり協議会', district: '東野校区' });
    await anOfficerAccount(web, ours, 'higashino-hanako');
    program = await aPublishedProgram(web, clerk);
  });

  afterAll(() => web.close());

  const as = async (signInName: string): Promise<Visitor> => {
    const visitor = web.visitor();
    await signIn(visitor, towns.ogori, signInName);
    return visitor;
  };
  const reviewOf = (id: string): string => `/ogori/staff/applications/${id}`;

  describe('現地調査・聞き取りの記録', () => {
    const VISIT = {
      kind: 'site-visit',
      heldOn: '令和8年4月18日',
      place: '東野コミュニティセンター',
      'people[p1][name]': '見本 次郎',
      'people[p1][role]': 'コミュニティ推進課',
      'people[p2][name]': '見本 花子',
      'people[p2][role]': '会長',
      found: '倉庫の備品は申請の一覧のとおりにある。',
    };
    let applicationId: string;
    let noteUrl: string;
    const noteForm = (page: Page) => page.form('記録を保存する');

    it('is written with photographs; what is missing is said at its field and nothing typed is lost', async () => {
      applicationId = await aSubmittedApplication(web, ours.officer, program);
      const staff = await as('tanto1');
      const blank = await (await staff.get(reviewOf(applicationId))).click('現地調査・聞き取りを記録する');
      expect(await checkHtml(blank.html)).toEqual([]);
      const refused = await noteForm(blank)
        .fill({ ...VISIT, heldOn: '令和8年4月21日', found: ' ' })
        .submit('記録を保存する');
      expect([refused.status, refused.errors]).toEqual([
        422,
        ['今日までの日を入力してください。記録は、行った後に書きます。', '分かったことを入力してください。'],
      ]);
      expect(noteForm(refused).value('people[p2][role]')).toBe('会長');
      const more = await noteForm(refused).submit('行を増やす');
      expect(noteForm(more).fields).toContain('people[p6][name]');
      const heic = photo('IMG_0001.HEIC', Buffer.from('0000001866747970686569630000000068656963', 'hex'));
      const wrongKind = await noteForm(more)
        .fill({ ...VISIT, photos: heic })
        .submit('記録を保存する');
      expect(wrongKind.errors[0]).toContain('iPhoneの写真の形式（HEIC）');

      const filled = noteForm(wrongKind).fill({ ...VISIT, photos: photo('倉庫.png', aPicture().bytes) });
      const kept = await filled.submit('記録を保存する');
      noteUrl = kept.path;
      expect(kept.heading).toBe('現地調査（令和8年4月18日）');
      expect(kept.text).toContain('見本 花子（団体、会長）');
      expect(kept.texts('.photos li')).toEqual(['倉庫.png']);
      expect(await checkHtml(kept.html)).toEqual([]);
      expect((await filled.submit('記録を保存する')).path).toBe(noteUrl);
      const review = await staff.get(reviewOf(applicationId));
      expect(review.text).toContain('現地調査・聞き取り（1件）現地調査（令和8年4月18日）');
    });

    it('is corrected with a reason, what stood there stays, and a page opened before is refused', async () => {
      const [one, other] = [await as('tanto1'), await as('tanto2')];
      const opened = await (await other.get(noteUrl)).click('記録を訂正する');
      const form = (await (await one.get(noteUrl)).click('記録を訂正する')).form('訂正を保存する');
      const unsaid = await form.fill({ found: '倉庫の備品は一覧より1つ少ない。' }).submit('訂正を保存する');
      expect(unsaid.errors).toEqual(['訂正する理由を入力してください。訂正の経過に残ります。']);
      const second = await readFile('.pictures/tasks-360.png');
      const corrected = await unsaid
        .form('訂正を保存する')
        .fill({
          reason: '数え直した。',
          'takeOff[]': unsaid.form('訂正を保存する').choices('takeOff[]'),
          photos: photo('棚.png', second),
        })
        .submit('訂正を保存する');
      expect(corrected.texts('[aria-label="訂正1で変わったところ"] td')).toEqual([
        ...['倉庫の備品は申請の一覧のとおりにある。', '倉庫の備品は一覧より1つ少ない。'],
        ...['倉庫.png', '棚.png'],
      ]);
      expect(await checkHtml(corrected.html)).toEqual([]);
      const gone = await corrected.click('倉庫.png');
      expect(gone.bytes.equals(aPicture().bytes)).toBe(true);

      const late = await opened
        .form('訂正を保存する')
        .fill({ place: '東野公民館', reason: '場所の名前を直す。' })
        .submit('訂正を保存する');
      expect(late.status).toBe(409);
      expect(late.text).toContain(`いまの記録（${clerk.name}さんが訂正。理由：数え直した。）`);
      expect(late.text).toContain('倉庫の備品は一覧より1つ少ない。');
      expect(late.form('訂正を保存する').value('place')).toBe('東野公民館');
    });

    it('stands in the facts of the draft, where the approver opens it with its photographs; never at the organisation', async () => {
      await passReview(web, clerk, applicationId);
      const draftId = await draftDecision(web, clerk, [applicationId]);
      const approver = await as('kakaricho');
      const draft = await approver.get(`/ogori/staff/approvals/${draftId}`);
      expect(draft.text).toContain('倉庫の備品は一覧より1つ少ない。 写真1枚');
      const note = await draft.click('現地調査・聞き取り1の記録 写真1枚');
      expect(note.texts('.photos li')).toEqual(['棚.png']);
      const officer = await as('higashino-hanako');
      const committee = await officer.get(`/ogori/committee/applications/${applicationId}`);
      expect(committee.status).toBe(200);
      expect(committee.text).not.toContain('備品は一覧より');
      expect((await officer.get(noteUrl)).status).not.toBe(200);

      const staff = await as('tanto1');
      const warned = await staff.get(`/ogori/staff/visits/about/application/${applicationId}`);
      expect(warned.text).toContain('この案件は決裁に回っています');
      for (const name of ['kakaricho', 'kacho']) {
        await approveAsShown(web, await staffActor(web, towns.ogori, name), draftId);
      }
      const { draft: decided } = await web.get(ViewDraft).execute(clerk, draftId);
      expect(decided.state).toBe('approved');
      const tooLate = await warned.form('記録を保存する').fill(VISIT).submit('記録を保存する');
      expect([tooLate.status, tooLate.text.includes('すでに決定したか取り下げられた')]).toEqual([409, true]);
      expect((await staff.get(noteUrl)).texts('main a')).not.toContain('記録を訂正する');
    });
  });

  describe('two people on one case', () => {
    const told = (page: Page): string[] => page.texts('[data-openings] .notice-title');
    const sentence = (time: string, what = 'この審査'): string =>
      `ご注意：${clerk.name}さんが午前${time}から${what}を開いています`;
    let applicationId: string;

    it('the second is told of the first until that page gives no sign of life, and nobody is kept out', async () => {
      const theirs = await aRegisteredOrganization(web, clerk);
      applicationId = await aSubmittedApplication(web, theirs.officer, program);
      web.clock.at('2026-04-20T10:05');
      const [one, other] = [await as('tanto1'), await as('tanto2')];
      expect(told(await one.get(reviewOf(applicationId)))).toEqual([]);
      web.clock.at('2026-04-20T10:12');
      const second = await other.get(reviewOf(applicationId));
      expect(told(second)).toEqual([sentence('10時5分')]);
      expect(await checkHtml(second.html)).toEqual([]);
      const beat = (visitor: Visitor) =>
        visitor.send('POST', second.$('[data-openings]').attr('data-openings') ?? '', []);
      web.clock.at('2026-04-20T10:20');
      expect((await beat(one)).html).toContain('午前10時12分からこの審査を開いています');
      expect(told(await other.get(reviewOf(applicationId)))).toEqual([sentence('10時5分')]);
      web.clock.at('2026-04-20T10:31');
      expect((await beat(other)).html).toBe('');
      web.clock.at('2026-04-20T11:00');
      await one.get(reviewOf(applicationId));
      expect(told(await other.get(reviewOf(applicationId)))).toEqual([sentence('11時')]);
      const looker = await as('kansa');
      await looker.get(reviewOf(applicationId));
      expect(told(await one.get(reviewOf(applicationId)))).toHaveLength(1);
    });

    it.each(['保存する', '審査を終える', '指摘を送って差し戻す'])(
      '「%s」 on a page older than the colleague’s save is refused with what is not saved',
      async (button) => {
        const [one, other] = [await as('tanto1'), await as('tanto2')];
        const mine = (await one.get(reviewOf(applicationId))).form('審査を終える');
        const theirs = (await other.get(reviewOf(applicationId))).form('審査を終える');
        await theirs
          .fill({ 'remarks[plan]': `総会の資料で確かめた（${button}）`, 'answers[plan]': 'yes' })
          .submit('保存する');
        const refused = await mine.fill({ 'answers[purpose]': 'no', 'remarks[purpose]': '政治' }).submit(button);
        expect(refused.status).toBe(409);
        expect(refused.errors[0]).toContain('さんが先に保存しました');
        expect(refused.text).toContain('まだ保存していない、あなたの入力');
        expect(refused.text).toContain('いいえ 政治');
        expect(refused.form('審査を終える').value('remarks[plan]')).toBe(`総会の資料で確かめた（${button}）`);
      },
    );

    it('whoever has approved and gone is no longer told of', async () => {
      const theirs = await aRegisteredOrganization(web, clerk, { name: '承認の済んだ協議会' });
      const draftedId = await aSubmittedApplication(web, theirs.officer, program);
      await passReview(web, clerk, draftedId);
      const at = `/ogori/staff/approvals/${await draftDecision(web, clerk, [draftedId])}`;
      const [first, second] = [await as('kakaricho'), await as('kacho')];
      const mine = await first.get(at);
      await mine.form('承認する').submit('承認する');
      expect(told(await second.get(at))).toEqual([]);
    });

    it('another outcome on an old page is refused beside what the colleague chose; so is an approval', async () => {
      await passReview(web, clerk, applicationId);
      const draftId = await draftDecision(web, clerk, [applicationId]);
      const { id: grantId } = await grantOf(web, clerk, applicationId);
      const [one, other, approver] = [await as('tanto1'), await as('tanto2'), await as('kakaricho')];
      const page = `/ogori/staff/grants/${grantId}/outcome`;
      const shown = await approver.get(`/ogori/staff/approvals/${draftId}`);
      const mine = await one.get(page);
      const theirs = await other.get(page);
      expect(told(theirs)).toEqual([sentence('11時', 'この案件')]);
      const outcome = (field: string): string => `outcomes[${applicationId}][${field}]`;
      await theirs
        .form('処分を変える')
        .fill({ [outcome('outcome')]: 'refused', [outcome('reason')]: '目的が要綱に合わないため。' })
        .submit('処分を変える');
      const refused = await mine
        .form('処分を変える')
        .fill({ [outcome('outcome')]: 'reduced', [outcome('amount')]: '500000', [outcome('reason')]: '備品を除く。' })
        .submit('処分を変える');
      expect(refused.status).toBe(409);
      expect(refused.texts('[aria-label="違っているところ"] td')).toEqual([
        ...['不交付', '減額交付', '（空欄）', '500,000円'],
        ...['目的が要綱に合わないため。', '備品を除く。'],
      ]);
      expect(await checkHtml(refused.html)).toEqual([]);
      const late = await shown.form('承認する').submit('承認する');
      expect([late.status, late.text.includes('起案の後に内容が変わりました')]).toEqual([409, true]);
    });
  });

  describe('the same cost in two applications', () => {
    it('is named, and staff pass it only with what they found out; a new finding asks again', async () => {
      const doubled = await aPublishedProgram(web, clerk, {
        name: '令和8年度 敬老事業補助金',
        checklist: [
          ...plainChecklist(),
          {
            id: 'same-cost',
            text: '同じ経費にほかの補助を受けていない',
            article: '交付規則第5条',
            automatic: 'same-cost',
          },
        ],
        perYear: null,
      });
      const theirs = await aRegisteredOrganization(web, clerk, {
        name: '大原校区協働のまちづくり協議会',
        district: '大原校区',
      });
      const id = await aSubmittedApplication(web, theirs.officer, doubled);
      const staff = await as('tanto1');
      const alone = await staff.get(reviewOf(id));
      expect(alone.text).toContain('この年度に、この団体のほかの申請はありません。');
      expect(alone.text).toContain('別の答えにする：同じ経費にほかの補助を受けていない');
      expect(await checkHtml(alone.html)).toEqual([]);

      await aSubmittedApplication(web, theirs.officer, program);
      const doubted = await staff.get(reviewOf(id));
      expect(doubted.text).toMatch(
        /自動：要確認 令和8年度 運営交付金（R8-\d+）にも同じ経費があります：会議費「会場費」630,000円。/,
      );
      expect(await checkHtml(doubted.html)).toEqual([]);
      const yes = Object.fromEntries(
        plainChecklist()
          .filter(({ automatic }) => automatic === null)
          .map((item) => [`answers[${item.id}]`, 'yes']),
      );
      const form = doubted.form('審査を終える').fill({ ...yes, 'answers[same-cost]': 'yes' });
      const bare = await form.submit('審査を終える');
      expect(bare.errors).toEqual(['「同じ経費にほかの補助を受けていない」を確かめた結果を備考に入力してください。']);
      const why = { 'remarks[same-cost]': '会場が違う。領収書の控えで確かめた。' };
      const kept = await bare.form('審査を終える').fill(why).submit('保存する');
      expect(kept.form('審査を終える').value('answers[same-cost]')).toBe('yes');

      await aSubmittedApplication(web, theirs.officer, doubled);
      const again = await staff.get(reviewOf(id));
      expect(again.form('審査を終える').value('answers[same-cost]')).toBeUndefined();
      const passed = await again
        .form('審査を終える')
        .fill({ ...why, 'answers[same-cost]': 'yes' })
        .submit('審査を終える');
      expect(passed.errors).toEqual([]);
      expect((await staff.get(reviewOf(id))).text).toContain('会場が違う。領収書の控えで確かめた。');
    });

    it('is named no more once the other application is refused: nothing is paid for it', async () => {
      const theirs = await aRegisteredOrganization(web, clerk, { name: '味坂校区の会', district: '味坂校区' });
      const doubled = await aPublishedProgram(web, clerk, {
        name: '令和8年度 防災事業補助金',
        checklist: [{ id: 'same-cost', text: '同じ経費', article: '交付規則第5条', automatic: 'same-cost' }],
      });
      const other = await aPassedApplication(web, theirs.officer, clerk, program);
      const id = await aSubmittedApplication(web, theirs.officer, doubled);
      const staff = await as('tanto1');
      const draftId = await draftDecision(web, clerk, [other], {
        [other]: { outcome: 'refused', amount: null, reason: '目的に合わないため。' },
      });
      expect((await staff.get(reviewOf(id))).text).toContain('にも同じ経費があります');
      for (const name of ['kakaricho', 'kacho']) {
        await approveAsShown(web, await staffActor(web, towns.ogori, name), draftId);
      }
      expect((await staff.get(reviewOf(id))).text).toContain('この年度に、この団体のほかの申請はありません。');
    });
  });

  it('whoever is tied to an organisation finds its cases in the list, and neither sees nor touches one', async () => {
    const theirs = await aRegisteredOrganization(web, clerk, {
      name: '三国校区協働のまちづくり協議会',
      district: '三国校区',
    });
    const id = await aSubmittedApplication(web, theirs.officer, program);
    const passed = await aSubmittedApplication(web, theirs.officer, await aPublishedProgram(web, clerk));
    const note = await web.get(WriteVisit).write(clerk, {
      subject: { kind: 'application', id },
      typed: {
        ...{ kind: 'hearing', heldOn: '2026/4/20', place: '電話', found: '日程を聞いた。' },
        people: [{ name: '見本 花子', role: '会長', side: 'organization' }],
      },
      photos: [aPicture('会場.png')],
      requestId: randomUUID(),
    });
    const tied = await as('tanto2');
    const before = await tied.get(reviewOf(id));
    const thread = await before.click('団体との連絡');
    const colleague = await staffActor(web, towns.ogori, 'tanto2');
    const tie = { staffId: colleague.staffId, organizationId: theirs.id, kind: 'officer', note: '' } as const;
    await web.get(Ties).record(colleague, tie);

    expect((await tied.get('/ogori/staff/queue')).text).toContain('三国校区協働のまちづくり協議会');
    const WHY = 'この団体の関係者として届け出ているため、この案件を見ることも扱うこともできません。';
    const barred = async (answer: Promise<Page>): Promise<void> => {
      const { status, text } = await answer;
      expect([status, text.includes(WHY)]).toEqual([403, true]);
    };
    for (const page of [
      reviewOf(id),
      `${reviewOf(id)}/sent`,
      `${reviewOf(id)}/prior-start`,
      `/ogori/staff/visits/${note.noteId}`,
      `/ogori/staff/visits/about/application/${id}`,
      thread.path,
    ]) {
      await barred(tied.get(page));
    }
    for (const button of ['保存する', '審査を終える', '指摘を送って差し戻す']) {
      await barred(before.form('審査を終える').submit(button));
    }
    await barred(thread.form('送る').fill({ text: '内々に知らせます。' }).submit('送る'));
    await passReview(web, clerk, passed);
    await expect(draftDecision(web, colleague, [passed])).rejects.toMatchObject({ code: 'staff.tied-to-case' });
    expect((await (await as('tanto1')).get(reviewOf(id))).status).toBe(200);

    const bundle = unzipSync((await (await as('kansa')).get(`/ogori/staff/evidence/${id}`)).bytes);
    expect(Buffer.from(bundle['現地調査の写真（2026-04-20）/会場.png'] ?? []).equals(aPicture().bytes)).toBe(true);
    expect(strFromU8(bundle['記録/現地調査・聞き取り.csv'] ?? new Uint8Array())).toMatch(
      /電話.*見本 花子.*日程を聞いた。/,
    );
  });
});
