import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { DEMO_PASSWORD } from '../../src/demo/towns/index.js';
import type { StaffActor } from '../../src/kernel/actor.js';
import { AllowLateSubmission, StartApplication, SubmitApplication } from '../../src/applications/index.js';
import { localDate } from '../../src/kernel/local-date.js';
import { ExtendAcceptance, PrepareNextVersion, PublishProgramVersion } from '../../src/programs/index.js';
import { checkAxe } from '../support/axe-check.js';
import {
  anOfficerAccount,
  applicationOf,
  aProjectProgram,
  aPublishedProgram,
  aSubmittedApplication,
  draftOf,
  fillApplication,
  passReview,
  saveSection,
  startApplication,
  submitApplication,
  type TestProgram,
} from '../support/builders/applications.js';
import { aPicture, aRegisteredOrganization, type TestOrganization } from '../support/builders/organizations.js';
import { openTowns, signIn, staffActor, type Towns } from '../support/builders/staff.js';
import { checkHtml } from '../support/html-check.js';
import { openBrowser, openWeb, type Page, type Visitor, type Web } from '../support/index.js';
import { refusalOf } from '../support/refusal.js';

const CLOSING = '2026-05-29';
const LAST_MOMENT = `${CLOSING}T23:59:59.999`;
const TOO_LATE = '2026-05-30T00:00:00.000';

