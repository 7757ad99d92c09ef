import type { Page } from '../../visitor/page.js';
import { PROJECT_GRANT } from '../apply-project.js';
import type { CastOrganization } from '../cast.js';
import { approve, untilDrawn, type Hall } from '../decide.js';
import { went, type Troupe } from '../troupe.js';

/** 変更: why, and how often each cost now occurs, by its 摘要. */
export interface Amendment {
  readonly reason: string;
  readonly quantities: Readonly<Record<string, number>>;
  /** What the organisation itself brings in then. */
  readonly ownFunds: number;
}

/** 中止: from when on, why, and what had been spent by then. */
export interface Discontinuation {
  readonly effective: string;
  readonly reason: string;
  readonly spent: number;
}

/** 一部取消し: what stays of the amount, the ground, and what the organisation said to it. */
export interface Revocation {
  readonly kept: number;
  readonly ground: string;
  readonly heardOn: string;
  readonly hearing: string;
}

const DECISION = { reason: '申請の内容を確かめた結果、承認することが適当と認められるため。（見本）' };

/** The officer asks for more, writes what changes in the 収支予算書, and sends it; the town approves it with its letter. */
export async function amend(troupe: Troupe, hall: Hall, cast: CastOrganization, asked: Amendment): Promise<void> {
  const officer = await troupe.as(cast.signInName);
  const tasks = went(await (await grantOf(troupe, cast)).form('変更の届出・申請を始める').submit());
  const reason = went(await tasks.click('変更の理由')).form('保存して次へ');
  went(await reason.fill({ reason: asked.reason, increase: 'yes' }).submit('保存して一覧に戻る'));
  const budget = went(await tasks.click('収支予算書'));
  const form = budget.form('保存して次へ');
  for (const [remark, times] of Object.entries(asked.quantities)) {
    form.fill({ [`${lineOn(budget, remark)}[quantity]`]: String(times) });
  }
  form.fill({ [`${lineOn(budget, '会費と繰越金から')}[amount]`]: String(asked.ownFunds) });
  went(await form.submit('保存して一覧に戻る'));
  const check = went(await officer.get(`${tasks.url.pathname}/check`));
  await answer(troupe, hall, went(await check.form('この内容で変更の承認を申請する').submit()));
}

/** `budget[<id>]` of the line with this 摘要. */
function lineOn(budget: Page, remark: string): string {
  const named = budget
    .$('[name^="budget["][name$="[remark]"]')
    .toArray()
    .map((field) => budget.$(field))
    .find((field) => (field.is('textarea') ? field.text() : (field.attr('value') ?? '')).startsWith(remark));
  if (!named) throw new Error(`${budget.path} has no line 「${remark}」`);
  return (named.attr('name') ?? '').replace(/\[remark\]$/, '');
}

/** The officer gives the project up; the town agrees. */
export async function discontinue(
  troupe: Troupe,
  hall: Hall,
  cast: CastOrganization,
  { effective, reason, spent }: Discontinuation,
): Promise<void> {
  const begun = went(await (await grantOf(troupe, cast)).form('中止・廃止の申請を始める').submit());
  const form = begun.form('保存して確かめる');
  const whole = went(await form.fill({ effective, reason, spent: spent.toLocaleString('ja-JP') }).submit());
  await answer(troupe, hall, went(await whole.form('この内容で中止・廃止の承認を申請する').submit()));
}

/** The town takes a part of its decision back, for the fault of the organisation, after having heard it. */
export async function revokePart(
  troupe: Troupe,
  hall: Hall,
  cast: CastOrganization,
  { kept, ground, heardOn, hearing }: Revocation,
): Promise<void> {
  const grant = (await grantOf(troupe, cast)).url.pathname.replace('/committee/', '/staff/');
  const desk = await troupe.as(hall.clerk);
  const page = went(await desk.get(`${grant}/revocation`));
  const said = {
    extent: 'part',
    kept: kept.toLocaleString('ja-JP'),
    ground,
    recipientAtFault: 'yes',
    heardOn,
    hearing,
  };
  await approve(troupe, hall, went(await page.form('取消しを起案する').fill(said).submit()));
  const shown = went(await desk.get(grant));
  await issueChange(troupe, hall, went(await shown.clickTo((href) => /staff\/changes\/[0-9a-f-]{36}$/.test(href))));
}

/** The project's grant on the page of its organisation. */
async function grantOf(troupe: Troupe, cast: CastOrganization): Promise<Page> {
  const officer = await troupe.as(cast.signInName);
  return went(await went(await officer.get(troupe.path('committee/grants'))).click(PROJECT_GRANT));
}

/** 起案, 決裁 and 施行 of what the organisation has sent. */
async function answer(troupe: Troupe, hall: Hall, sent: Page): Promise<void> {
  const [id = ''] = /[0-9a-f-]{36}/.exec(sent.url.pathname) ?? [];
  const desk = await troupe.as(hall.clerk);
  const review = went(await desk.get(troupe.path(`staff/changes/${id}`)));
  await approve(troupe, hall, went(await review.form('起案する').fill(DECISION).submit('起案する')));
  await issueChange(troupe, hall, went(await desk.get(review.url.pathname)));
}

async function issueChange(troupe: Troupe, hall: Hall, decided: Page): Promise<void> {
  await untilDrawn(troupe, hall, went(await decided.form('通知書を施行する').submit()));
}
