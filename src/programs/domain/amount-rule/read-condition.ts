import type { DocumentReader } from '../../../forms/index.js';
import type { Condition, FactDefinition } from './amount-rule.js';
import { isClass } from './facts.js';

const MOST = 999_999_999;

/** When a term counts: an option of a class, an exact number, or bounds. */
export function readCondition(reader: DocumentReader, facts: readonly FactDefinition[]): Condition {
  const id = reader.optionalText('fact', '条件に使うもの', 40);
  const fact = facts.find((each) => each.id === id);
  if (!fact) {
    const known = facts.map(({ label }) => label).join('、');
    if (known === '') reader.fault('fact', 'programs.no-fitting-fact', { label: '条件に使うもの' });
    else reader.fault('fact', 'programs.fact-unknown', { label: '条件に使うもの', known });
    return { fact: id };
  }
  return isClass(fact) ? chosen(reader, fact) : counted(reader, fact);
}

function chosen(reader: DocumentReader, { id, options = [] }: FactDefinition): Condition {
  const is = reader.optionalText('is', '条件の区分', 40);
  if (!options.some((option) => option.id === is)) {
    reader.fault('is', 'programs.option-unknown', { known: options.map(({ label }) => label).join('、') });
  }
  return { fact: id, is };
}

function counted(reader: DocumentReader, { id, label }: FactDefinition): Condition {
  if (reader.given('is')) return { fact: id, is: reader.whole('is', '条件の数', 0, MOST) };
  const atLeast = reader.optionalWhole('atLeast', '「以上」の数', 0, MOST);
  const atMost = reader.optionalWhole('atMost', '「以下」の数', 0, MOST);
  if (atLeast === null && atMost === null) reader.fault('atLeast', 'programs.condition-without-bounds', { label });
  if (atLeast !== null && atMost !== null && atMost < atLeast) {
    reader.fault('atMost', 'programs.condition-bounds-crossed', { atLeast });
  }
  return { fact: id, ...(atLeast !== null && { atLeast }), ...(atMost !== null && { atMost }) };
}
