import type { CastOrganization } from '../cast.js';
import { paperName, type Folder, type Paper } from '../papers-of-the-year.js';
import type { Scene } from '../scenes.js';
import { went, type Troupe } from '../troupe.js';
import { ACT_KINDS, ACT_LABELS } from '../../../repayments/index.js';
import type { Page } from '../../visitor/page.js';
import { answerOn, digitsOf, rowsOf } from './tables.js';

/** 返還金, 加算金 or 延滞金 with its working. */
interface RefundPart {
  readonly part: string;
  readonly working: string;
  /** Yen, as strings of digits. */
  readonly asked: string;
  readonly paid: string;
  readonly open: string;
}

/** 返還 of a project's money, as staff read it at the end of the year. */
export interface RefundLine {
  readonly number: string;
  readonly cause: string;
  readonly amount: string;
  readonly dueOn: string;
  readonly state: string;
  readonly parts: readonly RefundPart[];
  readonly receipts: readonly { readonly receivedOn: string; readonly booked: string; readonly amount: string }[];
  /** 督促 and whatever else was done about it. */
  readonly acts: readonly string[];
  readonly letters: readonly Paper[];
}

const actsOf = ({ $ }: Page): string[] =>
  $('main strong')
    .toArray()
    .map((each) => $(each).text());

/** Everything that the organisation was asked to pay back. */
export async function collectRefunds(
  troupe: Troupe,
  { hall }: Scene,
  cast: CastOrganization,
  folder: Folder,
): Promise<RefundLine[]> {
  const desk = await troupe.as(hall.clerk);
  const list = went(await desk.get(troupe.path('staff/repayments')));
  const refunds: RefundLine[] = [];
  for (const row of rowsOf(list, cast.name)) {
    const page = went(await desk.get(row.href(/staff\/repayments\/[0-9a-f-]{36}$/) ?? ''));
    const rows = rowsOf(page);
    const hrefs = rows.flatMap(({ href }) => href(/staff\/letters\/[0-9a-f-]{36}\/pdf$/) ?? []);
    const letters: Paper[] = [];
    for (const [index, href] of hrefs.entries()) {
      const file = paperName(`letter-refund${index === 0 ? '' : String(index + 1)}`, troupe, cast);
      letters.push(await folder.keep(file, went(await desk.get(href)).bytes));
    }
    refunds.push({
      ...{ number: row.cell('返還番号'), cause: answerOn(page, '返還の理由'), state: row.cell('状態') },
      ...{ amount: digitsOf(answerOn(page, '返還金')), dueOn: answerOn(page, '返還の期限') },
      parts: rows
        .filter(({ cell }) => cell('区分') !== '')
        .map(({ cell }) => ({
          ...{ part: cell('区分'), working: cell('計算'), asked: digitsOf(cell('納める額')) },
          ...{ paid: digitsOf(cell('納めた額')), open: digitsOf(cell('残り')) },
        })),
      receipts: rows
        .filter(({ cell }) => cell('領収日') !== '')
        .map(({ cell }) => ({
          ...{ receivedOn: cell('領収日'), booked: cell('内訳'), amount: digitsOf(cell('領収額')) },
        })),
      acts: ACT_KINDS.map((kind) => ACT_LABELS[kind]).filter((label) => actsOf(page).includes(label)),
      letters,
    });
  }
  return refunds;
}
