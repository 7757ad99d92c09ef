import { multiplyRatios, ratio, wholeRatio } from '../../../kernel/ratio.js';
import { formatYen, groupDigits, timesYen, yen } from '../../../kernel/yen.js';
import type { RuleTerm } from './amount-rule.js';
import { sumExact, type EligibleCost, type Exact } from './eligible-cost.js';
import type { KnownFacts } from './facts.js';
import { factInWords, rateInWords } from './words.js';

/** What the term comes to before any cap and rounding. */
export function evaluateTerm(term: RuleTerm, facts: KnownFacts, cost: EligibleCost): Exact {
  switch (term.kind) {
    case 'flat':
      return { exact: wholeRatio(yen(term.yen)), formula: `${formatYen(yen(term.yen))}（定額）` };
    case 'per-unit':
      return perUnit(term, facts);
    case 'banded':
      return banded(term, facts);
    case 'by-class':
      return byClass(term, facts);
    case 'share':
      return share(term, facts);
    case 'rate':
      return cost.times(term.rate, term.of);
  }
}

type TermOf<Kind extends RuleTerm['kind']> = Extract<RuleTerm, { kind: Kind }>;

/** `10,000円 × 6行政区`, `300円 ×（2,500人 − 施設入所者 120人）`. */
function perUnit(term: TermOf<'per-unit'>, facts: KnownFacts): Exact {
  const each = yen(term.yen);
  const count = facts.count(term.unit);
  const counted = `${groupDigits(count)}${term.unitLabel}`;
  if (term.less === null) {
    return { exact: wholeRatio(timesYen(each, count)), formula: `${formatYen(each)} × ${counted}` };
  }
  const less = facts.count(term.less);
  const excluded = facts.definition(term.less);
  const formula = `${formatYen(each)} ×（${counted} − ${excluded.label} ${factInWords(excluded, less)}）`;
  if (less > count) return { exact: wholeRatio(0n), formula: `${formula}は0円以下のため0円` };
  return { exact: wholeRatio(timesYen(each, count - less)), formula };
}

/** `3,360円 × 100世帯 ＋ 3,120円 × 34世帯`: each band pays for the units within it. */
function banded(term: TermOf<'banded'>, facts: KnownFacts): Exact {
  const count = facts.count(term.unit);
  const fact = facts.definition(term.unit);
  let below = 0;
  const parts = term.bands.map(({ upTo, yen: each }) => {
    const within = Math.max(0, Math.min(count, upTo ?? count) - below);
    below = upTo ?? below;
    return { each: yen(each), within };
  });
  const paid = parts.filter(({ within }, index) => within > 0 || (count === 0 && index === 0));
  return {
    exact: sumExact(parts.map(({ each, within }) => wholeRatio(timesYen(each, within)))),
    formula: paid.map(({ each, within }) => `${formatYen(each)} × ${factInWords(fact, within)}`).join(' ＋ '),
  };
}

function byClass(term: TermOf<'by-class'>, facts: KnownFacts): Exact {
  const { id, label } = facts.option(term.fact);
  const amount = yen(term.amounts.find(({ option }) => option === id)?.yen ?? '0');
  return {
    exact: wholeRatio(amount),
    formula: `${formatYen(amount)}（${facts.definition(term.fact).label}「${label}」）`,
  };
}

/** `35,000,000円 × 100分の70 × 4,200人 ÷ 79,000人`, in equal parts `35,000,000円 × 100分の30 ÷ 15`. */
function share(term: TermOf<'share'>, facts: KnownFacts): Exact {
  const pool = multiplyRatios(wholeRatio(yen(term.pool)), ratio(...term.rate));
  const formula = `${formatYen(yen(term.pool))} × ${rateInWords(term.rate)}`;
  if (term.part === null) {
    return { exact: multiplyRatios(pool, ratio(1, term.whole)), formula: `${formula} ÷ ${groupDigits(term.whole)}` };
  }
  const part = facts.count(term.part);
  const fact = facts.definition(term.part);
  return {
    exact: multiplyRatios(pool, ratio(part, term.whole)),
    formula: `${formula} × ${factInWords(fact, part)} ÷ ${factInWords(fact, term.whole)}`,
  };
}
