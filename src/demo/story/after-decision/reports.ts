import type { Page } from '../../visitor/page.js';
import type { Visitor } from '../../visitor/visitor.js';
import type { CastOrganization } from '../cast.js';
import { approve, untilDrawn, type Hall } from '../decide.js';
import { passbookImage } from '../papers.js';
import { until, went, type Troupe } from '../troupe.js';
import { rowsOf } from './tables.js';

/** A drawing in the place of a photograph, with its caption. */
export interface Picture {
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly caption: string;
}

/** What a project really cost, line by line of its 収支予算書, and what its organisation says of it. */
export interface Report {
  readonly from: string;
  readonly until: string;
  readonly people: number;
  readonly done: string;
  readonly achieved: 'as-planned' | 'mostly' | 'partly' | 'not';
  readonly lessons: string;
  /** 決算額 of each line by its 摘要. */
  readonly costs: Readonly<Record<string, number>>;
  readonly income: Readonly<Record<string, number>>;
  /** Day and payee of the receipts; one receipt for each line that cost something. */
  readonly paid: { readonly on: string; readonly payee: string };
  /** Who came to help, where the form asks how people and organisation grew. */
  readonly growth?: { readonly helpers: number; readonly raised: string };
  /** What everybody may see of it. */
  readonly pictures?: readonly Picture[];
  /** What the inspection does not accept: of which line, how much, and why. */
  readonly disallowed?: { readonly line: string; readonly amount: number; readonly reason: string };
}

/** The officer writes results and account, adds the receipts, and sends the report. */
export async function report(
  troupe: Troupe,
  cast: CastOrganization,
  told: Report,
  seed: number,
  about = SAMPLE,
): Promise<void> {
  await writeReport(await troupe.as(cast.signInName), await reportOf(troupe, cast, about), told, seed);
}

/** The same at the address of the report. */
export async function writeReport(officer: Visitor, at: string, told: Report, seed: number): Promise<void> {
  const results = went(await officer.get(`${at}/form/results`)).form('保存して次へ');
  results.fill({ 'form[done-period][from]': told.from, 'form[done-period][until]': told.until });
  results.fill({ 'form[done-people]': String(told.people), 'form[done]': told.done });
  if (told.growth) results.fill({ 'form[new-helpers]': String(told.growth.helpers) });
  const evaluation = went(await results.submit('保存して次へ')).form('保存して次へ');
  evaluation.fill({ 'form[achieved]': told.achieved, 'form[lessons]': told.lessons });
  if (told.growth) evaluation.fill({ 'form[raised]': told.growth.raised });
  const account = went(await evaluation.submit('保存して次へ'));
  const form = account.form('保存して次へ');
  for (const [remark, amount] of [...Object.entries(told.costs), ...Object.entries(told.income)]) {
    form.fill({ [`account[${lineOn(account, remark)}][amount]`]: yenTyped(amount) });
  }
  let receipts = went(await form.submit('保存して次へ'));
  const spent = Object.entries(told.costs).filter(([, amount]) => amount > 0);
  for (const [index, [remark, amount]] of spent.entries()) {
    const line = lineOn(account, remark);
    const opened = went(await receipts.form(`[action$="/receipts/new"]:has([value="${line}"])`).submit());
    const name = (field: string): string => `receipts[${opened.url.pathname.split('/').at(-1) ?? ''}][${field}]`;
    const receipt = opened.form('保存して領収書の一覧へ');
    receipt.fill({ [name('paid-on')]: told.paid.on, [name('payee')]: told.paid.payee, [name('purpose')]: remark });
    receipt.fill({ [name('amount')]: yenTyped(amount), [name('file')]: receiptPicture(seed + index) });
    receipts = went(await receipt.submit('保存して領収書の一覧へ'));
  }
  await addPictures(officer, at, told.pictures ?? []);
  const check = went(await officer.get(`${at}/check`));
  went(await check.form('この内容で提出する').submit());
}

