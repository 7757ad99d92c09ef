import { groupDigits } from '../../../kernel/yen.js';
import type { AmountRule, Condition, FactDefinition, Facts, FactValue, Rate, RuleRounding } from './amount-rule.js';

/** `3分の2`, as ordinances write it. */
export const rateInWords = ([numerator, denominator]: Rate): string =>
  `${groupDigits(denominator)}分の${groupDigits(numerator)}`;

const UNIT_WORDS = { 1: '円', 10: '十円', 100: '百円', 1000: '千円', 10000: '万円' } as const;
const MODE_WORDS = { down: '切捨て', up: '切上げ', 'half-up': '四捨五入' } as const;

/** `千円未満切捨て`. */
export const roundingInWords = ({ unit, mode }: Pick<RuleRounding, 'unit' | 'mode'>): string =>
  `${UNIT_WORDS[unit]}未満${MODE_WORDS[mode]}`;

/** `6行政区`, or the words of a class in brackets: `「あり」`. */
export function factInWords({ unitLabel, options = [] }: FactDefinition, value: FactValue): string {
  if (typeof value === 'number') return `${groupDigits(value)}${unitLabel}`;
  return `「${options.find(({ id }) => id === value)?.label ?? value}」`;
}

/** What the rule knew of an organisation, with its labels; facts that are not known yet are left out. */
export const factsInWords = (
  { facts: definitions }: Pick<AmountRule, 'facts'>,
  facts: Facts,
): { readonly label: string; readonly value: string }[] =>
  definitions.flatMap((fact) => {
    const value = facts[fact.id];
    return value === undefined ? [] : [{ label: fact.label, value: factInWords(fact, value) }];
  });

/** `101世帯以上`, `1年目`, `「あり」`. */
export function conditionInWords(fact: FactDefinition, { is, atLeast, atMost }: Condition): string {
  if (is !== undefined) return factInWords(fact, is);
  const from = atLeast === undefined ? '' : `${factInWords(fact, atLeast)}以上`;
  const to = atMost === undefined ? '' : `${factInWords(fact, atMost)}以下`;
  return from + to;
}
