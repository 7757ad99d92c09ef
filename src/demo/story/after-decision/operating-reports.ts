import { OPERATING_GRANT } from '../apply.js';
import type { CastOrganization } from '../cast.js';
import type { Hall } from '../decide.js';
import { went, type Troupe } from '../troupe.js';
import { endInspection, reportOf } from './reports.js';
import { digitsOf } from './tables.js';

const DONE = '総会、役員会、部会、校区だよりの発行、防災訓練の打合せを、計画のとおり行いました。（見本）';
const LESSONS = '行政区をまたいだ顔の見える付き合いが広がりました。来年度は若い世代の役員を増やします。（見本）';

/** The officer reports the year of the organisation: everything was spent as planned. The staff read and accept it. */
export async function reportTheYear(troupe: Troupe, hall: Hall, cast: CastOrganization): Promise<void> {
  const officer = await troupe.as(cast.signInName);
  const at = await reportOf(troupe, cast, OPERATING_GRANT);
  const results = went(await officer.get(`${at}/form/results`)).form('保存して次へ');
  const account = went(await results.fill({ 'form[done]': DONE, 'form[lessons]': LESSONS }).submit('保存して次へ'));
  const form = account.form('保存して次へ');
  for (const row of account.$('tr[data-line]').toArray()) {
    const planned = digitsOf(account.$(row).find('[data-label="予算額"]').text());
    const line = account.$(row).attr('data-line') ?? '';
    if (planned !== '') form.fill({ [`account[${line}][amount]`]: planned });
  }
  went(await form.submit('保存して次へ'));
  const check = went(await officer.get(`${at}/check`));
  went(await check.form('この内容で提出する').submit());
  await endInspection(troupe, hall, cast, OPERATING_GRANT);
}
