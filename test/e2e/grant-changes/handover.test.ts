import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { unzipSync } from 'fflate';
import { RepaymentDemands } from '../../../src/repayments/index.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import { yen } from '../../../src/kernel/yen.js';
import { anOfficerAccount } from '../../support/builders/applications.js';
import { approveByAll } from '../../support/builders/approvals.js';
import { GrantsInJune, reviewOf } from '../../support/builders/grants-in-june.js';
import { checkHtml } from '../../support/html-check.js';
import { mailsOf } from '../../support/mails.js';

const OFFICERS = '/ogori/committee/organization/officers';
const SUCCESSOR = {
  ...{ role: '会長', name: '見本 次郎', phone: '0942-00-0001' },
  ...{ termFrom: '令和8年6月1日', termUntil: '令和10年5月31日', isRepresentative: 'yes' },
};

describe('a grant that survives its officers', () => {
  let june: GrantsInJune;

  beforeAll(async () => {
    june = await GrantsInJune.open();
  });

  afterAll(async () => {
    expect(await june.close()).toBe(true);
  });

  it('new officers find what is open; the representative changes by a draft, and letters bear the name of their day', async () => {
    const issued = await june.aGrant();
    const { organization, grantId, applicationId } = issued;
    const mail = `mihon-${issued.signInName}@example.jp`;
    await june.web.sql('UPDATE organizations SET mail = $1 WHERE id = $2', [mail, organization.id]);
    const first = await june.as(issued.signInName);
    const staff = await june.as('tanto1');

    // what is open when spring comes: a change and a report at the town, one report to write, one to put right, money to pay back
    const check = await june.amend(first, issued, {
      ...{ meetings: 210_000, publicity: 90_000, dues: 100_000 },
      increase: true,
    });
    await check.form('この内容で変更の承認を申請する').submit();
    const report = async (kind: 'progress' | 'accident', fields: Readonly<Record<string, string>>) => {
      const form = await first.get(`/ogori/committee/grants/${grantId}/reports/${kind}`);
      return form.form('この内容で提出する').fill(fields).submit();
    };
    await report('progress', { happening: '説明会を開きました。' });
    const returned = await report('accident', { happening: '大雨がありました。', outlook: '延期します。' });
    await (
      await staff.get(returned.path.replace('committee', 'staff'))
    )
      .form('差し戻す')
      .fill({ note: '延期した日を書いてください。', correctBy: '令和8年6月30日' })
      .submit('差し戻す');
    await (
      await staff.get(`/ogori/staff/grants/${grantId}`)
    )
      .form('提出を求める')
      .fill({ kind: 'progress', dueOn: '令和8年7月10日', request: '夏の行事のようすを知らせてください。' })
      .submit();
    await askBack(grantId);

    // 見本 次郎 follows 見本 花子: on the list at once, the representative when the town has confirmed it
    const added = await (await first.get(`${OFFICERS}/new`)).form().fill(SUCCESSOR).submit();
    expect(added.text).toContain('代表者の変更を市に届け出ました');
    expect(added.text).toContain('代表者は見本 花子さんのままです');
    expect(await checkHtml(added.html)).toEqual([]);
    const desk = await staff.get('/ogori/staff/changes');
    const told = await desk.clickTo((href) => href.includes('/acknowledgements/representative-change/'));
    expect(await checkHtml(told.html)).toEqual([]);
    expect(told.text).toContain('見本 花子');
    // 補正, told again in its place; taken back, and told once more
    await told
      .form('差し戻す')
      .fill({ note: '任期の始まりを総会の日にしてください。', correctBy: '令和8年6月20日' })
      .submit('差し戻す');
    await june.web.drainOutbox();
    expect(mailsOf(june.web).filter(({ to, subject }) => to === mail && subject.includes('代表者変更届'))).toHaveLength(
      1,
    );
    const task = await (await first.get('/ogori/committee')).click('代表者変更届を直して出す');
    expect(task.text).toContain('任期の始まりを総会の日にしてください。');
    const again = { termFrom: '令和8年5月20日', isRepresentative: 'yes' };
    const sentAgain = await (await task.click('見本 次郎')).form('保存する').fill(again).submit();
    expect(sentAgain.text).toContain('代表者の変更を届け出ています');
    const withdrawn = await sentAgain.form('代表者変更届を取り下げる').submit();
    expect(withdrawn.text).toContain('代表者は変わりません');
    await (await withdrawn.click('見本 次郎')).form('保存する').fill(again).submit();

    const answer = await (
      await staff.get('/ogori/staff/changes')
    ).clickTo((href) => href.includes('/acknowledgements/representative-change/'));
    const draft = await answer.form('起案する').fill({ reply: '' }).submit('起案する');
    expect(draft.texts('table:has(caption:contains("変わるところ")) tbody tr').join()).toContain('見本 次郎');
    await approveByAll(june.web, draft.path.split('/').at(-1) ?? '', ...june.approvers.slice(1));
    const confirmed = await june.issue(staff, answer.path);
    expect(confirmed).toContain('代表者変更登録確認通知書');
    expect(confirmed).toContain('様式第21号');
    expect(confirmed).toContain('会長見本次郎様');
    expect(confirmed).toContain('任期の始まり令和8年5月20日');

    // the letter of what was asked before bears the representative of its own day
    const letter = await june.decide(reviewOf(check), { outcome: 'granted' });
    expect(letter).toContain('会長見本次郎様');

    const { officerId } = await officerNamed(organization.id, '見本 次郎');
    const officer = { ...organization.officer, officerId, name: '見本 次郎' };
    await anOfficerAccount(june.web, { ...organization, officer }, `${issued.signInName}-2`);
    const second = await june.as(`${issued.signInName}-2`);
    const removal = await second.get(`${OFFICERS}/${organization.officer.officerId}/removal`);
    await removal.form('名簿から外す').submit();

    const home = await second.get('/ogori/committee');
    expect(home.text).toContain('会長の見本 花子さんから引き継いだ手続き');
    const page = await home.click('引継ぎのページ');
    expect(await checkHtml(page.html)).toEqual([]);
    for (const open of ['請求書を確かめる', '状況報告書を出す', '事故報告書を直して出す', 'の返還金を納める']) {
      expect(page.text).toContain(open);
    }
    expect(page.text).toContain('市の返事を待っている手続き（1件）');
    expect(page.text).toContain('見本 花子');
    expect((await page.click(june.program.document.name)).text).toContain('いまの交付決定額200,000円');
    // what one began the other finishes
    const mended = await page.click('事故報告書を直して出す');
    expect(mended.text).toContain('延期した日を書いてください。');
    const sent = await mended.form('この内容で提出する').fill({ outlook: '11月3日に延期します。' }).submit();
    expect(sent.text).toContain('見本 次郎');

    const bundle = await (await june.as('kansa')).get(`/ogori/staff/evidence/${applicationId}`);
    expect(Object.keys(unzipSync(bundle.bytes)).join('\n')).toContain('代表者変更登録確認通知書');
  });

  /** The share of what a disposal brought, asked for by a letter. */
  async function askBack(grantId: string): Promise<void> {
    const demandId = await june.web.get(UnitOfWork).run(june.clerk, (tx) =>
      june.web.get(RepaymentDemands).openApart(tx, {
        ...{ grantId, cause: 'disposal', causeId: randomUUID(), amount: yen(5000) },
        ...{ note: '見本の備品の売却の収入', article: '交付規則第15条（見本）' },
      }),
    );
    const staff = await june.as('tanto1');
    const at = `/ogori/staff/repayments/${demandId}`;
    const draft = await (await staff.get(at)).form('納付通知を起案する').submit();
    expect(draft.errors).toEqual([]);
    await approveByAll(june.web, draft.path.split('/').at(-1) ?? '', ...june.approvers);
    await (await staff.get(at)).form('納付通知書を施行する').fill({ dueOn: '令和8年7月31日' }).submit();
    await june.web.drainOutbox();
  }

  async function officerNamed(organizationId: string, name: string): Promise<{ officerId: string }> {
    const [row] = await june.web.sql<{ officerId: string }>(
      'SELECT id AS "officerId" FROM organization_officers WHERE organization_id = $1 AND name = $2',
      [organizationId, name],
    );
    if (!row) throw new Error(`no officer ${name}`);
    return row;
  }
});
