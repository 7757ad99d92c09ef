import { describe, expect, it } from '@jest/globals';
import { changesBetween, placesOf, readPoints, unansweredFaults, type CorrectionPoint } from './correction-points.js';
import { type Answer, shortCode } from '../../forms/index.js';
import type { SubmittedContent } from './submission.js';

const answer = (
  section: string,
  sectionTitle: string,
  words: Pick<Answer, 'id' | 'label' | 'kind' | 'text'> & Partial<Answer>,
): Answer => ({ section, sectionTitle, value: '', table: null, ...words });

const content: SubmittedContent = {
  applicant: {
    name: '見本の会',
    address: '見本1-1',
    representative: { role: '会長', name: '見本 花子' },
    wards: ['一区'],
  },
  facts: { wards: 1 },
  working: { lines: [], total: '580000' },
  answers: [
    answer('plan', '年間の計画', { id: 'aim', label: '目ざすこと', kind: 'text', text: '助け合う。' }),
    answer('plan', '年間の計画', {
      id: 'dates',
      label: '日程',
      kind: 'table',
      text: '令和8年5月10日　清掃',
      table: {
        columns: [
          { label: '日', kind: 'date' },
          { label: 'こと', kind: 'text' },
        ],
        rows: [{ id: 'r1', cells: ['令和8年5月10日', '清掃'] }],
      },
    }),
    answer('pledges', '誓約', { id: 'books', label: '帳簿', kind: 'declaration', text: '帳簿を備えます。' }),
    answer('pledges', '誓約', { id: 'rolls', label: '名簿', kind: 'file', text: '名簿.pdf（0000-0000）' }),
  ],
  budget: {
    income: [{ id: 'grant', category: 'grant', label: '運営交付金', amount: '580000', remark: '' }],
    expenditure: [{ id: 'l1', category: 'office', label: '事務費', amount: '580000', remark: '用紙' }],
  },
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
  it('are every answer, row, budget line and file, in the order of the journey', () => {
    expect(placesOf(content).map(({ pointer }) => pointer)).toEqual([
      'form.aim',
      'form.dates.r1',
      'form.dates.whole',
      'budget.grant',
      'budget.l1',
      'budget.whole',
      'form.books',
      'form.rolls',
      'files.bylaws',
    ]);
    expect(placesOf(content).find(({ pointer }) => pointer === 'form.dates.r1')).toMatchObject({
      label: '日程：1行目',
      text: '令和8年5月10日　清掃',
    });
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
      { pointer: 'form.aim', text: '  ' },
    ];
    expect(readPoints(content, typed)).toEqual([
      { pointer: 'budget.l1', label: '支出：事務費', text: '内訳を書いてください。' },
    ]);
  });

  it('are at least one, no novel, and at a place that was sent', () => {
    expect(() => readPoints(content, [])).toThrow('common.invalid');
    expect(() => readPoints(content, [{ pointer: 'form.aim', text: 'あ'.repeat(501) }])).toThrow('common.invalid');
    expect(() => readPoints(content, [{ pointer: 'form.none', text: '？' }])).toThrow('common.not-found');
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

  it('says of a line what differs from the plain case, so that a change of it is seen', () => {
    const [kept] = content.budget.expenditure;
    const priced = { ...content.budget, expenditure: [{ ...kept!, basis: '290,000円 × 2回' }] };
    const refused = { ...content.budget, expenditure: [{ ...kept!, eligible: false, reason: '自主事業' }] };
    const taxed = { ...refused, taxCredit: { kind: 'unknown', amount: '0' } } as const;
    const [change, credit] = changesBetween({ ...content, budget: priced }, { ...content, budget: taxed });
    expect([change?.before, change?.after]).toEqual([
      '事務費 580,000円（用紙、290,000円 × 2回）',
      '事務費 580,000円（用紙、対象外：自主事業）',
    ]);
    expect(credit).toMatchObject({ pointer: 'budget.tax-credit', before: null });
  });

  it('answers a point by words or by a change at its place; a point at a whole by any change in it', () => {
    const points = [point('form.aim'), point('budget.l1'), point('budget.whole'), point('form.books')];
    const open = unansweredFaults(points, { 'form.aim': '高齢の人のため。' }, changesBetween(content, mended));
    expect(open.map(({ pointer }) => pointer)).toEqual(['pointAnswers.form.books']);
  });
});
