import { addRatios, multiplyRatios, ratio, wholeRatio, type Ratio } from '../../../kernel/ratio.js';
import { formatYen, subtractYen, sumYen, ZERO_YEN, type Yen } from '../../../kernel/yen.js';
import type { AmountRule, Rate, RuleInput } from './amount-rule.js';
import { rateInWords } from './words.js';

/** An exact amount with the arithmetic as a person writes it. */
export interface Exact {
  readonly exact: Ratio;
  readonly formula: string;
}

interface Deduction {
  readonly label: string;
  readonly yen: Yen;
}

/**
 * The eligible cost after other income and tax credit. What is deducted lies on all categories alike: a term over some of
 * them bears the part that its cost has in the whole.
 */
export class EligibleCost {
  private readonly deductions: readonly Deduction[];
  private readonly deducted: Yen;
  private readonly whole: Yen;

  constructor(
    deductions: AmountRule['deductions'],
    private readonly input: RuleInput,
  ) {
    const { otherIncome, taxCredit } = input;
    this.deductions = [
      { label: 'その他の収入', yen: deductions.otherIncome ? otherIncome : ZERO_YEN },
      { label: '仕入控除税額', yen: deductions.taxCredit && taxCredit !== 'unknown' ? taxCredit : ZERO_YEN },
    ].filter(({ yen }) => yen !== ZERO_YEN);
    this.deducted = sumYen(this.deductions.map(({ yen }) => yen));
    this.whole = sumYen(Object.values(input.costs));
    if ([...Object.values(input.costs), ...this.deductions.map(({ yen }) => yen)].some((yen) => yen < 0n)) {
      throw new RangeError('costs and deductions are amounts of zero or more');
    }
  }

  /** Whether anything is taken off, so that the line names the article of the deduction too. */
  get isReduced(): boolean {
    return this.deductions.length > 0;
  }

  /** `（対象経費 310,000円 − その他の収入 55,000円）× 2分の1`. */
  times(rate: Rate, of: readonly string[] | 'all' = 'all'): Exact {
    const cost = of === 'all' ? this.whole : sumYen(of.map((id) => this.input.costs[id] ?? ZERO_YEN));
    const name = of === 'all' ? '対象経費' : 'この区分の対象経費';
    const before = `${name} ${formatYen(cost)}`;
    if (!this.isReduced) {
      return { exact: multiplyRatios(wholeRatio(cost), ratio(...rate)), formula: `${before} × ${rateInWords(rate)}` };
    }
    const net = `（${before} − ${this.deductionInWords(cost)}）`;
    if (this.deducted >= this.whole) return { exact: wholeRatio(0n), formula: `${net}は0円以下のため0円` };
    const kept = ratio(subtractYen(this.whole, this.deducted), this.whole);
    return {
      exact: multiplyRatios(multiplyRatios(wholeRatio(cost), kept), ratio(...rate)),
      formula: `${net}× ${rateInWords(rate)}`,
    };
  }

  private deductionInWords(cost: Yen): string {
    const words = this.deductions.map(({ label, yen }) => `${label} ${formatYen(yen)}`);
    if (cost === this.whole) return words.join(' − ');
    const all = words.length === 1 ? words.join('') : `（${words.join(' ＋ ')}）`;
    return `${all} × ${formatYen(cost)} ÷ ${formatYen(this.whole)}`;
  }
}

export const sumExact = (amounts: readonly Ratio[]): Ratio => amounts.reduce(addRatios, wholeRatio(0n));
