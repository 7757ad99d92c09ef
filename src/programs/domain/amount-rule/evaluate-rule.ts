import { lesserRatio, multiplyRatios, ratio, toYen, wholeRatio, type Ratio } from '../../../kernel/ratio.js';
import { workingOf, type Working, type WorkingLine } from '../../../kernel/working.js';
import { formatYen, subtractYen, sumYen, yen, ZERO_YEN, type Yen } from '../../../kernel/yen.js';
import type { AmountRule, RuleInput, RuleRounding, RuleTerm } from './amount-rule.js';
import { EligibleCost, sumExact } from './eligible-cost.js';
import { evaluateTerm } from './evaluate-term.js';
import { KnownFacts } from './facts.js';
import { roundingInWords } from './words.js';
import { whyNotCounted } from './why-not-counted.js';

/** An exact amount on its way to yen, with the lines that have led to it; the lines sum to its whole yen. */
interface Part {
  readonly exact: Ratio;
  readonly lines: readonly WorkingLine[];
  /** What rounding up must not exceed. */
  readonly limit: Yen | null;
}

/**
 * The amount in yen that the rule gives, with its working: a line for each term, then what caps and rounding take off,
 * so that the lines sum to the total. Fractions of a yen are kept until the rule rounds. RangeError on broken input.
 */
export function evaluateRule(rule: AmountRule, input: RuleInput): Working {
  const facts = new KnownFacts(rule.facts, input.facts);
  const cost = new EligibleCost(rule.deductions, input);
  const parts = rule.terms.map((term): Part => {
    const nothing = whyNotCounted(term, rule.terms, facts, input.timesThisYear);
    return nothing ? { exact: wholeRatio(0n), lines: nothing, limit: ZERO_YEN } : termPart(term, rule, facts, cost);
  });
  const limits = parts.flatMap(({ limit }) => limit ?? []);
  const sum: Part = {
    exact: sumExact(parts.map(({ exact }) => exact)),
    lines: [...parts.flatMap(({ lines }) => lines), ...unknownTaxCredit(rule, input)],
    limit: limits.length === parts.length ? sumYen(limits) : null,
  };
  const capped = capSum(rule, sum, cost);
  return workingOf(roundPart(capped, rule.rounding?.on === 'sum' ? rule.rounding : null, '端数処理').lines);
}

function termPart(term: RuleTerm, rule: AmountRule, facts: KnownFacts, cost: EligibleCost): Part {
  const { exact, formula } = evaluateTerm(term, facts, cost);
  const article =
    term.kind === 'rate' && cost.isReduced ? joinArticles([term.article, rule.deductions.article]) : term.article;
  const line = { label: term.label, article, formula, yen: toYen(exact) };
  const limit = termLimit(term);
  const part = { exact, lines: [line], limit: null };
  const capped = limit === null ? part : cap(part, limit, capLine(term, limit));
  return rule.rounding?.on === 'sum' ? capped : roundPart(capped, rule.rounding, `${term.label}の端数処理`);
}

/** Its own 上限; a share can never exceed the part of the pool that is shared. */
function termLimit(term: RuleTerm): Yen | null {
  const own = term.cap === null ? null : yen(term.cap);
  if (term.kind !== 'share') return own;
  const pool = toYen(multiplyRatios(wholeRatio(yen(term.pool)), ratio(...term.rate)));
  return own !== null && own < pool ? own : pool;
}

const capLine = ({ label, article }: RuleTerm, limit: Yen): Omit<WorkingLine, 'yen'> => ({
  label: `${label}の上限`,
  article,
  formula: `上限${formatYen(limit)}まで`,
});

/** Cuts to the limit; a line says so where that takes a whole yen or more. */
function cap(part: Part, limit: Yen, line: Omit<WorkingLine, 'yen'>): Part {
  const whole = toYen(part.exact);
  return {
    exact: lesserRatio(part.exact, wholeRatio(limit)),
    lines: whole > limit ? [...part.lines, { ...line, yen: subtractYen(limit, whole) }] : part.lines,
    limit: part.limit === null || limit < part.limit ? limit : part.limit,
  };
}

function capSum(rule: AmountRule, sum: Part, cost: EligibleCost): Part {
  return rule.caps.reduce(
    (part, each) => {
      const { label, article } = each;
      const share = each.kind === 'share-of-cost' ? cost.times(each.rate) : null;
      const limit = each.kind === 'yen' ? yen(each.yen) : toYen(share?.exact ?? wholeRatio(0n));
      const ofCost = share && limit > 0n ? `${share.formula}（${formatYen(limit)}）まで` : share?.formula;
      const formula = ofCost ?? `上限${formatYen(limit)}まで`;
      return cap(part, limit, { label, article, formula });
    },
    withFractions(sum, rule.rounding?.article ?? ''),
  );
}

/** Lines are whole yen; where their fractions together make another yen, a line says so. */
function withFractions(part: Part, article: string): Part {
  const rest = subtractYen(toYen(part.exact), sumYen(part.lines.map((line) => line.yen)));
  if (rest === ZERO_YEN) return part;
  const line = { label: '端数の合計', article, formula: '各行の円未満の合計', yen: rest };
  return { ...part, lines: [...part.lines, line] };
}

/** Rounding up never lifts an amount over its limit. */
function roundPart(part: Part, rounding: RuleRounding | null, label: string): Part {
  const whole = toYen(part.exact);
  if (!rounding) return { ...part, exact: wholeRatio(whole) };
  const rounded = toYen(part.exact, { unit: BigInt(rounding.unit), mode: rounding.mode });
  const amount = part.limit !== null && rounded > part.limit ? part.limit : rounded;
  const line = {
    label,
    article: rounding.article,
    formula: roundingInWords(rounding),
    yen: subtractYen(amount, whole),
  };
  return { ...part, exact: wholeRatio(amount), lines: amount === whole ? part.lines : [...part.lines, line] };
}

const unknownTaxCredit = ({ deductions }: AmountRule, { taxCredit }: RuleInput): WorkingLine[] =>
  deductions.taxCredit && taxCredit === 'unknown'
    ? [
        {
          label: '仕入控除税額',
          article: deductions.article,
          formula: '未確定のため差し引かずに算定（確定したときに報告）',
          yen: ZERO_YEN,
        },
      ]
    : [];

const joinArticles = (articles: readonly string[]): string =>
  [...new Set(articles.filter((article) => article !== ''))].join('、');
