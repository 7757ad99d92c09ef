import type { FiscalYear } from '../../kernel/fiscal-year.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { maxYen, subtractYen, sumYen, ZERO_YEN, type Yen } from '../../kernel/yen.js';
import type { EntryPart, ReceiptEntry } from './receipt.js';

/**
 * notice: a 納入通知書 went out. receipt: the money came without one (事後調定). carried: it came in another year than it was
 * assessed in. reversal and relief lower it: a receipt was taken back, a charge was not asked
 * after all, or the money went back to its line in time.
 */
export type AssessmentGround = 'notice' | 'receipt' | 'carried' | 'reversal' | 'relief';

export const ASSESSMENT_GROUND_LABELS: Readonly<Record<AssessmentGround, string>> = {
  notice: '納入の通知',
  receipt: '収入の後の調定',
  carried: '他の年度の調定から',
  reversal: '領収の取消しによる減額',
  relief: '減免・戻入による減額',
};

/** 歳入科目 of each part, among those of the town. */
export const SUBJECT_OF = {
  principal: 'principal',
  addition: 'addition',
  'late-charge': 'lateCharge',
  excess: 'excess',
} as const satisfies Record<EntryPart, string>;

/** 調定 of one 歳入科目 for one demand; lowered by another below zero. */
export interface Assessment {
  readonly fiscalYear: FiscalYear;
  /** Counts those of a year. */
  readonly number: number;
  readonly demandId: string;
  readonly part: EntryPart;
  readonly amount: Yen;
  readonly subjectCode: string;
  readonly subjectName: string;
  readonly ground: AssessmentGround;
  /** The letter, the receipt or the act. */
  readonly causeId: string;
  readonly assessedOn: LocalDate;
}

export type NewAssessment = Pick<Assessment, 'fiscalYear' | 'part' | 'amount' | 'ground'>;

const amountsOf = (rows: readonly { readonly amount: Yen }[]): Yen => sumYen(rows.map(({ amount }) => amount));

/** What has been assessed of a part in all years, what was carried on counted once. */
export const assessedOf = (assessments: readonly Assessment[], part: EntryPart): Yen =>
  amountsOf(assessments.filter((each) => each.part === part && each.ground !== 'carried'));

const revenueOf = (entries: readonly ReceiptEntry[], part: EntryPart): ReceiptEntry[] =>
  entries.filter((each) => each.part === part && each.booking === 'revenue');

/** What a notice of this amount still needs: all that it asks for and all that came, less what is assessed already. */
export function assessedByNotice(
  { part, amount }: { readonly part: EntryPart; readonly amount: Yen },
  { assessments, entries }: { readonly assessments: readonly Assessment[]; readonly entries: readonly ReceiptEntry[] },
  fiscalYear: FiscalYear,
): NewAssessment[] {
  const whole = sumYen([amount, amountsOf(revenueOf(entries, part))]);
  const missing = whole - assessedOf(assessments, part);
  return missing > 0n ? [{ fiscalYear, part, amount: missing as Yen, ground: 'notice' }] : [];
}

/** What a receipt brought beyond what its year has assessed: carried from another year as far as that was open, else new. */
export function assessedByReceipt(
  { part, fiscalYear }: Pick<ReceiptEntry, 'part' | 'fiscalYear'>,
  { assessments, entries }: { readonly assessments: readonly Assessment[]; readonly entries: readonly ReceiptEntry[] },
): NewAssessment[] {
  const openIn = (year: FiscalYear): bigint =>
    amountsOf(assessments.filter((each) => each.part === part && each.fiscalYear === year)) -
    amountsOf(revenueOf(entries, part).filter((each) => each.fiscalYear === year));
  const short = -openIn(fiscalYear);
  if (short <= 0n) return [];
  const others = [...new Set(assessments.map((each) => each.fiscalYear))].filter((year) => year !== fiscalYear);
  const moved = assessments.filter((each) => each.part === part && each.ground === 'carried');
  const left = others.reduce((sum, year) => sum + (openIn(year) > 0n ? openIn(year) : 0n), 0n) - amountsOf(moved);
  const carried = left <= 0n ? 0n : left < short ? left : short;
  const news: readonly [AssessmentGround, bigint][] = [
    ['carried', carried],
    ['receipt', short - carried],
  ];
  return news.flatMap(([ground, amount]) => (amount > 0n ? [{ fiscalYear, part, amount: amount as Yen, ground }] : []));
}

/** What a receipt that is taken back had assessed itself; what its notice had assessed is owed again. */
export const assessedByReversal = (
  assessments: readonly Assessment[],
  { receiptId, entries }: { readonly receiptId: string; readonly entries: readonly ReceiptEntry[] },
): NewAssessment[] =>
  entries
    .filter(({ booking }) => booking === 'revenue')
    .flatMap(({ part, fiscalYear }) => {
      const own = amountsOf(assessments.filter((each) => each.causeId === receiptId && each.part === part));
      return own > 0n ? [{ fiscalYear, part, amount: -own as Yen, ground: 'reversal' as const }] : [];
    });

/** 歳入簿: one part of one demand in one year. */
export interface RevenueLine {
  readonly fiscalYear: FiscalYear;
  readonly part: EntryPart;
  readonly assessments: readonly Assessment[];
  readonly assessed: Yen;
  readonly received: Yen;
  /** 還付 of 過誤納金. */
  readonly paidBack: Yen;
}

export function revenueLinesOf(
  assessments: readonly Assessment[],
  entries: readonly ReceiptEntry[],
  paidBack: Yen,
): RevenueLine[] {
  const revenue = entries.filter(({ booking }) => booking === 'revenue');
  const keys = new Map(
    [...assessments, ...revenue].map(({ fiscalYear, part }) => [`${String(fiscalYear)} ${part}`, { fiscalYear, part }]),
  );
  let left = paidBack;
  return [...keys.values()].map(({ fiscalYear, part }): RevenueLine => {
    const here = <Row extends { fiscalYear: FiscalYear; part: EntryPart }>(rows: readonly Row[]): Row[] =>
      rows.filter((row) => row.fiscalYear === fiscalYear && row.part === part);
    const received = amountsOf(here(revenue));
    const back = part === 'excess' ? (left < received ? left : maxYen(received, ZERO_YEN)) : ZERO_YEN;
    left = subtractYen(left, back);
    const own = here(assessments);
    return { fiscalYear, part, assessments: own, assessed: amountsOf(own), received, paidBack: back };
  });
}
