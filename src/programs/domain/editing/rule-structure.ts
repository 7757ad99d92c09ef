import type { AmountRule, RuleTerm } from '../amount-rule/amount-rule.js';

/**
 * Whether two rules differ in figures and words alone: the same facts from the same sources, the same terms in the same
 * order with the same conditions, the same kinds of cap. Bands, categories and rounding count as figures.
 */
export const sameStructure = (one: AmountRule, other: AmountRule): boolean =>
  JSON.stringify(structureOf(one)) === JSON.stringify(structureOf(other));

const structureOf = ({ facts, terms, caps }: AmountRule): unknown => [
  facts.map(({ id, source, question = null, options = [] }) => [id, source, question, options.map((each) => each.id)]),
  terms.map((term) => [term.kind, referencesOf(term), conditionOf(term)]),
  caps.map(({ kind }) => kind),
];

function referencesOf(term: RuleTerm): unknown {
  switch (term.kind) {
    case 'per-unit':
      return [term.unit, term.less];
    case 'banded':
      return term.unit;
    case 'by-class':
      return [term.fact, term.amounts.map(({ option }) => option)];
    case 'share':
      return term.part;
    case 'flat':
    case 'rate':
      return null;
  }
}

/** Its fact and form; the option of a class belongs to it, a number does not. */
function conditionOf({ when }: RuleTerm): unknown {
  if (!when) return null;
  const { fact, is } = when;
  return [fact, typeof is === 'string' ? is : is === undefined ? 'bounds' : 'number'];
}