async function addPictures(officer: Visitor, at: string, pictures: readonly Picture[]): Promise<void> {
  for (const { fileName, bytes, caption } of pictures) {
    const blank = went(await officer.get(`${at}/photos`)).form('選んだ写真を添える');
    const file = { fileName, bytes, mediaType: 'image/jpeg' };
    const added = went(await blank.fill({ photos: file }).submit('選んだ写真を添える')).form('保存して次へ');
    const newest = added.fields.filter((name) => /^photos\[photo-[0-9a-f]+\]$/.test(name)).at(-1) ?? '';
    added.fill({ [newest]: caption, [newest.replace(/\]$/, '-public]')]: 'yes' });
    went(await added.submit('保存して次へ'));
  }
}

/** Stands in the title of every project. */
const SAMPLE = '（見本）';

/** The address of the report about this that waits for the officer; the worker may still be asking for it. */
export async function reportOf(troupe: Troupe, cast: CastOrganization, about: string): Promise<string> {
  const officer = await troupe.as(cast.signInName);
  let found: string | undefined;
  await until(async () => {
    const home = went(await officer.get(troupe.path('committee')));
    found = home.$(`main a[href*="/committee/reports/"]:contains("${about}")`).attr('href');
    return found !== undefined;
  }, `${cast.name} is asked for its report`);
  return found ?? '';
}

/** The id of the line with this 摘要. */
function lineOn(account: Page, remark: string): string {
  const row = account
    .$('tr[data-line]')
    .toArray()
    .map((each) => account.$(each))
    .find((each) => (each.find('[name$="[remark]"]').attr('value') ?? each.text()).startsWith(remark));
  const line = row?.attr('data-line');
  if (line === undefined) throw new Error(`${account.path} has no line 「${remark}」`);
  return line;
}

const yenTyped = (amount: number): string => amount.toLocaleString('ja-JP');

const receiptPicture = (seed: number) => ({ ...passbookImage(seed), fileName: `領収書${String(seed)}.png` });

/** 検査: a cost that does not count is set aside with its reason. */
export const inspect = (troupe: Troupe, hall: Hall, cast: CastOrganization, told: Report): Promise<void> =>
  endInspection(troupe, hall, cast, SAMPLE, told.disallowed);

/** Every item of the checklist holds. */
export async function endInspection(
  troupe: Troupe,
  hall: Hall,
  cast: CastOrganization,
  about: string,
  disallowed?: Report['disallowed'],
): Promise<void> {
  const desk = await troupe.as(hall.clerk);
  const list = went(await desk.get(troupe.path('staff/reports')));
  const rows = rowsOf(list, cast.name, about);
  const page = went(await desk.get(rows.flatMap((row) => row.href(/staff\/reports\/[0-9a-f-]{36}$/) ?? [])[0] ?? ''));
  const form = page.form('検査を終える');
  for (const name of form.fields.filter((field) => field.startsWith('answers['))) form.fill({ [name]: 'yes' });
  if (disallowed) {
    const { line, amount, reason } = disallowed;
    const choice = page.$(`.inspected-line:contains("${line}") select[name$="[judged]"]`).attr('name') ?? '';
    const field = (name: string): string => choice.replace('[judged]', `[${name}]`);
    form.fill({ [choice]: 'part', [field('amount')]: yenTyped(amount), [field('reason')]: reason });
  }
  went(await form.submit('検査を終える'));
}

/** 額の確定 of everything that was inspected: one draft, its route, and the letters. */
export async function determine(troupe: Troupe, hall: Hall): Promise<void> {
  const desk = await troupe.as(hall.clerk);
  const reports = troupe.path('staff/reports');
  const form = went(await desk.get(reports)).form('選んだ報告の額の確定を起案する');
  await approve(troupe, hall, went(await form.tickAll('reportIds[]').submit()));
  const letters = went(await desk.get(reports)).form('選んだ額の確定通知書を施行する');
  await untilDrawn(troupe, hall, went(await letters.tickAll('determinationIds[]').submit()));
}
