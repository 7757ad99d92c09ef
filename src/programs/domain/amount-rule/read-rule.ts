import type { DocumentReader } from '../../../forms/index.js';
import {
  ROUNDING_MODES,
  ROUNDING_PLACES,
  ROUNDING_UNITS,
  type AmountRule,
  type OverSubscription,
  type RoundingUnit,
  type RuleCap,
  type RuleRounding,
} from './amount-rule.js';
import { readFact } from './read-fact.js';
import { readTerm } from './read-term.js';

/** What the rest of the document offers to its rule. */
export interface RuleSurroundings {
  /** Ids of the categories of expenditure. */
  readonly categories: readonly string[];
  /** Ids of the questions that an applicant answers. */
  readonly questions: readonly string[];
}

/** Reads a rule from a form or a JSON file; every fault goes to the reader, at its place. */
export function readRule(reader: DocumentReader, surroundings: RuleSurroundings): AmountRule {
  const facts = reader.everyRow('facts', (item) => readFact(item, surroundings.questions));
  const terms = reader.everyRow('terms', (item) => readTerm(item, facts, surroundings.categories));
  if (terms.length === 0) reader.fault('terms[0].label', 'programs.no-terms');
  const ids = facts.map(({ id }) => id);
  const twice = ids.findIndex((id, index) => ids.indexOf(id) !== index);
  if (twice >= 0) reader.fault(`facts[${String(twice)}].id`, 'forms.same-id-twice', { id: ids[twice] ?? '' });
  return {
    facts,
    terms,
    deductions: readDeductions(reader.within('deductions')),
    caps: reader.everyRow('caps', readCap),
    rounding: reader.given('rounding') ? readRounding(reader.within('rounding')) : null,
    overSubscription: reader.given('overSubscription') ? readOverSubscription(reader.within('overSubscription')) : null,
  };
}

function readDeductions(reader: DocumentReader): AmountRule['deductions'] {
  const otherIncome = reader.flag('otherIncome');
  const taxCredit = reader.flag('taxCredit');
  const label = '差し引くものの根拠条文';
  const article =
    otherIncome || taxCredit ? reader.text('article', label, 60) : reader.optionalText('article', label, 60);
  return { otherIncome, taxCredit, article };
}

function readCap(item: DocumentReader): RuleCap {
  const kind = item.choice('kind', '上限の種類', ['yen', 'share-of-cost'] as const);
  const common = { label: item.text('label', '上限の名称', 40), article: item.text('article', '上限の根拠条文', 60) };
  if (kind === 'yen') return { kind, ...common, yen: item.amount('yen', '上限の金額') };
  return { kind, ...common, rate: item.rate('rate', '対象経費に対する上限の割合') };
}

const readRounding = (reader: DocumentReader): RuleRounding => ({
  unit: readUnit(reader, '端数処理の単位'),
  mode: reader.choice('mode', '端数処理の方法', ROUNDING_MODES),
  on: reader.choice('on', '端数処理をするところ', ROUNDING_PLACES),
  article: reader.text('article', '端数処理の根拠条文', 60),
});

const readOverSubscription = (reader: DocumentReader): OverSubscription => ({
  method: reader.choice('method', '申請の合計が予算を超えるときの配分', ['pro-rata'] as const),
  unit: readUnit(reader, '按分の端数処理の単位'),
  article: reader.text('article', '按分の根拠条文', 60),
});

function readUnit(reader: DocumentReader, label: string): RoundingUnit {
  const typed = reader.optionalText('unit', label);
  const unit = ROUNDING_UNITS.find((each) => String(each) === typed);
  if (unit === undefined) reader.fault('unit', 'programs.not-a-rounding-unit', { label });
  return unit ?? 1;
}
