import { addRatios, compareRatios, ratio, wholeRatio, type Ratio } from '../../kernel/ratio.js';
import { groupDigits } from '../../kernel/yen.js';
import { ROUNDING_UNITS, type RoundingUnit } from './amount-rule/amount-rule.js';
import type { DocumentReader } from '../../forms/index.js';

/** One part of a grant that is claimed on its own. */
export interface ScheduledPart {
  /** The month of the fiscal year from whose first day on it may be claimed; null: as soon as the letter is out. */
  readonly month: number | null;
  /** Of the amount in force, e.g. `[1, 4]`. */
  readonly share: readonly [numerator: number, denominator: number];
}

/**
 * In how many parts a grant is paid before its settlement, and when. Parts that sum to less than the whole leave the rest
 * to the settlement. Every part but the first is cut to `unit`; the first takes the remainder.
 */
export interface PaymentSchedule {
  readonly unit: RoundingUnit;
  readonly article: string;
  readonly parts: readonly ScheduledPart[];
}

/** Nothing said: the whole at once. */
export const PAID_AT_ONCE: PaymentSchedule = { unit: 1, article: '', parts: [{ month: null, share: [1, 1] }] };

const MOST_PARTS = 12;

/** Where a month stands in the fiscal year, which begins in April; what is due with the letter stands before. */
const placeInYear = (month: number | null): number => (month === null ? -1 : (month + 8) % 12);

/** What all parts come to together, as an exact fraction of the amount. */
export const shareOfParts = ({ parts }: Pick<PaymentSchedule, 'parts'>): Ratio =>
  parts.map(({ share }) => ratio(...share)).reduce(addRatios, ratio(0, 1));

/** null where no part is filled in. `place` is the document's `payment`. */
export function readSchedule(
  place: DocumentReader,
  payment: { readonly method: string; readonly settlement: boolean },
): PaymentSchedule | null {
  const reader = place.within('schedule');
  const parts = reader.list('parts', readPart, isSparePart);
  if (parts.length === 0) return null;
  const unit = ROUNDING_UNITS.find(
    (each) => String(each) === reader.optionalText('unit', '分けて支払う額の端数の単位'),
  );
  const schedule = { unit: unit ?? 1, article: reader.optionalText('article', '分けて支払う根拠', 60), parts };
  const last = `parts[${String(parts.length - 1)}]`;
  if (payment.method === 'after-settlement') reader.fault('parts[0].share', 'programs.schedule-after-settlement');
  if (parts.length > MOST_PARTS) reader.fault(`${last}.share`, 'programs.schedule-too-many', { most: MOST_PARTS });
  parts.forEach(({ month }, index) => {
    const before = index === 0 ? null : (parts[index - 1]?.month ?? null);
    if (index > 0 && placeInYear(month) <= placeInYear(before)) {
      reader.fault(`parts[${String(index)}].month`, 'programs.schedule-order');
    }
  });
  const whole = compareRatios(shareOfParts(schedule), wholeRatio(1));
  if (whole > 0) reader.fault(`${last}.share`, 'programs.schedule-over-whole');
  if (whole < 0 && !payment.settlement) reader.fault(`${last}.share`, 'programs.schedule-rest');
  return schedule;
}

const readPart = (part: DocumentReader): ScheduledPart => ({
  month: part.optionalWhole('month', '支払の月', 1, 12),
  share: part.rate('share', '支払の割合'),
});

/** A row of the form that nobody filled in. */
function isSparePart(row: unknown): boolean {
  const { month, share } = (typeof row === 'object' && row !== null ? row : {}) as Record<string, unknown>;
  return [month, share].every((typed) => typed === undefined || typed === null || typed === '');
}

/** `通知書が届いたら2/4、10月に1/4、1月に1/4（千円未満切捨て）`. */
export function scheduleInWords({ parts, unit, article }: PaymentSchedule): string {
  const each = parts.map(
    ({ month, share }) =>
      `${month === null ? '交付決定の通知のあと' : `${String(month)}月に`}${share[0] === share[1] ? '全額' : share.join('/')}`,
  );
  const cut = unit === 1 ? '' : `（${groupDigits(unit)}円未満の端数は第1回に含める）`;
  return `${each.join('、')}${cut}${article === '' ? '' : `［${article}］`}`;
}
