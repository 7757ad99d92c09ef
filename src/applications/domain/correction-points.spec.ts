import { describe, expect, it } from '@jest/globals';
import {
  changesBetween,
  placesOf,
  readPoints,
  sectionOf,
  unansweredFaults,
  type CorrectionPoint,
} from './correction-points.js';
import { shortCode, type SubmittedContent } from './submission.js';

const content: SubmittedContent = {
  applicant: {
    name: '見本の会',
    address: '見本1-1',
    representative: { role: '会長', name: '見本 花子' },
    wards: ['一区'],
  },
  facts: { wards: 1 },
  working: { lines: [], total: '580000' },
  plan: [{ id: 'aim', label: '目ざすこと', answer: '助け合う。' }],
  budget: {
    income: [{ id: 'grant', category: 'grant', label: '運営交付金', amount: '580000', remark: '' }],
    expenditure: [{ id: 'l1', category: 'office', label: '事務費', amount: '580000', remark: '用紙' }],
  },
  declarations: [{ id: 'books', text: '帳簿を備えます。' }],
  files: [
    {
      kind: 'bylaws',
      label: '規約',
      name: '規約.pdf',
      mediaType: 'application/pdf',
      size: 9,
      sha256: 'ab12'.repeat(16),
    },
  ],
};

const point = (pointer: string): CorrectionPoint => ({
  id: pointer,
  round: 1,
  pointer,
  label: pointer,
  text: '直してください。',
  madeBy: '担当 一子',
  madeAt: new Date(0),
  answer: null,
  answeredBy: null,
});

describe('places of an application', () => {
  it('are every answer, budget line, declaration and file, each belonging to one section', () => {
    expect(placesOf(content).map(({ pointer }) => pointer)).toEqual([
      'plan.aim',
      'budget.grant',
      'budget.l1',
      'budget.whole',
      'declarations.books',
      'files.bylaws',
      'files.whole',
    ]);
    expect(placesOf(content).map(({ pointer }) => sectionOf(pointer))).toEqual([
      'plan',
      'budget',
      'budget',
      'budget',
      'declarations',
      'files',
      'files',
    ]);
  });

  it('name a file by what people compare: the first eight characters of its hash', () => {
    expect(shortCode('ab12'.repeat(16))).toBe('AB12-AB12');
    expect(placesOf(content).find(({ pointer }) => pointer === 'files.bylaws')?.text).toBe('規約.pdf（AB12-AB12）');
  });
});

describe('points of a return', () => {
  it('are kept with the words of their place; blank ones are none', () => {
    const typed = [
      { pointer: 'budget.l1', text: ' 内訳を書いてください。 ' },
      { pointer: 'plan.aim', text: '  ' },
    ];
    expect(readPoints(content, typed)).toEqual([
      { pointer: 'budget.l1', label: '支出：事務費', text: '内訳を書いてください。' },
    ]);
  });

  it('are at least one, no novel, and at a place that was sent', () => {
    expect(() => readPoints(content, [])).toThrow('common.invalid');
    expect(() => readPoints(content, [{ pointer: 'plan.aim', text: 'あ'.repeat(501) }])).toThrow('common.invalid');
    expect(() => readPoints(content, [{ pointer: 'plan.none', text: '？' }])).toThrow('common.not-found');
  });
});

describe('a correction', () => {
  const line = { id: 'l1', category: 'office', label: '事務費', amount: '500000', remark: '用紙' };
  const added = { id: 'l2', category: 'meetings', label: '会議費', amount: '80000', remark: '' };
  const mended: SubmittedContent = { ...content, budget: { ...content.budget, expenditure: [line, added] }, files: [] };

  it('is shown before and after, additions and removals included', () => {
    expect(changesBetween(content, mended).map(({ label, before, after }) => [label, before, after])).toEqual([
      ['支出：事務費', '事務費 580,000円（用紙）', '事務費 500,000円（用紙）'],
      ['支出：会議費', null, '会議費 80,000円'],
      ['規約', '規約.pdf（AB12-AB12）', null],
    ]);
    expect(changesBetween(content, content)).toEqual([]);
  });

  it('answers a point by words or by a change at its place; a point at a whole by any change in it', () => {
    const points = [point('plan.aim'), point('budget.l1'), point('budget.whole'), point('declarations.books')];
    const open = unansweredFaults(points, { 'plan.aim': '高齢の人のため。' }, changesBetween(content, mended));
    expect(open.map(({ pointer }) => pointer)).toEqual(['pointAnswers.declarations.books']);
  });
});
