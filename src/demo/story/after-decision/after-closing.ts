import { PROJECT_GRANT } from '../apply-project.js';
import type { CastOrganization } from '../cast.js';
import type { Hall } from '../decide.js';
import { paperName, type Folder, type Paper } from '../papers-of-the-year.js';
import { went, type Troupe } from '../troupe.js';

/** 過年度支出: what was still owed when the year was closed, as the accounting of the new year paid it. */
export interface LaterPayment {
  readonly amount: number;
  readonly paidOn: string;
  /** The decision and the budget line. */
  readonly basis: string;
  readonly slipNumber: string;
}

/** The clerk asks to have it paid from the budget of the new year, and the treasury confirms the slip of finance. */
export async function payFromNewYear(
  troupe: Troupe,
  hall: Hall,
  cast: CastOrganization,
  { amount, paidOn, basis, slipNumber }: LaterPayment,
): Promise<void> {
  const officer = await troupe.as(cast.signInName);
  const grant = went(await went(await officer.get(troupe.path('committee/grants'))).click(PROJECT_GRANT));
  const path = `${grant.url.pathname.replace('/committee/', '/staff/')}/past-year-payment`;
  const form = went(await (await troupe.as(hall.clerk)).get(path)).form(path);
  went(await form.fill({ ground: 'past-year', amount: amount.toLocaleString('ja-JP'), basis }).submit());
  const list = went(await (await troupe.as(hall.checker)).get(troupe.path('treasury/later-payments')));
  const order = went(await list.click(cast.name));
  went(await order.form('支払を確かめて記録する').fill({ paidOn, slipNumber }).submit());
}

/** Who takes the evidence of a grant. */
const AUDITOR = 'kansa';

/** 証拠書類 of this organisation's project, and 支払一覧 of the year: from them the year can be worked out again. */
export async function takeEvidence(troupe: Troupe, cast: CastOrganization, folder: Folder): Promise<Paper> {
  const auditor = await troupe.as(AUDITOR);
  const list = went(await auditor.get(troupe.path('staff/year/2026/evidence')));
  const row = list.$(`tr:contains("${cast.name}"):contains("${PROJECT_GRANT}") a[href*="/evidence/"]`).first();
  return folder.keep(paperName('evidence', troupe, cast, 'zip'), went(await auditor.get(row.attr('href') ?? '')).bytes);
}
