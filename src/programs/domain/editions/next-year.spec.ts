import { describe, expect, it } from '@jest/globals';
import { fiscalYear } from '../../../kernel/fiscal-year.js';
import { localDate } from '../../../kernel/local-date.js';
import type { ProgramDocument } from '../program-document.js';
import { forNextYear } from './next-year.js';

const document = {
  name: '令和9年度 運営交付金',
  purpose: '令和9年度の運営を支える。令和2年度に始まった制度です。',
  fiscalYear: fiscalYear(2027),
  timetable: { opens: localDate('2027-04-01'), closes: localDate('2028-02-29'), decisionBy: localDate('2028-03-31') },
  eligibleStart: { kind: 'day', day: localDate('2027-04-01') },
  changes: { article: '規則第8条', progressDue: localDate('2027-11-30') },
  form: [{ id: 'plan', title: '令和9年度の計画', lead: '', questions: [] }],
} as unknown as ProgramDocument;

describe('an edition for the next year', () => {
  it('moves its year, its days and the words for it, and leaves other years alone', () => {
    expect(forNextYear(document)).toMatchObject({
      name: '令和10年度 運営交付金',
      purpose: '令和10年度の運営を支える。令和2年度に始まった制度です。',
      fiscalYear: 2028,
      timetable: { opens: '2028-04-01', closes: '2029-02-28', decisionBy: '2029-03-31' },
      eligibleStart: { kind: 'day', day: '2028-04-01' },
      changes: { article: '規則第8条', progressDue: '2028-11-30' },
      form: [{ id: 'plan', title: '令和10年度の計画' }],
    });
  });
});
