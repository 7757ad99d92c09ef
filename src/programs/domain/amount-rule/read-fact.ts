import type { DocumentReader } from '../../../forms/index.js';
import { FACT_SOURCES, type FactDefinition } from './amount-rule.js';
import { isClass } from './facts.js';

/** One row of 数えるもの: what is counted or known of an organisation, and where it is known from. */
export function readFact(item: DocumentReader, questions: readonly string[]): FactDefinition {
  const source = item.choice('source', '数えるものの出どころ', FACT_SOURCES);
  const options = item.everyRow('options', (option) => ({
    id: option.id('option'),
    label: option.text('label', '区分の名称', 40),
  }));
  const fact = {
    id: item.id('fact'),
    label: item.text('label', '数えるものの名称', 40),
    unitLabel:
      options.length > 0 ? item.optionalText('unitLabel', '単位の名称', 20) : item.text('unitLabel', '単位の名称', 20),
    source,
    ...(isClass({ options }) && { options }),
  };
  if (options.length === 1) item.fault('options[1].label', 'programs.one-option-only');
  const ids = options.map(({ id }) => id);
  const twice = ids.findIndex((id, index) => ids.indexOf(id) !== index);
  if (twice >= 0) item.fault(`options[${String(twice)}].id`, 'forms.same-id-twice', { id: ids[twice] ?? '' });
  if (isClass(fact) && (source === 'wards' || source === 'support-year')) {
    item.fault('source', 'programs.source-counts', { label: fact.label });
  }
  if (source !== 'question') return fact;
  const question = item.optionalText('question', '答えを使う質問', 40);
  if (!questions.includes(question)) item.fault('question', 'programs.fact-without-question', { label: fact.label });
  return { ...fact, question };
}
