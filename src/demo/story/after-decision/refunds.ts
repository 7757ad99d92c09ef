import type { CastOrganization } from '../cast.js';
import { approve, type Hall } from '../decide.js';
import { until, went, type Troupe } from '../troupe.js';
import { rowsOf } from './tables.js';

/** What comes back: until when it is asked for, and what the bank's slip says. */
export interface Refund {
  readonly dueOn: string;
  readonly receivedOn: string;
  /** With 加算金 and 延滞金, as they stand on the day. */
  readonly amount: number;
  readonly slipNumber: string;
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

/** What is overdue is dunned, with a new day. */
export async function dun(troupe: Troupe, hall: Hall, cast: CastOrganization, dueOn: string): Promise<void> {
  const desk = await troupe.as(hall.clerk);
  const list = went(await desk.get(troupe.path('staff/repayments')));
  const demand = rowsOf(list, cast.name).flatMap((row) => row.href(/staff\/repayments\/[0-9a-f-]{36}$/) ?? [])[0] ?? '';
  const path = `${demand}/acts/dunning`;
  went(
    await went(await desk.get(path))
      .form(path)
      .fill({ dueOn })
      .submit(),
  );
}

/** The treasury enters what the bank's slip says. */
export async function receiveBack(troupe: Troupe, hall: Hall, cast: CastOrganization, refund: Refund): Promise<void> {
  const checker = await troupe.as(hall.checker);
  const list = went(await checker.get(troupe.path('treasury/repayments')));
  const demand =
    rowsOf(list, cast.name).flatMap((row) => row.href(/treasury\/repayments\/[0-9a-f-]{36}$/) ?? [])[0] ?? '';
  const form = went(await checker.get(demand)).form(`${demand}/receipts`);
  const { receivedOn, slipNumber, amount } = refund;
  went(await form.fill({ receivedOn, slipNumber, amount: amount.toLocaleString('ja-JP') }).submit());
}
