import { firstDayOf, type FiscalYear } from '../../kernel/fiscal-year.js';
import { localDate, type LocalDate } from '../../kernel/local-date.js';
import { addRatios, applyRatio, ratio } from '../../kernel/ratio.js';
import { subtractYen, sumYen, ZERO_YEN, type Yen } from '../../kernel/yen.js';

const END_OF_TIME = localDate('9999-12-31');

/** What a claim is for: a part before the settlement (概算払, 前金払, 通常払), or the rest after it (精算払). */
export type ClaimKind = 'advance' | 'upfront' | 'ordinary' | 'settlement';

/** A schedule of the programme, as far as this rule needs it. */
export interface Schedule {
  /** Every part but the first is cut to it. */
  readonly unit: number;
  readonly parts: readonly { readonly month: number | null; readonly share: readonly [number, number] }[];
}

/** 第n回 of a grant: what it comes to and from when it may be claimed. */
export interface PlannedPart {
  readonly instalment: number;
  /** null: as soon as the letter is out. */
  readonly dueOn: LocalDate | null;
  readonly amount: Yen;
}

/** A claim that stands for a part. */
export interface ClaimedPart {
  readonly instalment: number;
  readonly amount: Yen;
}

/** The first day of a month of the fiscal year: January to March lie in the year after. */
function firstDayOfMonth(year: FiscalYear, month: number): LocalDate {
  const [first] = firstDayOf(year).split('-');
  return localDate(`${String(Number(first) + (month < 4 ? 1 : 0))}-${String(month).padStart(2, '0')}-01`);
}

/**
 * The parts of `amount` yen, which sum to its scheduled share exactly: each is cut to the unit, and the first takes the
 * remainder. Parts of nothing are left out.
 */
export function planOf(amount: Yen, { unit, parts }: Schedule, year: FiscalYear): PlannedPart[] {
  if (parts.length === 0) return [];
  const rounding = { unit: BigInt(unit), mode: 'down' } as const;
  const shares = parts.map(({ share }) => ratio(...share));
  const whole = shares.reduce(addRatios);
  const total = whole.numerator === whole.denominator ? amount : applyRatio(amount, whole, rounding);
  const later = shares.slice(1).map((share) => applyRatio(amount, share, rounding));
  const amounts = [subtractYen(total, sumYen(later)), ...later];
  return parts
    .map(({ month }, index) => ({
      instalment: index + 1,
      dueOn: month === null ? null : firstDayOfMonth(year, month),
      amount: amounts[index] ?? ZERO_YEN,
    }))
    .filter((part) => part.amount > 0n);
}

const isDue = ({ dueOn }: PlannedPart, today: LocalDate): boolean => dueOn === null || dueOn <= today;

/**
 * The claims that are to be prepared on this day beside those that stand. A part makes up for what earlier claims were too
 * much or too little after an amendment; when no part is still to come, what the amendment added is one of its own.
 */
export function partsToClaim(
  plan: readonly PlannedPart[],
  claimed: readonly ClaimedPart[],
  today: LocalDate,
): ClaimedPart[] {
  const made: ClaimedPart[] = [];
  const standing = (): ClaimedPart[] => [...claimed, ...made];
  const left = (until: number): bigint =>
    sumYen(plan.filter(({ instalment }) => instalment <= until).map(({ amount }) => amount)) -
    sumYen(
      standing()
        .filter(({ instalment }) => instalment <= until)
        .map(({ amount }) => amount),
    );
  const last = Math.max(0, ...plan.map(({ instalment }) => instalment));
  for (const part of plan.filter((each) => isDue(each, today))) {
    if (standing().some(({ instalment }) => instalment === part.instalment)) continue;
    const amount = min(left(part.instalment), left(Infinity)) as Yen;
    if (amount > 0n) made.push({ instalment: part.instalment, amount });
  }
  const rest = left(Infinity) as Yen;
  const isClaimed = (part: PlannedPart): boolean => standing().some(({ instalment }) => instalment === part.instalment);
  if (plan.length > 0 && plan.every((part) => isDue(part, today) || isClaimed(part)) && rest > 0n) {
    made.push({ instalment: Math.max(last, ...standing().map(({ instalment }) => instalment)) + 1, amount: rest });
  }
  return made;
}

const min = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/** The parts that are still to come, with what each will come to as things stand, for those who wait for them. */
export const partsToCome = (plan: readonly PlannedPart[], claimed: readonly ClaimedPart[]): PlannedPart[] =>
  partsToClaim(plan, claimed, END_OF_TIME).map(({ instalment, amount }) => ({
    ...{ instalment, amount },
    dueOn: plan.find((part) => part.instalment === instalment)?.dueOn ?? null,
  }));

/** `第2回（全4回）`; blank where the whole is paid at once. */
export const instalmentInWords = (instalment: number, of: number): string =>
  of > 1 || instalment > 1 ? `第${String(instalment)}回（全${String(Math.max(of, instalment))}回）` : '';
