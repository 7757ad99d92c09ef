import { describe, expect, it } from '@jest/globals';
import { fiscalYear } from '../../kernel/fiscal-year.js';
import { localDate } from '../../kernel/local-date.js';
import { proveMachine } from '../../kernel/machine.js';
import { determinationMachine } from './determination.js';
import { dueAfterDiscontinuation, dueDay } from './due-day.js';
import { disallowedCosts, inspectionFaults, unfinishedFaults, type LineInspection } from './inspection.js';
import { changedPlaces, unansweredFaults } from './point.js';
import type { AccountLine } from './read-account.js';
import { duplicatesAmong, readReceipt, receiptsOfLine, type TypedReceipt } from './receipt.js';
import { reportMachine } from './report.js';

describe('the day on which a report is due', () => {
  const rule = { days: 30, latest: { month: 4, day: 20 }, discontinuedDays: 15 };
  const year = fiscalYear(2026);

  it('is counted from the day after the end, or is the day of April where that is earlier', () => {
    expect(dueDay(rule, localDate('2026-08-31'), year)).toBe('2026-09-30');
    expect(dueDay(rule, localDate('2027-03-31'), year)).toBe('2027-04-20');
    expect(dueDay({ ...rule, latest: null }, localDate('2027-03-31'), year)).toBe('2027-04-30');
    expect(dueDay({ ...rule, latest: { month: 2, day: 29 } }, localDate('2027-03-31'), year)).toBe('2027-04-30');
  });

  it('of a discontinued project counts its own days', () => {
    expect(dueAfterDiscontinuation(rule, localDate('2026-10-01'))).toBe('2026-10-16');
  });
});

it('every state of both machines can be reached', () => {
  proveMachine('report', reportMachine, 'open');
  proveMachine('determination', determinationMachine, 'proposed');
});

describe('receipts', () => {
  const receipt = (id: string, more: Partial<TypedReceipt> = {}): TypedReceipt => ({
    ...{ id, line: 'l2', paidOn: '令和8年10月3日', payee: '見本商店', amount: '12,000', purpose: '防災用品' },
    ...{ files: [`hash-of-${id}`], ...more },
  });
  const today = localDate('2027-03-20');

  it('are read in every way people write, or each missing part is named', () => {
    const read = readReceipt(receipt('receipt-1', { amount: '１２，０００' }), new Set(['l2']), today);
    expect(read.receipt).toEqual({
      ...{ id: 'receipt-1', line: 'l2', paidOn: '2026-10-03', payee: '見本商店', amount: '12000', purpose: '防災用品' },
    });
    const blank = { line: '', paidOn: '', payee: ' ', amount: '0', purpose: '', files: [] };
    const { faults } = readReceipt(receipt('receipt-2', blank), new Set(['l2']), today);
    expect(faults.map(({ pointer }) => pointer)).toEqual(
      ['line', 'paid-on', 'payee', 'purpose', 'amount', 'file'].map((field) => `receipts.receipt-2.${field}`),
    );
    const [late] = readReceipt(receipt('receipt-3', { paidOn: '2027-03-21' }), new Set(['l2']), today).faults;
    expect(late?.code).toBe('reports.receipt-in-future');
  });

  it('sum up under their line', () => {
    const all = [
      receipt('a'),
      receipt('b', { amount: '３００' }),
      receipt('c', { line: 'l3' }),
      receipt('d', { amount: 'x' }),
    ];
    expect(receiptsOfLine(all, 'l2')).toBe(12_300n);
  });

  it('that repeat a picture, or payee, day and amount, are pointed out; blanks are alike to nothing', () => {
    const all = [
      receipt('a'),
      receipt('b', { payee: ' 見本 商店', amount: '12000円', paidOn: '2026/10/3' }),
      receipt('c', { payee: '別の店', files: ['hash-of-a'] }),
      receipt('d', { payee: '', paidOn: '', amount: '', files: [] }),
      receipt('e', { payee: '', paidOn: '', amount: '', files: [] }),
      receipt('f', { payee: '町の印刷所', files: ['elsewhere'] }),
    ];
    const elsewhere = { ...receipt('z', { payee: '他店', files: ['elsewhere'] }), report: '夏まつり' };
    expect(duplicatesAmong(all, [elsewhere])).toEqual([
      { id: 'b', why: 'words', other: { id: 'a', report: null } },
      { id: 'c', why: 'file', other: { id: 'a', report: null } },
      { id: 'f', why: 'file', other: { id: 'z', report: '夏まつり' } },
    ]);
  });
});

describe('the inspection', () => {
  const lines: AccountLine[] = [
    {
      ...{ id: 'l2', side: 'expenditure', category: 'supplies', label: '消耗品費', remark: '防災用品' },
      ...{ planned: '50000', amount: '48000', eligible: true },
    },
  ];
  const judged = (more: Partial<LineInspection>): LineInspection[] => [
    { lineId: 'l2', remark: '', judged: 'part', amount: '8,000', reason: '事業の後の購入', ...more },
  ];

  it('takes off a part or the whole of a cost, with its reason', () => {
    expect(disallowedCosts(lines, judged({}))).toEqual([
      {
        ...{ lineId: 'l2', label: '消耗品費', remark: '防災用品', amount: '48000', disallowed: '8000' },
        reason: '事業の後の購入',
      },
    ]);
    expect(disallowedCosts(lines, judged({ judged: 'whole' }))[0]?.disallowed).toBe('48000');
    expect(disallowedCosts(lines, judged({ judged: '' }))).toEqual([]);
  });

  it('asks for the reason, and for a part that is one', () => {
    const codes = (more: Partial<LineInspection>): string[] =>
      inspectionFaults(lines, judged(more)).map(({ code }) => code);
    expect(codes({})).toEqual([]);
    expect(codes({ reason: ' ' })).toEqual(['reports.disallowed-without-reason']);
    expect(codes({ amount: '' })).toEqual(['reports.disallowed-without-amount']);
    expect(codes({ amount: '48,000' })).toEqual(['reports.disallowed-not-a-part']);
  });

  it('ends when every item is answered, and with a word where it is not fulfilled', () => {
    const checklist = [
      { id: 'a', text: '期間' },
      { id: 'b', text: '領収書' },
    ];
    const answers = [{ itemId: 'a', answer: 'no' as const, remark: '' }];
    expect(unfinishedFaults(checklist, answers).map(({ pointer, code }) => [pointer, code])).toEqual([
      ['answers.a', 'reports.item-without-remark'],
      ['answers.b', 'reports.item-unanswered'],
    ]);
  });
});

it('a point is answered in words or by a change at its place', () => {
  const before = [{ pointer: 'account.l2', label: '消耗品費', text: '48,000円' }];
  const after = [{ pointer: 'account.l2', label: '消耗品費', text: '40,000円' }];
  const changes = changedPlaces(before, after);
  expect(changes).toEqual([{ pointer: 'account.l2', label: '消耗品費', before: '48,000円', after: '40,000円' }]);
  const point = (pointer: string) => ({
    ...{
      id: pointer,
      round: 1,
      pointer,
      label: pointer,
      text: '確かめてください',
      madeBy: '',
      answer: null,
      answeredBy: null,
    },
    madeAt: new Date(0),
  });
  const open = [point('account.l2'), point('account.whole'), point('photos.whole'), point('form.done')];
  expect(unansweredFaults(open, { 'form.done': 'はい' }, changes).map(({ pointer }) => pointer)).toEqual([
    'pointAnswers.photos.whole',
  ]);
});
