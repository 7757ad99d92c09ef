import type { Page } from '../../visitor/page.js';
import type { CastOrganization } from '../cast.js';
import { approve, type Hall } from '../decide.js';
import { until, went, type Troupe } from '../troupe.js';
import { rowsOf } from './tables.js';

/** What the bank's slip says. */
interface Slip {
  readonly receivedOn: string;
  /** With 加算金 and 延滞金, as they stand on the day. */
  readonly amount: number;
  readonly slipNumber: string;
}

/** What comes back: until when it is asked for, and how it comes. */
export interface Refund extends Slip {
  readonly dueOn: string;
  /** What of it is beyond all that was owed: 過誤納金, paid back on the day on which it is found. */
  readonly excess?: number;
  /** 分割: why, by the day on which it is asked for, in which parts; and the slip of the last of them. */
  readonly plan?: {
    readonly facts: string;
    readonly parts: readonly { readonly dueOn: string; readonly amount: number }[];
    readonly last: Slip;
  };
  /** 指定期限 of the 督促状 where it is not paid in time. */
  readonly dunnedUntil?: string;
}

/** The town asks the money back: its draft where the town's table rules it, and the letter with the day it is due. */
export async function demandBack(troupe: Troupe, hall: Hall, cast: CastOrganization, refund: Refund): Promise<void> {
  const desk = await troupe.as(hall.clerk);
  let demand: string | undefined;
  await until(async () => {
    const list = went(await desk.get(troupe.path('staff/repayments')));
    demand = rowsOf(list, cast.name).flatMap((row) => row.href(/staff\/repayments\/[0-9a-f-]{36}$/) ?? [])[0];
    return demand !== undefined;
  }, `${cast.name} owes something`);
  const open = went(await desk.get(demand ?? ''));
  const byDraft = open.$(`form[action$="/draft"]`).length > 0;
  const decided = went(await open.form(`${demand ?? ''}/${byDraft ? 'draft' : 'decision'}`).submit());
  if (byDraft) await approve(troupe, hall, decided);
  went(
    await went(await desk.get(demand ?? ''))
      .form(`${demand ?? ''}/letter`)
      .fill({ dueOn: refund.dueOn })
      .submit(),
  );
}

/** What is overdue is dunned, with a new day, by a draft. */
export async function dun(troupe: Troupe, hall: Hall, cast: CastOrganization, dueOn: string): Promise<void> {
  const desk = await troupe.as(hall.clerk);
  const list = went(await desk.get(troupe.path('staff/repayments')));
  const demand = rowsOf(list, cast.name).flatMap((row) => row.href(/staff\/repayments\/[0-9a-f-]{36}$/) ?? [])[0] ?? '';
  const path = `${demand}/acts/dunning`;
  const form = went(await desk.get(path))
    .form(path)
    .fill({ dueOn });
  await approve(troupe, hall, went(await form.submit()));
}

/** 履行延期・分割: what is owed is spread over days, by a draft. */
export async function spread(
  troupe: Troupe,
  hall: Hall,
  cast: CastOrganization,
  { facts, parts }: NonNullable<Refund['plan']>,
): Promise<void> {
  const desk = await troupe.as(hall.clerk);
  const list = went(await desk.get(troupe.path('staff/repayments')));
  const demand = rowsOf(list, cast.name).flatMap((row) => row.href(/staff\/repayments\/[0-9a-f-]{36}$/) ?? [])[0] ?? '';
  const path = `${demand}/acts/plan`;
  const form = went(await desk.get(path))
    .form(path)
    .fill({ ground: 'not-at-once', facts });
  for (const [index, { dueOn, amount }] of parts.entries()) {
    const part = (field: string): string => `parts[p${String(index + 1)}][${field}]`;
    form.fill({ [part('dueOn')]: dueOn, [part('amount')]: yenTyped(amount) });
  }
  await approve(troupe, hall, went(await form.submit()));
}

/** The treasury enters what the bank's slip says. */
export async function receiveBack(
  troupe: Troupe,
  hall: Hall,
  cast: CastOrganization,
  { receivedOn, slipNumber, amount }: Slip,
  excess = 0,
): Promise<Page> {
  const checker = await troupe.as(hall.checker);
  const list = went(await checker.get(troupe.path('treasury/repayments')));
  const demand =
    rowsOf(list, cast.name).flatMap((row) => row.href(/treasury\/repayments\/[0-9a-f-]{36}$/) ?? [])[0] ?? '';
  const form = went(await checker.get(demand)).form(`${demand}/receipts`);
  if (excess > 0) form.fill({ takesExcess: 'yes' });
  return went(await form.fill({ receivedOn, slipNumber, amount: yenTyped(amount) }).submit());
}

/** 還付 of what came too much: decided by the treasurer, written down for the wrong day, taken back, and written down anew. */
export async function payBack(troupe: Troupe, hall: Hall, { path }: Page, payback: Payback): Promise<void> {
  const { wrongly, paidOn, paidTo, reason } = payback;
  const decide = async (link: string, button: string, paper: string, why: string): Promise<void> => {
    const page = went(await (await troupe.as(hall.treasurer)).get(path));
    const form = went(await page.click(link)).form(button);
    went(await form.fill({ documentNumber: paper, reason: why }).submit());
  };
  const found = '領収済通知書を照合し、納めるべき額を超えていることを確かめた。（見本）';
  const write = async (on: string, paper: string): Promise<void> => {
    await decide('還付を決める', '還付を決める', paper, found);
    const page = went(await (await troupe.as(hall.checker)).get(path));
    const form = went(await page.click('還付を記録する')).form('還付を記録する');
    went(await form.fill({ paidOn: on, paidTo, documentNumber: '8戻出第1号（見本）' }).submit());
  };
  await write(wrongly, '8還付第1号（見本）');
  await decide('還付の記録を取り消す', '還付の記録の取消しを決める', '8還付第2号（見本）', reason);
  const wrong = went(await (await troupe.as(hall.checker)).get(path));
  const reversal = went(await wrong.click('還付の記録を取り消す')).form('還付の記録を取り消す');
  went(await reversal.submit());
  await write(paidOn, '8還付第3号（見本）');
}

interface Payback {
  /** The day that was written down by mistake. */
  readonly wrongly: string;
  readonly paidOn: string;
  readonly paidTo: string;
  readonly reason: string;
}

const yenTyped = (amount: number): string => amount.toLocaleString('ja-JP');
