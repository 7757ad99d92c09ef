import { refuseWhenFaulty } from '../../../kernel/domain-error.js';
import type { Working } from '../../../kernel/working.js';
import { yen, ZERO_YEN } from '../../../kernel/yen.js';
import type { FactDefinition, RuleInput } from '../amount-rule/amount-rule.js';
import { evaluateRule } from '../amount-rule/evaluate-rule.js';
import { isClass, KnownFacts } from '../amount-rule/facts.js';
import { dependsOnCosts } from '../amount-rule/rule-in-words.js';
import { DocumentReader } from '../../../forms/index.js';
import type { ProgramDocument } from '../program-document.js';

type Rules = Pick<ProgramDocument, 'rule' | 'budget'>;

/** What an example must say so that the amount of each of some editions can be worked out. */
export interface ExampleFields {
  readonly facts: readonly FactDefinition[];
  /** The categories of expenditure whose eligible cost counts; none where no amount depends on costs. */
  readonly categories: readonly { readonly id: string; readonly label: string }[];
  readonly otherIncome: boolean;
  readonly taxCredit: boolean;
  readonly times: boolean;
}

/** What any of the editions asks for, each once; the first edition gives it its words. */
export function exampleFields(editions: readonly Rules[]): ExampleFields {
  const rules = editions.map(({ rule }) => rule);
  return {
    facts: onceEach(rules.flatMap(({ facts }) => facts)).map((fact) => withOptionsOf(fact, rules)),
    categories: onceEach(editions.flatMap(({ rule, budget }) => (dependsOnCosts(rule) ? budget.expenditure : []))).map(
      ({ id, label }) => ({ id, label }),
    ),
    otherIncome: rules.some(({ deductions }) => deductions.otherIncome),
    taxCredit: rules.some(({ deductions }) => deductions.taxCredit),
    times: rules.some(({ terms }) => terms.some(({ timesPerYear }) => timesPerYear !== null)),
  };
}

const onceEach = <Item extends { readonly id: string }>(items: readonly Item[]): Item[] =>
  items.filter(({ id }, index) => items.findIndex((other) => other.id === id) === index);

/** A class may have been given other options from one edition to the next. */
function withOptionsOf(fact: FactDefinition, rules: readonly ProgramDocument['rule'][]): FactDefinition {
  const same = rules.flatMap(({ facts }) => facts).filter(({ id }) => id === fact.id);
  const options = onceEach(same.flatMap((each) => each.options ?? []));
  return options.length === 0 ? fact : { ...fact, options };
}

/** The fields `fact-<id>`, `cost-<id>`, `other-income`, `tax-credit` and `times` as typed; a blank amount is 0. Faults at them. */
export function readExample(fields: ExampleFields, typed: unknown): RuleInput {
  const reader = new DocumentReader(typed);
  const amount = (field: string, label: string) => {
    const digits = reader.optionalAmount(field, label);
    return digits === null ? ZERO_YEN : yen(digits);
  };
  const facts = fields.facts.map((fact): [string, number | string] => {
    const field = `fact-${fact.id}`;
    if (!isClass(fact)) return [fact.id, reader.whole(field, fact.label, 0, 999_999_999)];
    return [
      fact.id,
      reader.choice(
        field,
        fact.label,
        (fact.options ?? []).map(({ id }) => id),
      ),
    ];
  });
  const input: RuleInput = {
    facts: Object.fromEntries(facts),
    costs: Object.fromEntries(fields.categories.map(({ id, label }) => [id, amount(`cost-${id}`, label)])),
    otherIncome: fields.otherIncome ? amount('other-income', 'その他の収入') : ZERO_YEN,
    taxCredit: fields.taxCredit ? amount('tax-credit', '仕入控除税額') : ZERO_YEN,
    timesThisYear: fields.times ? reader.whole('times', '今年度の何回目の申請か', 1, 99) : 1,
  };
  refuseWhenFaulty(reader.faults);
  return input;
}

/** What an edition gives for the example; null where a class was chosen that this edition does not know. */
export function tryExample({ rule, budget }: Rules, input: RuleInput): Working | null {
  const known = new KnownFacts(rule.facts, input.facts);
  const fits = rule.facts.every(
    (fact) => !isClass(fact) || fact.options?.some(({ id }) => id === input.facts[fact.id]) === true,
  );
  if (!fits) return null;
  const costs = Object.fromEntries(budget.expenditure.map(({ id }) => [id, input.costs[id] ?? ZERO_YEN]));
  const facts = Object.fromEntries(rule.facts.map(({ id }) => [id, known.value(id)]));
  return evaluateRule(rule, { ...input, facts, costs });
}
