import type { WorkingLine } from '../../../kernel/working.js';
import { groupDigits, ZERO_YEN } from '../../../kernel/yen.js';
import type { Condition, RuleTerm } from './amount-rule.js';
import type { KnownFacts } from './facts.js';
import { conditionInWords, factInWords } from './words.js';

type Conditional = RuleTerm & { readonly when: Condition };

/**
 * null when the term counts. Otherwise its lines: none where another term stands for the same fact (the 40,000 yen for
 * up to 100 households need no word where 30,000 are paid for more), else one of 0 yen that says why.
 */
export function whyNotCounted(
  term: RuleTerm,
  terms: readonly RuleTerm[],
  facts: KnownFacts,
  timesThisYear: number,
): WorkingLine[] | null {
  if (term.when && !facts.meets(term.when)) return unmet(term, term.when, terms, facts);
  const { timesPerYear } = term;
  if (!timesPerYear || timesThisYear <= timesPerYear.most) return null;
  const formula = `今年度${groupDigits(timesThisYear)}回目のため対象外（1年度に${groupDigits(timesPerYear.most)}回まで）`;
  return [{ label: term.label, article: timesPerYear.article, formula, yen: ZERO_YEN }];
}

/** Terms on one fact of which none is met share one line, which stands at the first of them. */
function unmet(term: RuleTerm, when: Condition, terms: readonly RuleTerm[], facts: KnownFacts): WorkingLine[] {
  const alike = terms.filter((each): each is Conditional => each.when?.fact === when.fact);
  if (alike[0] !== term || alike.some((each) => facts.meets(each.when))) return [];
  const fact = facts.definition(when.fact);
  const value = factInWords(fact, facts.value(when.fact));
  const fitting = [...new Set(alike.map((each) => conditionInWords(fact, each.when)))].join('、');
  return [
    {
      label: [...new Set(alike.map(({ label }) => label))].join('・'),
      article: [...new Set(alike.map(({ article }) => article))].join('、'),
      formula: `${fact.label}が${value}のため対象外（対象は${fitting}）`,
      yen: ZERO_YEN,
    },
  ];
}