describe('until when an application may come, and how it goes', () => {
  let web: Web;
  let towns: Towns;
  let clerk: StaffActor;
  let ours: TestOrganization;
  let neighbour: TestOrganization;

  beforeAll(async () => {
    web = await openWeb({ at: '2026-04-20' });
    towns = await openTowns(web);
    clerk = await staffActor(web, towns.ogori, 'tanto1');
    ours = await aRegisteredOrganization(web, clerk, { name: '三国校区協働のまちづくり協議会', district: '三国校区' });
    neighbour = await aRegisteredOrganization(web, clerk, { name: '立石校区の会', district: '立石校区' });
    await anOfficerAccount(web, ours, 'mikuni-hanako');
    await anOfficerAccount(web, neighbour, 'tateishi-hanako');
  });

  afterAll(() => web.close());

  const as = async (signInName: string): Promise<Visitor> => {
    const visitor = web.visitor();
    await signIn(visitor, towns.ogori, signInName);
    return visitor;
  };

  /** Filled in and ready to be sent, in the middle of the period. */
  const aFullDraft = async (program: TestProgram, who = ours): Promise<string> => {
    web.clock.at('2026-04-20');
    const id = await startApplication(web, who.officer, program);
    await fillApplication(web, who.officer, id);
    return id;
  };

  const periodPage = async (program: TestProgram): Promise<Page> =>
    (await as('tanto1')).get(`/ogori/staff/programs/${program.versionId}/period`);

  /** What axe finds on a telephone, and what is wider than it. */
  const faultsSeenBy = async (signInName: string, paths: readonly string[]): Promise<string[]> => {
    const chromium = await openBrowser();
    try {
      const person = await chromium.person({ viewport: { width: 360, height: 900 } });
      await person.goto(`${web.url}/ogori/sign-in`);
      await person.fill('[name=signInName]', signInName);
      await person.fill('[name=password]', DEMO_PASSWORD);
      await person.click('button:has-text("ログイン")');
      const faults: string[] = [];
      for (const path of paths) {
        await person.goto(`${web.url}${path}`);
        const wide = await person.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (wide > 0) faults.push(`${path} is ${String(wide)} wider than its window`);
        faults.push(...(await checkAxe(person)).map((fault) => `${path}: ${fault}`));
      }
      return faults;
    } finally {
      await chromium.close();
    }
  };

  it('takes a sending in the last millisecond, and none at midnight', async () => {
    const [one, other] = [await aPublishedProgram(web, clerk), await aPublishedProgram(web, clerk)];
    const [inTime, tooLate] = [await aFullDraft(one), await aFullDraft(other)];
    web.clock.at(LAST_MOMENT);
    expect(await submitApplication(web, ours.officer, inTime)).toMatchObject({ receivedOn: CLOSING });
    web.clock.at(TOO_LATE);
    expect(await refusalOf(submitApplication(web, ours.officer, tooLate))).toEqual(['applications.period-over']);
    expect(await applicationOf(web, clerk, tooLate)).toMatchObject({ state: 'draft', receivedNumber: null });
  });

  it('lets a draft begin until the same moment, and not before the first', async () => {
    const { versionId: programVersionId } = await aPublishedProgram(web, clerk);
    const start = (): Promise<unknown> =>
      web.get(StartApplication).execute(ours.officer, { programVersionId, requestId: randomUUID() });
    web.clock.at('2026-03-31T23:59:59.999');
    expect(await refusalOf(start)).toEqual(['applications.not-yet-open']);
    web.clock.at(TOO_LATE);
    expect(await refusalOf(start)).toEqual(['applications.period-over']);
    web.clock.at(LAST_MOMENT);
    expect(await refusalOf(start)).toEqual([]);
  });

  it('shows both sides what is left, and the moment itself', async () => {
    const id = await aFullDraft(await aPublishedProgram(web, clerk));
    web.clock.at('2026-05-26T19:00');
    const officer = await as('mikuni-hanako');
    const tasks = await officer.get(`/ogori/committee/applications/${id}`);
    expect(tasks.text).toContain('あと3日5時間');
    expect(tasks.text).toContain('令和8年5月29日24時まで');
    expect((await officer.get('/ogori/committee')).text).toContain('締切：令和8年5月29日24時まで（あと3日5時間）');
    web.clock.at(TOO_LATE);
    const over = await (await as('mikuni-hanako')).get(`/ogori/committee/applications/${id}`);
    expect(over.text).toContain('過ぎました');
    const check = await (await as('mikuni-hanako')).get(`/ogori/committee/applications/${id}/check`);
    expect(check.text).toContain('受付は令和8年5月29日24時に終わりました');
  });

  it('moves for everyone at once when an extension is published, and the edition stays as it was', async () => {
    const program = await aPublishedProgram(web, clerk);
    const [mine, theirs] = [await aFullDraft(program), await aFullDraft(program, neighbour)];
    web.clock.at('2026-05-30T09:00');
    const page = await periodPage(program);
    const form = page.form('延長を公表する');
    const reason = '5月29日の夜にシステムの障害があったため';
    const empty = await form.fill({ closesOn: '令和8年5月29日', closesTime: '25時' }).submit();
    expect(empty.status).toBe(422);
    expect(empty.errors).toContain('延長するときは、内容を確かめた印を付けてください。');
    const noTime = await empty.form('延長を公表する').fill({ confirmed: 'yes', extensionReason: reason }).submit();
    expect(noTime.errors).toEqual(['時刻は「17:00」または「17時」のように、0時から23時59分までで入力してください。']);
    const past = await noTime.form('延長を公表する').fill({ closesTime: '', confirmed: 'yes' }).submit();
    expect(past.errors).toEqual(['新しい締切は、いまより後の日時を入力してください。']);
    const published = await past
      .form('延長を公表する')
      .fill({ closesOn: '令和8年6月1日', closesTime: '１２時', confirmed: 'yes' })
      .submit();
    expect(published.text).toContain('延長を公表しました');
    expect(published.text).toContain('令和8年6月1日12時');
    await web.drainOutbox();

    for (const [name, id] of [
      ['mikuni-hanako', mine],
      ['tateishi-hanako', theirs],
    ] as const) {
      const officer = await as(name);
      for (const path of ['committee', `committee/applications/${id}`]) {
        const shown = await officer.get(`/ogori/${path}`);
        expect(shown.text).toContain('受付期間が延長されました');
        expect(shown.text).toContain(reason);
      }
    }
    const [line] = await web.sql<{ due: string }>(`SELECT due_on::text AS due FROM cases WHERE id = $1`, [mine]);
    expect(line).toEqual({ due: '2026-06-01' });
    const [kept] = await web.sql<{ closes: string }>(
      `SELECT closes_on::text AS closes FROM program_versions WHERE id = $1`,
      [program.versionId],
    );
    expect(kept).toEqual({ closes: CLOSING });
    const [trail] = await web.sql<{ detail: unknown }>(
      `SELECT detail FROM audit_entries WHERE action = 'program-version.acceptance-extended' AND subject_id = $1`,
      [program.versionId],
    );
    expect(trail?.detail).toEqual({ closesOn: '2026-06-01', closesTime: '12:00', reason });

    web.clock.at('2026-06-01T11:59:59.999');
    await submitApplication(web, ours.officer, mine);
    web.clock.at('2026-06-01T12:00');
    expect(await refusalOf(submitApplication(web, neighbour.officer, theirs))).toEqual(['applications.period-over']);
    const review = await (await as('tanto1')).get(`/ogori/staff/applications/${mine}`);
    expect(review.text).toContain('受付期間は令和8年4月1日から令和8年6月1日12時まで（延長後）です。');
    await expect(web.sql(`UPDATE program_extensions SET reason = 'x'`)).rejects.toThrow('append-only');
  });

  it('is extended by promotion staff, later and never earlier', async () => {
    const program = await aPublishedProgram(web, clerk);
    const { versionId } = program;
    web.clock.at('2026-05-20');
    const chief = await staffActor(web, towns.ogori, 'kacho');
    const extend = (who: StaffActor, day: string): Promise<void> =>
      web
        .get(ExtendAcceptance)
        .execute(who, { versionId, closes: { day: localDate(day), time: null }, reason: '障害のため' });
    expect(() => extend(chief, '2026-06-05')).toThrow('common.forbidden');
    await extend(clerk, '2026-06-05');
    expect(await refusalOf(extend(clerk, '2026-06-05'))).toEqual(['programs.extension-not-later']);
    expect(await refusalOf(extend(clerk, '2026-06-04'))).toEqual(['programs.extension-not-later']);
    await extend(clerk, '2026-06-10');
    expect((await periodPage(program)).text).toContain('令和8年6月10日24時まで');
  });

  it('lets one organisation come late with one draft, on the record, and nobody else', async () => {
    const program = await aPublishedProgram(web, clerk);
    const [mine, theirs] = [await aFullDraft(program), await aFullDraft(program, neighbour)];
    web.clock.at('2026-06-01');
    const form = (await periodPage(program)).form('期限後の受付を認める');
    const refused = await form.fill({ untilOn: '令和8年5月29日' }).submit();
    expect(refused.errors).toEqual(['どの団体のどの申請に認めるかを選んでください。']);
    const early = await refused
      .form('期限後の受付を認める')
      .fill({ whom: `application:${mine}`, lateReason: '会長の急病のため' })
      .submit();
    expect(early.errors).toEqual(['いつまで受け付けるかは、今日以後の日を入力してください。']);
    const allowed = await early.form('期限後の受付を認める').fill({ untilOn: '令和8年6月3日' }).submit();
    expect(allowed.text).toContain('期限後の受付を認めました');

    const home = await (await as('mikuni-hanako')).get('/ogori/committee');
    expect(home.text).toContain('締切のあとの受付が認められています');
    web.clock.at('2026-06-03T23:59:59.999');
    expect(await refusalOf(submitApplication(web, neighbour.officer, theirs))).toEqual(['applications.period-over']);
    await submitApplication(web, ours.officer, mine);
    const review = await (await as('tanto1')).get(`/ogori/staff/applications/${mine}`);
    expect(review.text).toContain('期限後に受け付けた申請です');
    expect(review.text).toContain('期限後の受付を認めました（令和8年6月1日、');
    expect(await checkHtml(review.html)).toEqual([]);
    await passReview(web, clerk, mine);
  });

  it('takes a paper by the day on which it arrived, entered by staff for the organisation and marked so', async () => {
    web.clock.at('2026-04-20');
    const program = await aProjectProgram(web, clerk);
    const online = await startApplication(web, ours.officer, program);
    web.clock.at('2026-06-01');
    const staff = await as('tanto1');
    const organization = await staff.get(`/ogori/staff/organizations/${ours.id}`);
    const chosen = (await organization.click('紙の申請を入力する')).form('入力を始める');
    expect(chosen.value('organizationId')).toBe(ours.id);
    const blank = await staff.get(`/ogori/staff/paper?programVersionId=${program.versionId}`);
    expect(await checkHtml(blank.html)).toEqual([]);
    const begin = (from: Page, receivedOn: string): Promise<Page> =>
      from.form('入力を始める').fill({ organizationId: ours.id, receivedOn }).submit();
    const ahead = await begin(blank, '令和8年6月2日');
    expect(ahead.errors).toEqual(['収受日には、今日か、それより前の日を入力してください。']);
    const late = await begin(ahead, '令和8年5月30日');
    expect(late.errors.join('')).toContain(
      '収受日が受付期間（令和8年4月1日から令和8年5月29日24時まで）に入っていません',
    );
    const tasks = await begin(late, '令和8年5月29日');
    const id = tasks.path.split('/').at(-1) ?? '';
    expect(tasks.text).toContain(`代理入力 ${ours.name}の紙の申請（令和8年5月29日 収受）`);
    // The paper came in time: that the period is over by now is no concern of its entry.
    expect(tasks.text).not.toContain('過ぎました');
    expect(await checkHtml(tasks.html)).toEqual([]);
    expect((await staff.get('/ogori/staff/queue?waiting=promotion')).text).toContain('紙で受付');

    const officer = await as('mikuni-hanako');
    const waiting = await officer.get(`/ogori/committee/applications/${id}`);
    expect(waiting.status).toBe(409);
    expect(waiting.text).toContain('担当課が紙の申請書を入力しています');
    expect(await refusalOf(saveSection(web, ours.officer, id, 'project', {}))).toEqual(['applications.being-entered']);
    for (const part of ['', '/check', '/budget', '/form/project', '/withdrawal']) {
      expect((await staff.get(`/ogori/staff/paper/${online}${part}`)).status).toBe(404);
      expect((await (await as('tateishi-hanako')).get(`/ogori/staff/paper/${id}${part}`)).status).toBe(404);
    }

    await fillApplication(web, clerk, id);
    const incomplete = await staff.get(`/ogori/staff/paper/${id}/check`);
    expect(incomplete.text).toContain('受付までに、あと1か所あります');
    expect(
      await faultsSeenBy('tanto1', [
        '/ogori/staff/paper',
        ...['', '/form/paper-original', '/check'].map((part) => `/ogori/staff/paper/${id}${part}`),
      ]),
    ).toEqual([]);
    expect(incomplete.text).toContain('「紙の申請書の写し」のファイルを添えてください。');
    const scan = { fileName: '届いた紙.png', mediaType: 'image/png', bytes: aPicture().bytes };
    const checked = await (
      await staff.get(`/ogori/staff/paper/${id}/form/paper-original`)
    )
      .form()
      .fill({ 'form[paper-scan]': scan })
      .submit('保存して次へ');
    expect(checked.heading).toBe('内容を確かめて受け付ける');
    const review = await checked.form('この内容で受け付ける').submit();
    expect(review.path).toBe(`/ogori/staff/applications/${id}`);
    expect(review.text).toContain('紙で受け付けた申請です');
    expect(review.text).toContain('令和8年5月29日 収受');
    expect(review.text).toContain('届いた紙.png');
    expect(await checkHtml(review.html)).toEqual([]);
    expect(await applicationOf(web, clerk, id)).toMatchObject({
      ...{ receivedOn: '2026-05-29', lateAcceptanceId: null },
      paper: { receivedOn: '2026-05-29', enteredBy: clerk.name },
    });
    const sent = await officer.get(`/ogori/committee/applications/${id}`);
    expect(sent.text).toContain('紙で受付・代理入力');

    await review
      .form()
      .fill({ 'points[form][title]': '会場の名前も入れてください。', correctBy: '令和8年6月12日' })
      .submit('指摘を送って差し戻す');
    const papers = await officer.get(`/ogori/committee/applications/${id}/form/paper-original`);
    expect(papers.text).toContain('届いた紙.png');
    expect(papers.texts('button').join('')).not.toContain('外す');
    const mending = await staff.get(`/ogori/staff/paper/${id}/form/project`);
    await mending.form().fill({ 'form[title]': '校区公民館での講座' }).submit('保存して一覧に戻る');
    const again = await staff.get(`/ogori/staff/paper/${id}/check`);
    expect((await again.form('この内容で受け付ける').submit()).text).toContain('校区公民館での講座');
    expect(await applicationOf(web, clerk, id)).toMatchObject({ round: 2, receivedOn: '2026-05-29' });
  });

  it('takes a paper by the edition of its day: a later one neither reaches it nor is where it begins', async () => {
    web.clock.at('2026-05-01');
    const program = await aProjectProgram(web, clerk);
    web.clock.at('2026-05-11');
    const enter = async (edition: string, receivedOn: string): Promise<Page> => {
      const page = await (await as('tanto1')).get(`/ogori/staff/paper?programVersionId=${edition}`);
      return page.form('入力を始める').fill({ organizationId: ours.id, receivedOn }).submit();
    };
    const idOf = (page: Page): string => page.path.split('/').at(-1) ?? '';
    const begunBefore = idOf(await enter(program.versionId, '令和8年5月10日'));
    const { versionId } = await web.get(PrepareNextVersion).execute(clerk, program);
    await web.get(PublishProgramVersion).execute(clerk, { versionId, version: 1 });
    await web.drainOutbox();
    web.clock.at('2026-05-12');
    const before = await enter(versionId, '令和8年5月10日');
    const onTheDay = await enter(versionId, '令和8年5月11日');
    const earlier = await (await as('tanto1')).get(`/ogori/staff/paper/${begunBefore}`);
    for (const page of [earlier, before]) {
      expect(page.text).toContain('収受日に公開されていた版で入力します');
      expect(page.text).toContain('今の第2版は、令和8年5月11日に公開されました。');
      expect(await checkHtml(page.html)).toEqual([]);
    }
    expect(onTheDay.text).not.toContain('収受日に公開されていた版で入力します');
    const editionOf = async (id: string): Promise<string> =>
      (await draftOf(web, clerk, id)).application.programVersionId;
    expect(await Promise.all([begunBefore, idOf(before), idOf(onTheDay)].map(editionOf))).toEqual([
      program.versionId,
      program.versionId,
      versionId,
    ]);
  });

  it('lets one organisation begin after the end, where staff allowed the whole programme', async () => {
    const program = await aPublishedProgram(web, clerk);
    const { versionId } = program;
    web.clock.at('2026-06-01');
    const untilOn = localDate('2026-06-05');
    await web
      .get(AllowLateSubmission)
      .execute(clerk, { versionId, organizationId: ours.id, applicationId: null, untilOn, reason: '届けの行き違い' });
    const start = (who: TestOrganization): Promise<unknown> =>
      web.get(StartApplication).execute(who.officer, { programVersionId: versionId, requestId: randomUUID() });
    expect(await refusalOf(start(neighbour))).toEqual(['applications.period-over']);
    const officer = await as('mikuni-hanako');
    const list = await officer.get('/ogori/committee/applications');
    expect(list.text).toContain('締切のあとの受付が認められています');
    expect(await checkHtml(list.html)).toEqual([]);
    const begun = await (
      await officer.get(`/ogori/committee/applications/new/${versionId}`)
    )
      .form('申請を始める')
      .submit();
    const id = begun.path.split('/').at(-1) ?? '';
    await fillApplication(web, ours.officer, id);
    await submitApplication(web, ours.officer, id);
    expect(await applicationOf(web, clerk, id)).toMatchObject({ receivedOn: '2026-06-01' });
    web.clock.at('2026-06-06');
    expect((await (await as('mikuni-hanako')).get('/ogori/committee/applications')).text).not.toContain(
      '締切のあとの受付が認められています',
    );
  });

  it('refuses a late act that helps nobody: another organisation’s draft, a sent one, staff without the duty', async () => {
    web.clock.at('2026-04-20');
    const program = await aPublishedProgram(web, clerk);
    const [sent, draft] = [
      await aSubmittedApplication(web, ours.officer, program),
      await aFullDraft(program, neighbour),
    ];
    const command = { versionId: program.versionId, untilOn: localDate('2026-06-30'), reason: '行き違い' };
    const allow = (organizationId: string, applicationId: string | null, who = clerk): Promise<void> =>
      web.get(AllowLateSubmission).execute(who, { ...command, organizationId, applicationId });
    expect(await refusalOf(allow(ours.id, sent))).toEqual(['applications.late-already-sent']);
    expect(await refusalOf(allow(ours.id, draft))).toEqual(['common.not-found']);
    const chief = await staffActor(web, towns.ogori, 'kacho');
    expect(() => allow(ours.id, null, chief)).toThrow('common.forbidden');
  });

  it('marks an overdue correction in the queue, and still takes it', async () => {
    const program = await aPublishedProgram(web, clerk);
    web.clock.at('2026-05-20');
    const id = await aSubmittedApplication(web, ours.officer, program);
    const page = await (await as('tanto1')).get(`/ogori/staff/applications/${id}`);
    await page
      .form()
      .fill({ 'points[form][aim]': '書き足してください。', correctBy: '令和8年6月3日' })
      .submit('指摘を送って差し戻す');
    web.clock.at('2026-06-02T21:00');
    const home = await (await as('mikuni-hanako')).get('/ogori/committee');
    expect(home.text).toContain('補正の期限：令和8年6月3日24時まで（あと1日3時間）');
    const staff = await as('tanto1');
    expect((await staff.get(`/ogori/staff/applications/${id}`)).text).toContain('あと1日3時間');
    web.clock.at('2026-06-04T00:00');
    const queue = await (await as('tanto1')).get('/ogori/staff/queue?waiting=all&phase=returned');
    expect(queue.text).toContain('補正の期限切れ');
    const { points, digest: checkedDigest } = await draftOf(web, ours.officer, id);
    const mend = await (await as('mikuni-hanako')).get(`/ogori/committee/applications/${id}/form/plan`);
    expect((await (await as('mikuni-hanako')).get('/ogori/committee')).text).toContain('期限切れ');
    await mend
      .form()
      .fill({ [`pointAnswers[${points[0]?.id ?? ''}]`]: '書き足しました。' })
      .submit('保存して一覧に戻る');
    const command = { applicationId: id, requestId: '00000000-0000-4000-8000-000000000001', checkedDigest };
    expect(await web.get(SubmitApplication).execute(ours.officer, command)).toMatchObject({ round: 2 });
  });

  it('is withdrawn once, for a reason, naming what will happen', async () => {
    web.clock.at('2026-05-20');
    const id = await aSubmittedApplication(web, ours.officer, await aPublishedProgram(web, clerk));
    const officer = await as('mikuni-hanako');
    const page = await (await officer.get(`/ogori/committee/applications/${id}`)).click('この申請を取り下げる');
    expect(page.text).toContain('審査は終わります');
    const unticked = await page.form('申請を取り下げる').fill({ reason: '会場が使えなくなったため' }).submit();
    expect(unticked.errors).toEqual(['取り下げるときは、確認の印を付けてください。']);
    const blank = await unticked.form('申請を取り下げる').fill({ reason: ' ', confirmed: 'yes' }).submit();
    expect(blank.errors).toEqual(['取り下げる理由を入力してください。担当課が読みます。']);
    const done = await blank
      .form('申請を取り下げる')
      .fill({ reason: unticked.form('申請を取り下げる').value('reason') ?? '', confirmed: 'yes' })
      .submit();
    expect(done.text).toContain('申請を取り下げました。');
    const sent = await officer.get(`/ogori/committee/applications/${id}`);
    expect(sent.text).toContain('取り下げられた申請です');
    expect(sent.text).not.toContain('この申請を取り下げる');
    const review = await (await as('tanto1')).get(`/ogori/staff/applications/${id}`);
    expect(review.text).toContain('理由：会場が使えなくなったため');
    expect(await checkHtml(review.html)).toEqual([]);
  });

  it('offers the next project of the year until it is full, and a double click begins one', async () => {
    web.clock.at('2026-04-20');
    const program = await aProjectProgram(web, clerk, { perYear: { most: 2, article: '交付規則第6条' } });
    const officer = await as('tateishi-hanako');
    const offer = `/ogori/committee/applications/new/${program.versionId}`;
    const form = (await officer.get(offer)).form('申請を始める');
    const [first, again] = [await form.submit(), await form.submit()];
    expect(again.path).toBe(first.path);
    const section = await first.click('事業の内容');
    await section.form().fill({ 'form[title]': '夏の踊りの夕べ' }).submit('保存して一覧に戻る');
    const named = await officer.get(first.path);
    expect(named.heading).toBe('夏の踊りの夕べ');

    const list = await officer.get('/ogori/committee/applications');
    expect(list.text).toContain('夏の踊りの夕べ（令和8年度 事業補助金）');
    expect(list.text).toContain('あと1件まで申請できます（交付規則第6条）');
    const second = await officer.get(offer);
    expect(second.text).toContain('夏の踊りの夕べ（作成中）');
    expect(await checkHtml(second.html)).toEqual([]);
    const other = await second.form('申請を始める').submit();
    expect(other.path).not.toBe(first.path);
    const full = await officer.get(offer);
    expect(full.text).toContain('1つの団体が申請できるのは2件までです（交付規則第6条）');
    expect(full.text).not.toContain('申請を始める');
    const refused = await second.form('申請を始める').submit();
    expect(refused.path).toBe(other.path);
  });
});
