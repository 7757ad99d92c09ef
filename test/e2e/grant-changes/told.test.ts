import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import { GrantPapers } from '../../../src/grant-changes/index.js';
import { systemActor, type StaffActor } from '../../../src/kernel/actor.js';
import { localDate } from '../../../src/kernel/local-date.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import { aPublishedProgram } from '../../support/builders/applications.js';
import { approveByAll } from '../../support/builders/approvals.js';
import { aRatedProgram, COSTS } from '../../support/builders/grant-changes.js';
import { GrantsInJune, pathOf, reviewOf } from '../../support/builders/grants-in-june.js';
import { staffActor } from '../../support/builders/staff.js';
import { checkHtml } from '../../support/html-check.js';
import { mailsOf } from '../../support/mails.js';
import { aMorning } from '../../support/morning.js';

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('what is told of a grant', () => {
  let june: GrantsInJune;
  let head: StaffActor;

  beforeAll(async () => {
    june = await GrantsInJune.open();
    head = await staffActor(june.web, june.towns.ogori, 'bucho');
  });

  afterAll(async () => {
    expect(await june.close()).toBe(true);
  });

  /** 起案 on the page of what was told, its posts one after the other, 施行. The letter's text without blanks. */
  async function answer(at: string, reply: string, people: readonly StaffActor[]): Promise<string> {
    const staff = await june.as('tanto1');
    const draft = await (await staff.get(at)).form('起案する').fill({ reply }).submit('起案する');
    expect(draft.errors).toEqual([]);
    await approveByAll(june.web, draft.path.split('/').at(-1) ?? '', ...people);
    return june.issue(staff, at);
  }

  it('a minor change: received by a draft, answered by a numbered letter, kept as evidence; the amount stays', async () => {
    const issued = await june.aGrant();
    const visitor = await june.as(issued.signInName);
    // 20％ of 90,000円 is 18,000円: exactly that is still minor
    const check = await june.amend(visitor, issued, { meetings: 150_000, publicity: 108_000, dues: 98_000 });
    expect(check.text).toContain('軽微な変更の届になります');
    await check.form('この内容で軽微な変更を届け出る').submit();
    const at = reviewOf(check);
    const staff = await june.as('tanto1');
    const review = await staff.get(at);
    expect(review.text).toContain('軽微な変更の届です');
    expect(await checkHtml(review.html)).toEqual([]);
    const draft = await review.form('起案する').fill({ reply: 'チラシを1部送ってください。' }).submit('起案する');
    expect(draft.text).toContain('チラシを1部送ってください。');
    expect(draft.text).toContain('どの増減も、承認が要る割合を超えていない');
    // while it is drafted nobody returns it or takes it back, and it does not hold yet
    const withdrawn = await visitor.send(
      'POST',
      `${june.web.url}/ogori/committee/grants/changes/${at.split('/').at(-1) ?? ''}/withdrawal`,
      [],
    );
    expect([withdrawn.status, withdrawn.text]).toEqual([
      409,
      expect.stringContaining('決裁が始まっているため、取り下げられません'),
    ]);
    expect((await visitor.get(check.path.replace(/\/check$/, ''))).text).toContain('担当課が確かめています');
    await approveByAll(june.web, draft.path.split('/').at(-1) ?? '', ...june.approvers);
    expect((await staff.get('/ogori/staff/changes')).text).toContain('通知書を施行する届出・報告（1件）');
    const letter = await june.issue(staff, at);
    expect(letter).toContain('軽微変更届受理通知書');
    expect(letter).toContain('様式第4号の3（第8条関係）');
    expect(letter).toContain('交付決定額金160,000円（変更なし）');
    expect(letter).toContain('連絡事項チラシを1部送ってください。');
    expect((await june.grantNow(issued)).amountInForce).toBe(160_000n);
    expect(await june.committed(issued)).toBe(160_000n);

    // its number is made void: the notice stays received and waits for another letter
    const number = (await staff.get(at)).texts('a').find((words) => /小コ第/.test(words)) ?? '';
    await (await (await staff.get(at)).click(number)).form('欠番にする').fill({ reason: '宛先を誤ったため' }).submit();
    await june.web.drainOutbox();
    expect((await visitor.get('/ogori/committee/letters')).text).not.toContain('軽微変更届受理');
    expect(await june.issue(staff, at)).toContain('軽微変更届受理通知書');

    // the organisation has it in its inbox, whoever holds the paper can check it, and so does the auditor
    const told = await visitor.get(check.path.replace(/\/check$/, ''));
    expect(told.text).toContain('届が受理されました');
    expect((await told.click('通知書を見る')).text).toContain('軽微変更届受理通知書');
    const [{ code } = { code: '' }] = await june.web.sql<{ code: string }>(
      `SELECT check_code AS code FROM letters WHERE kind = 'minor-change' AND organization_id = $1 AND voided_at IS NULL`,
      [issued.organization.id],
    );
    expect((await june.web.visitor().get(`/ogori/check/${code}`)).text).toContain('いまも有効です');
    const bundle = await (await june.as('kansa')).get(`/ogori/staff/evidence/${issued.applicationId}`);
    const names = Object.keys(unzipSync(bundle.bytes)).join('\n');
    expect(names).toContain('軽微変更届受理通知書');
    expect(names).toMatch(/決裁文書\/(.|\n)*決裁文書\//);

    // the next amendment begins with what was received
    const again = await (await visitor.get(pathOf(issued))).form('変更の届出・申請を始める').submit();
    const budget = await again.click('収支予算書');
    expect(budget.form('保存して次へ').value(`budget[${COSTS.publicity}][amount]`)).toBe('108000');
    await june.web.drainOutbox();
  });

  it('a 状況報告書: asked for, returned, put right, confirmed by the 課長 and by a letter', async () => {
    const issued = await june.aGrant();
    const staff = await june.as('tanto1');
    const ask = (await staff.get(`/ogori/staff/grants/${issued.grantId}`)).form('提出を求める');
    ask.fill({ dueOn: '令和8年7月10日', request: '春の行事のようすを知らせてください。' });
    await ask.submit();
    await ask.submit();
    const visitor = await june.as(issued.signInName);
    const page = await visitor.get(pathOf(issued));
    expect(page.text).toContain('令和8年7月10日');
    const form = await page.click('状況報告書');
    expect(await checkHtml(form.html)).toEqual([]);
    const wrong = await form.form('この内容で提出する').fill({ asOf: '令和9年1月1日', happening: '' }).submit();
    expect(wrong.errors).toEqual([
      'これから先の日の報告はできません。今日までの日を入力してください。',
      'これまでに行ったことを入力してください。',
    ]);
    const sent = await wrong
      .form('この内容で提出する')
      .fill({ asOf: '令和8年6月9日', happening: '説明会を開きました。', spentAmount: '１２，０００円' })
      .submit();
    expect(sent.text).toContain('提出済み');
    expect(sent.text).toContain('12,000円');

    // 補正: it comes back with what was written, becomes a task again, and the answer goes on from there
    const report = await (await staff.get('/ogori/staff/changes')).click('状況報告書');
    expect(await checkHtml(report.html)).toEqual([]);
    const stale = report.form('起案する');
    const unfit = await report.form('差し戻す').fill({ note: '', correctBy: '令和8年6月20日' }).submit('差し戻す');
    expect(unfit.errors).toEqual(['直してほしい点を入力してください。団体の画面とメールに表示されます。']);
    await unfit.form('差し戻す').fill({ note: '参加した人数を書いてください。' }).submit('差し戻す');
    await june.web.drainOutbox();
    const task = await (await visitor.get('/ogori/committee')).click('状況報告書を直して出す');
    expect(task.text).toContain('参加した人数を書いてください。');
    expect(task.form('この内容で提出する').value('happening')).toBe('説明会を開きました。');
    const mended = task.form('この内容で提出する').fill({ happening: '説明会を開き、28人が参加しました。' });
    expect((await mended.submit()).text).toContain('28人が参加しました。');
    // a page that was open before answers nothing any more
    const late = await stale.submit('起案する');
    expect(late.errors).toEqual([expect.stringContaining('変えました')]);
    const letter = await answer(report.path, '', june.approvers.slice(1));
    expect(letter).toContain('状況報告確認通知書');
    expect(letter).toContain('様式第6号の2');
    expect(letter).not.toContain('連絡事項');
    const after = await visitor.get(pathOf(issued));
    expect(after.text).toContain('確認済み');
    expect((await visitor.get('/ogori/committee/letters')).text).toContain('状況報告確認通知書');
  });

  it('an accident: withdrawn and reported anew, answered by an instruction; who bears its name does not decide', async () => {
    const issued = await june.aGrant();
    const staff = await june.as('tanto1');
    const asked = await (
      await staff.get(`/ogori/staff/grants/${issued.grantId}`)
    )
      .form('提出を求める')
      .fill({ kind: 'accident', dueOn: '令和8年6月20日', request: '大雨の影響を知らせてください。' })
      .submit();
    expect(asked.text).toContain('事故報告書の提出を求めました');
    const visitor = await june.as(issued.signInName);
    const report = async (outlook: string) => {
      const form = await (await visitor.get('/ogori/committee')).click('事故報告書');
      expect(form.text).toContain('大雨の影響を知らせてください。');
      return form.form('この内容で提出する').fill({ happening: '大雨で行事を行えませんでした。', outlook }).submit();
    };
    // sent by mistake: what staff asked for is awaited again by the same day
    const first = await report('中止します。');
    expect((await first.form('報告を取り下げる').submit()).text).toContain('報告を取り下げました');
    const sent = await report('11月に延期します。');
    expect(sent.text).toContain('11月に延期します。');

    // the 課長 who is an officer as well has sent it himself: the next post decides
    const [, kacho] = june.approvers;
    await june.web.sql('UPDATE grant_reports SET sent_by = $1 WHERE grant_id = $2', [kacho?.name, issued.grantId]);
    const at = sent.path.replace('committee', 'staff');
    const silent = await (await staff.get(at)).form('起案する').fill({ reply: '' }).submit('起案する');
    expect(silent.errors).toEqual(['団体への指示を入力してください。通知書に書かれます。']);
    const refusal = silent.form('起案する').fill({ reply: '延期した日を、6月30日までに知らせてください。' });
    const draft = await refusal.submit('起案する');
    expect(draft.errors).toEqual([]);
    expect(draft.texts('main').join()).not.toContain(`コミュニティ推進課長　${kacho?.name ?? ''}`);
    const draftId = draft.path.split('/').at(-1) ?? '';
    await approveByAll(june.web, draftId, ...june.approvers.slice(0, 1), head);
    const letter = await june.issue(staff, at);
    expect(letter).toContain('事故報告に対する指示通知書');
    expect(letter).toContain('指示の内容延期した日を、6月30日までに知らせてください。');
    const told = await visitor.get(sent.path);
    expect(told.text).toContain('担当課から指示が出ています');
    expect(told.text).toContain('延期した日を、6月30日までに知らせてください。');
    expect(await checkHtml(told.html)).toEqual([]);
  });

  it('a 状況報告書 that the programme asks for by a day becomes a task with a mail 30 days before, once', async () => {
    const rated = aRatedProgram();
    june.web.clock.at('2026-04-20');
    const { changes } = june.program.document;
    const progressDue = localDate('2026-10-31');
    const asking = await aPublishedProgram(june.web, june.clerk, { ...rated, changes: { ...changes, progressDue } });
    const issued = await june.aGrant(asking);
    const mail = `mihon-${issued.signInName}@example.jp`;
    await june.web.sql('UPDATE organizations SET mail = $1 WHERE id = $2', [mail, issued.organization.id]);
    const told = () => mailsOf(june.web).filter(({ to, subject }) => to === mail && subject.includes('状況報告書'));
    await aMorning(june.web, june.towns.ogori, '2026-09-30');
    expect(told()).toEqual([]);
    for (const day of ['2026-10-01', '2026-10-02']) await aMorning(june.web, june.towns.ogori, day);
    expect(told().map(({ text }) => text)).toEqual([expect.stringContaining('令和8年10月31日まで')]);
    const form = await (await (await june.as(issued.signInName)).get('/ogori/committee')).click('状況報告書');
    await form.form('この内容で提出する').fill({ happening: '説明会を開きました。' }).submit();
    await aMorning(june.web, june.towns.ogori, '2026-10-03');
    expect(
      await june.web.sql('SELECT state, asked_by FROM grant_reports WHERE grant_id = $1', [issued.grantId]),
    ).toEqual([{ state: 'sent', asked_by: '制度の決まり' }]);

    // a virus is found in a paper that goes with a change: the organisation is told where it lies
    const tasks = await (
      await (await june.as(issued.signInName)).get(pathOf(issued))
    )
      .form('変更の届出・申請を始める')
      .submit();
    await june.web
      .get(GrantPapers)
      .addToChange(issued.organization.officer, tasks.path.split('/').at(-1) ?? '', [
        { name: '見積.png', bytes: PICTURE },
      ]);
    const [paper] = await june.web.sql<{ sha256: string }>(`SELECT sha256 FROM grant_papers WHERE name = '見積.png'`);
    const subjectId = paper?.sha256 ?? '';
    await june.web
      .get(UnitOfWork)
      .run(systemActor(june.towns.ogori.id, 'scanner'), (tx) =>
        Promise.resolve(tx.announce({ type: 'FileInfected', subjectId })),
      );
    await june.web.drainOutbox();
    const warned = mailsOf(june.web).filter(({ to, subject }) => to === mail && subject.includes('使えません'));
    expect(warned.map(({ text }) => text)).toEqual([expect.stringContaining(tasks.path)]);
  });
});
