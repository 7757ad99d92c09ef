import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { Page } from '../visitor/page.js';
import type { CastOrganization } from './cast.js';
import { approve, type Hall } from './decide.js';
import { went, type Troupe } from './troupe.js';

/** The officer checks the 請求書 that the system made and confirms it. */
export async function claim(troupe: Troupe, cast: CastOrganization): Promise<void> {
  const officer = await troupe.as(cast.signInName);
  const list = went(await officer.get(troupe.path('committee/claims')));
  await confirmClaim(cast, went(await list.clickTo((href) => /claims\/[0-9a-f-]{36}$/.test(href))));
}

/** The officer at the page of the 請求書: it is right, and goes to the town. */
export async function confirmClaim(cast: CastOrganization, prepared: Page): Promise<void> {
  const form = prepared.form(`${prepared.url.pathname}/confirmation`);
  const inCharge = { inChargeName: cast.treasurer.name, inChargePhone: cast.phone };
  went(await form.fill({ responsibleName: cast.chair.name, responsiblePhone: cast.phone, ...inCharge }).submit());
}

/** One 支出命令 draft for every confirmed claim, approved by the route: now it lies with the treasury. */
export async function order(troupe: Troupe, hall: Hall): Promise<void> {
  const desk = await troupe.as(hall.clerk);
  const form = went(await desk.get(troupe.path('staff/payments'))).form(troupe.path('staff/payments/drafts'));
  const reason = '請求の内容を確かめ、支払うことが適当と認められるため。（見本）';
  await approve(troupe, hall, went(await form.tickAll('claimIds[]').fill({ reason }).submit()));
}

/** 会計審査: the checker answers each question, the 会計管理者 decides. */
export async function accept(troupe: Troupe, hall: Hall): Promise<void> {
  const orders = troupe.path('treasury/orders');
  const check = went(await (await troupe.as(hall.checker)).get(orders))
    .form(`${orders}/check`)
    .tickAll('orderIds[]');
  for (const name of check.fields.filter((field) => field.startsWith('findings['))) check.fill({ [name]: 'agrees' });
  went(await check.submit());
  const decision = went(await (await troupe.as(hall.treasurer)).get(orders)).form(`${orders}/acceptance`);
  went(await decision.tickAll('orderIds[]').submit());
}

export interface PaymentFile {
  /** The page of the batch or of the export. */
  readonly page: string;
  readonly fileName: string;
  readonly bytes: Buffer;
}

/** The batch of all accepted orders, released; its 総合振込 file. */
export async function releaseBatch(troupe: Troupe, hall: Hall): Promise<PaymentFile> {
  const batches = troupe.path('treasury/batches');
  const form = went(await (await troupe.as(hall.checker)).get(batches)).form(batches);
  const collected = went(await form.tickAll('orderIds[]').submit());
  const page = collected.url.pathname;
  went(await collected.form(`${page}/confirmation`).submit());
  const treasurer = await troupe.as(hall.treasurer);
  went(
    await went(await treasurer.get(page))
      .form(`${page}/release`)
      .submit(),
  );
  return fileOf(page, went(await treasurer.get(`${page}/file`)));
}

/** The bank's 支払済 notice has come: the batch is paid. */
export async function markPaid(troupe: Troupe, hall: Hall, batch: string): Promise<void> {
  const page = went(await (await troupe.as(hall.treasurer)).get(batch));
  went(await page.form(`${batch}/payment`).submit());
}

/** The accepted orders as a file for the town's financial accounting system. */
export async function exportOrders(troupe: Troupe, hall: Hall): Promise<PaymentFile> {
  const exports = troupe.path('treasury/exports');
  const checker = await troupe.as(hall.checker);
  const page = went(
    await went(await checker.get(exports))
      .form(exports)
      .tickAll('orderIds[]')
      .submit(),
  ).url.pathname;
  return fileOf(page, went(await checker.get(`${page}/file`)));
}

/** What the accounting system sends back once it has paid: its slip and creditor numbers for each order. */
export async function importPaidList(
  troupe: Troupe,
  hall: Hall,
  exported: PaymentFile,
  paidOn: string,
  firstSlip = 1,
): Promise<PaymentFile> {
  const lines: Record<string, string>[] = parse(exported.bytes, { bom: true, columns: true });
  const rows = lines.map((line, index) => ({
    支出命令番号: line['支出命令番号'],
    伝票番号: `26-${String(firstSlip + index).padStart(5, '0')}`,
    債権者番号: line['債権者番号'] || `8${String(index + 1).padStart(6, '0')}`,
    支払日: paidOn,
    金額: line['支出命令額'],
  }));
  const bytes = Buffer.from(stringify(rows, { header: true, bom: true, record_delimiter: 'windows' }));
  const list = { bytes, fileName: 'paid-list-kotake.csv', mediaType: 'text/csv' };
  const exports = troupe.path('treasury/exports');
  const checker = await troupe.as(hall.checker);
  went(
    await went(await checker.get(exports))
      .form(`${exports}/paid-lists`)
      .fill({ file: list })
      .submit(),
  );
  return { page: exports, ...list };
}

function fileOf(page: string, file: Page): PaymentFile {
  const name = /filename="([^"]+)"/.exec(file.headers.get('content-disposition') ?? '')?.[1];
  if (name === undefined) throw new Error(`${file.path} is no file`);
  return { page, fileName: name, bytes: file.bytes };
}
