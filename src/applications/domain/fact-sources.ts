import type { Fault } from '../../kernel/domain-error.js';
import { workingOf, type Working } from '../../kernel/working.js';
import { ZERO_YEN } from '../../kernel/yen.js';
import { placeOf } from '../../forms/index.js';

/** A fact that the programme's rule asks for, as far as it is found here. */
export interface AskedFact {
  readonly id: string;
  readonly label: string;
  readonly source: 'wards' | 'figure' | 'question' | 'support-year';
  readonly question?: string;
  readonly options?: readonly { readonly id: string; readonly label: string }[];
}

/** All that is known of an organisation in the programme's year. */
export interface FactSources {
  /** Number of 行政区 in the register. */
  readonly wards: number;
  /** What staff entered for the year, by the id of the fact. */
  readonly figures: ReadonlyMap<string, string>;
  /** Numbers in digits and choices by their option, by question. */
  readonly answers: Readonly<Record<string, string>>;
  /** 1 in the first year in which the organisation applies; null where nobody counted. */
  readonly supportYear: number | null;
}

export interface FoundFacts {
  readonly facts: Readonly<Record<string, number | string>>;
  /** What is still missing, and who can give it. */
  readonly missing: readonly AskedFact[];
}

/** Finds each fact where its definition says it is known from. */
export function factsFor(asked: readonly AskedFact[], sources: FactSources): FoundFacts {
  const found = asked.map((fact) => ({ fact, value: valueOf(fact, sources) }));
  return {
    facts: Object.fromEntries(found.flatMap(({ fact: { id }, value }) => (value === null ? [] : [[id, value]]))),
    missing: found.filter(({ value }) => value === null).map(({ fact }) => fact),
  };
}

function valueOf(fact: AskedFact, { wards, figures, answers, supportYear }: FactSources): number | string | null {
  switch (fact.source) {
    case 'wards':
      return wards;
    case 'figure':
      return readFact(fact, figures.get(fact.id) ?? '');
    case 'question':
      return readFact(fact, answers[fact.question ?? ''] ?? '');
    case 'support-year':
      // Years of support before this system was there are known to staff alone.
      return readFact(fact, figures.get(fact.id) ?? '') ?? supportYear;
  }
}

/** A class by its id or its words, a number by its digits; null for anything else. */
function readFact({ options = [] }: AskedFact, typed: string): number | string | null {
  const text = typed.normalize('NFKC').trim();
  if (options.length > 0) return options.find(({ id, label }) => text === id || text === label)?.id ?? null;
  const digits = text.replace(/[\s,]/g, '');
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}

/** What keeps the amount from being worked out: at the question, or for the town to enter. */
export const factFaults = (missing: readonly AskedFact[]): Fault[] =>
  missing.map(({ label, source, question = '' }) => {
    if (source === 'support-year') return { pointer: '', code: 'applications.project-unsaid' };
    return source === 'question'
      ? { pointer: placeOf(question), code: 'applications.fact-answer-missing', params: { label } }
      : { pointer: '', code: 'applications.figure-missing', params: { label } };
  });

/** Stands for the working until everything is known: 0 yen, and what it waits for. */
export const pendingWorking = (missing: readonly AskedFact[]): Working =>
  workingOf(
    missing.map(({ label, source }) => ({ label, article: '', formula: AWAITED[source](label), yen: ZERO_YEN })),
  );

const byTown = (label: string): string => `担当課が${label}を登録すると計算できます`;
const AWAITED: Readonly<Record<AskedFact['source'], (label: string) => string>> = {
  wards: byTown,
  figure: byTown,
  question: (label) => `「${label}」に答えると計算できます`,
  'support-year': (label) => `続きの事業か新しい事業かを選んで${label}が決まると計算できます`,
};
