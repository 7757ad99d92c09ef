import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { StaffActor } from '../../src/kernel/actor.js';
import { localDate } from '../../src/kernel/local-date.js';
import { readWorkbook } from '../../src/platform/excel/index.js';
import { DownloadInquiryList, Inquiries } from '../../src/reviews/index.js';
import {
  aPublishedProgram,
  aSubmittedApplication,
  passReview,
  type TestProgram,
  plainChecklist,
} from '../support/builders/applications.js';
import { aRegisteredOrganization, type TestOrganization } from '../support/builders/organizations.js';
import { openTowns, signIn, staffActor, type Towns } from '../support/builders/staff.js';
import { checkHtml } from '../support/html-check.js';
import { openWeb, type Visitor, type Web } from '../support/index.js';
import { refusalOf } from '../support/refusal.js';

describe('照会名簿: opened by few, for a reason, on the record', () => {
  let web: Web;
  let towns: Towns;
  let holder: StaffActor;
  let clerk: StaffActor;
  let organization: TestOrganization;
  let program: TestProgram;
  let applicationId: string;

  beforeAll(async () => {
    web = await openWeb({ at: '2026-04-20' });
    towns = await openTowns(web);
    clerk = await staffActor(web, towns.ogori, 'tanto1');
    holder = await staffActor(web, towns.ogori, 'tanto2');
    organization = await aRegisteredOrganization(web, clerk, { name: '=味坂校区の会', district: '味坂校区' });
    const checklist = plainChecklist();
    const item = { id: 'inquiry', text: '暴力団に当たらない', article: '', automatic: 'pledge-inquiry' } as const;
    program = await aPublishedProgram(web, clerk, { checklist: [...checklist, item] });
    applicationId = await aSubmittedApplication(web, organization.officer, program);
  });

  afterAll(() => web.close());

  const as = async (signInName: string): Promise<Visitor> => {
    const visitor = web.visitor();
    await signIn(visitor, towns.ogori, signInName);
    return visitor;
  };
  const trail = (): Promise<{ name: string; detail: unknown }[]> =>
    web.sql(
      `SELECT actor_name AS name, detail FROM audit_entries WHERE action = 'inquiry-list.downloaded' ORDER BY id`,
    );

  it('does not open to anyone whose post does not hold it: no page, no list, no link', async () => {
    for (const who of ['tanto1', 'kacho', 'kansa', 'kanri']) {
      const visitor = await as(who);
      const page = await visitor.get('/ogori/staff/inquiries');
      expect([who, page.status]).toEqual([who, 403]);
      expect((await visitor.get(`/ogori/staff/inquiries/${program.versionId}`)).status).toBe(403);
      expect((await visitor.get('/ogori/staff/programs')).text).not.toContain('照会');
    }
    const command = { versionId: program.versionId, format: 'csv', reason: '照会のため' } as const;
    await expect(web.get(DownloadInquiryList).execute(clerk, command)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(web.get(DownloadInquiryList).execute(organization.officer, command)).rejects.toMatchObject({
      kind: 'forbidden',
    });
    expect(await trail()).toEqual([]);
  });

  it('hands the officers out as CSV and Excel for a stated reason, and notes each time who, why and how many', async () => {
    const visitor = await as('tanto2');
    const list = await (await visitor.get('/ogori/staff/queue')).click('照会');
    const page = await list.click(program.document.name);
    expect(page.text).toContain(organization.name);
    expect(page.text).not.toContain('見本 花子');
    expect(await checkHtml(list.html)).toEqual([]);
    expect(await checkHtml(page.html)).toEqual([]);
    const refused = await page.form('CSVで取り出す').submit('CSVで取り出す');
    expect(refused.errors).toEqual(['名簿を取り出す理由を入力してください。操作の記録に残ります。']);
    const reason = '小郡警察署への照会のため';
    const csv = await page.form('CSVで取り出す').fill({ reason }).submit('CSVで取り出す');
    const lines = csv.bytes.toString('utf8');
    expect(lines).toContain(`'${organization.name},会長,見本 花子,`);
    const excel = await web
      .get(DownloadInquiryList)
      .execute(holder, { versionId: program.versionId, format: 'excel', reason });
    const [sheet] = await readWorkbook(excel.bytes);
    expect(sheet?.rows[1]?.slice(0, 3)).toEqual([organization.name, '会長', '見本 花子']);
    expect(await trail()).toEqual([
      { name: holder.name, detail: { reason, format: 'csv', count: 1, officers: 1 } },
      { name: holder.name, detail: { reason, format: 'excel', count: 1, officers: 1 } },
    ]);
  });

  it('keeps the review open until the answer is in, and tells the review nothing but that', async () => {
    expect(await refusalOf(passReview(web, clerk, applicationId))).toEqual(['reviews.automatic-item-not-fulfilled']);
    const visitor = await as('tanto2');
    const page = await visitor.get(`/ogori/staff/inquiries/${program.versionId}`);
    const form = page.form('選んだ申請の照会を記録する');
    const empty = await form.fill({ askedOn: '令和8年4月21日', answer: 'waiting' }).submit();
    expect(empty.errors).toEqual([
      '照会を記録する申請を1件以上選んでください。',
      '照会した日は今日までの日を入力してください。',
    ]);
    const noted = await empty
      .form('選んだ申請の照会を記録する')
      .fill({ 'applicationIds[]': [applicationId], askedOn: '令和8年4月20日', answer: 'waiting' })
      .submit();
    expect(noted.text).toContain('回答待ち');
    expect(await refusalOf(passReview(web, clerk, applicationId))).toEqual(['reviews.automatic-item-not-fulfilled']);
    const record = { versionId: program.versionId, applicationIds: [applicationId], askedOn: localDate('2026-04-20') };
    await web.get(Inquiries).record(holder, { ...record, answer: 'clear' });
    const review = await (await as('tanto1')).get(`/ogori/staff/applications/${applicationId}`);
    expect(review.text).toContain('令和8年4月20日に照会し、該当なしの回答がありました。');
    await passReview(web, clerk, applicationId);
    await expect(web.sql(`UPDATE pledge_inquiries SET answer = 'clear'`)).rejects.toThrow('append-only');
  });

  it('asks about nobody who did not pledge', async () => {
    const form = program.document.form.filter(({ id }) => id !== 'pledges');
    const silent = await aPublishedProgram(web, clerk, { form });
    const id = await aSubmittedApplication(web, organization.officer, silent);
    const { applications } = await web.get(Inquiries).view(holder, silent.versionId);
    expect(applications).toMatchObject([{ applicationId: id, pledged: false }]);
    const record = { versionId: silent.versionId, applicationIds: [id], askedOn: localDate('2026-04-20') };
    expect(await refusalOf(web.get(Inquiries).record(holder, { ...record, answer: 'waiting' }))).toEqual([
      'common.not-found',
    ]);
    const list = { versionId: silent.versionId, format: 'csv', reason: '照会のため' } as const;
    expect(await refusalOf(web.get(DownloadInquiryList).execute(holder, list))).toEqual(['reviews.nobody-to-inquire']);
  });

  it('a post for inquiries alone opens the list and nothing else', async () => {
    await web.sql(
      `UPDATE post_holdings SET until_on = '2026-04-19' WHERE staff_id = $1 AND post_id IN (SELECT id FROM posts WHERE 'promotion' = ANY (duties))`,
      [holder.staffId],
    );
    const visitor = web.visitor();
    const home = await signIn(visitor, towns.ogori, 'tanto2');
    expect(home.heading).toBe('暴力団排除の照会');
    expect(home.text).not.toContain('案件');
    expect((await visitor.get(`/ogori/staff/inquiries/${program.versionId}`)).status).toBe(200);
    expect((await visitor.get('/ogori/staff/queue')).status).toBe(403);
  });
});
