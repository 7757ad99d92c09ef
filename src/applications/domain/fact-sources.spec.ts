import { describe, expect, it } from '@jest/globals';
import { factFaults, factsFor, pendingWorking, type AskedFact, type FactSources } from './fact-sources.js';

const ASKED: readonly AskedFact[] = [
  { id: 'wards', label: '行政区の数', source: 'wards' },
  { id: 'population', label: '人口', source: 'figure' },
  { id: 'members', label: '会員数', source: 'question', question: 'how-many' },
  {
    id: 'office',
    label: '事務所の借上げ',
    source: 'question',
    question: 'office-rented',
    options: [
      { id: 'rented', label: 'あり' },
      { id: 'none', label: 'なし' },
    ],
  },
  { id: 'support-year', label: '支援の年次', source: 'support-year' },
];
const SOURCES: FactSources = {
  wards: 6,
  figures: new Map([['population', '2500']]),
  answers: { 'how-many': '１，２００', 'office-rented': 'rented' },
  supportYear: 2,
};

describe('the facts of a rule', () => {
  it('are found in the register, among figures and answers, and in the years before', () => {
    expect(factsFor(ASKED, SOURCES)).toEqual({
      facts: { wards: 6, population: 2500, members: 1200, office: 'rented', 'support-year': 2 },
      missing: [],
    });
  });

  it('understand a class by its words, and take what staff entered before what is counted', () => {
    const figures = new Map([...SOURCES.figures, ['support-year', '4'] as const]);
    const { facts } = factsFor(ASKED, {
      ...SOURCES,
      figures,
      answers: { ...SOURCES.answers, 'office-rented': 'なし' },
    });
    expect(facts).toMatchObject({ office: 'none', 'support-year': 4 });
  });

  it.each(['', 'たくさん', '-1', '1.5', '10000000000'])('are missing where nothing countable is known: %p', (typed) => {
    const { facts, missing } = factsFor(ASKED, {
      ...SOURCES,
      figures: new Map(),
      answers: { 'how-many': typed, 'office-rented': typed },
    });
    expect(facts).toEqual({ wards: 6, 'support-year': 2 });
    expect(factFaults(missing)).toEqual([
      { pointer: '', code: 'applications.figure-missing', params: { label: '人口' } },
      { pointer: 'form.how-many', code: 'applications.fact-answer-missing', params: { label: '会員数' } },
      { pointer: 'form.office-rented', code: 'applications.fact-answer-missing', params: { label: '事務所の借上げ' } },
    ]);
    const { lines, total } = pendingWorking(missing);
    expect(total).toBe(0n);
    expect(lines.map(({ formula }) => formula)).toEqual([
      '担当課が人口を登録すると計算できます',
      '「会員数」に答えると計算できます',
      '「事務所の借上げ」に答えると計算できます',
    ]);
  });
});
