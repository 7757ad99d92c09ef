import { addDays, formatEra, type LocalDate } from '../../kernel/local-date.js';
import { addRatios, multiplyRatios, ratio, toYen, wholeRatio, type Ratio } from '../../kernel/ratio.js';
import { percentRatio, type ChargeTerms } from '../../kernel/refund-terms.js';
import { formatYen, groupDigits, ZERO_YEN, type Yen } from '../../kernel/yen.js';

/** Days in a row, both ends counted, through which the same amount was owed. */
export interface Span {
  readonly base: Yen;
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** 加算金 or 延滞金 as it stands on a day. */
export interface Charge {
  readonly yen: Yen;
  readonly article: string;
  /** How it came about, as a person writes it. */
  readonly formula: string;
}

const MILLISECONDS_A_DAY = 86_400_000;

/** Both ends counted; negative where the second lies before the first. */
export const daysThrough = (from: LocalDate, until: LocalDate): number =>
  (Date.parse(until) - Date.parse(from)) / MILLISECONDS_A_DAY + 1;

/**
 * The spans from `from` through `until` between whose first days the base stays. `baseOn` says what is owed on a day;
 * `changes` are the days on which that may become another amount.
 */
export function spansOf(
  from: LocalDate,
  until: LocalDate,
  changes: readonly LocalDate[],
  baseOn: (day: LocalDate) => Yen,
): Span[] {
  if (from > until) return [];
  const within = changes.filter((day) => day > from && day <= until);
  const starts = [...new Set([from, ...within])].toSorted();
  return starts
    .map((start, index): Span => {
      const next = starts[index + 1];
      return { base: baseOn(start), from: start, until: next === undefined ? until : addDays(next, -1) };
    })
    .filter(({ base }) => base > 0n);
}

/** Σ base × days ÷ days of the year × rate, added exactly and cut once. */
export function chargeOn(spans: readonly Span[], terms: ChargeTerms): Charge {
  const counted = spans.flatMap((span) => piecesOf(span, terms)).filter(({ base }) => base > 0n);
  const exact = multiplyRatios(counted.map(exactOf).reduce(addRatios, wholeRatio(0)), percentRatio(terms.percent));
  const cut = toYen(exact, { unit: BigInt(terms.unit), mode: 'down' });
  const yen = cut < BigInt(terms.least) ? ZERO_YEN : cut;
  return { yen, article: terms.article, formula: formulaOf(counted, terms, exact, yen) };
}

/** Part of a span within which a year counts the same number of days. */
interface Piece extends Span {
  readonly days: number;
  readonly ofYear: number;
}

/** The base cut as the terms say; by the calendar, a span that runs into another year is counted year by year. */
function piecesOf(span: Span, { yearCount, baseUnit }: ChargeTerms): Piece[] {
  const base = (span.base - (span.base % BigInt(baseUnit))) as Yen;
  const piece = (from: LocalDate, until: LocalDate, ofYear: number): Piece => ({
    ...{ base, from, until, ofYear },
    days: daysThrough(from, until),
  });
  if (yearCount === 'always-365') return [piece(span.from, span.until, 365)];
  const pieces: Piece[] = [];
  for (let from = span.from; from <= span.until;) {
    const year = Number(from.slice(0, 4));
    const last = `${String(year)}-12-31` as LocalDate;
    const until = last < span.until ? last : span.until;
    pieces.push(piece(from, until, isLeap(year) ? 366 : 365));
    from = addDays(until, 1);
  }
  return pieces;
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const exactOf = ({ base, days, ofYear }: Piece): Ratio => ratio(base * BigInt(days), ofYear);

function formulaOf(pieces: readonly Piece[], terms: ChargeTerms, exact: Ratio, yen: Yen): string {
  if (pieces.length === 0) return '対象となる日がありません';
  const first = pieces[0];
  const sameYear = pieces.every(({ ofYear }) => ofYear === first?.ofYear);
  const inWords = ({ base, days, ofYear, from, until }: Piece): string =>
    `${formatYen(base)}×${groupDigits(days)}日${sameYear ? '' : `÷${String(ofYear)}日`}〔${formatEra(from)}${from === until ? '' : `〜${formatEra(until)}`}〕`;
  const sum = pieces.map(inWords).join('＋');
  const bracketed = pieces.length > 1 ? `（${sum}）` : sum;
  const year = sameYear ? `÷${String(first?.ofYear ?? 365)}日` : '';
  return `${bracketed}×年${terms.percent}％${year}＝${exactInWords(exact)}${cutInWords(terms, exact, yen)}`;
}

/** With two decimals, cut: only to be read, never reckoned with. */
function exactInWords({ numerator, denominator }: Ratio): string {
  const hundredths = (numerator * 100n) / denominator;
  const decimals = String(hundredths % 100n).padStart(2, '0');
  return `${groupDigits(hundredths / 100n)}${numerator % denominator === 0n ? '' : `.${decimals}`}円`;
}

function cutInWords({ unit, least }: ChargeTerms, exact: Ratio, yen: Yen): string {
  if (yen === 0n && least > 0) return `（${groupDigits(least)}円に満たないためとらない）`;
  return exact.numerator % (exact.denominator * BigInt(unit)) === 0n ? '' : `（${groupDigits(unit)}円未満切捨て）`;
}
