import { describe, expect, it } from '@jest/globals';
import { fiscalYear } from '../../kernel/fiscal-year.js';
import { localDate } from '../../kernel/local-date.js';
import { yen } from '../../kernel/yen.js';
import type { ReceiptEntry } from './receipt.js';
import { assessedByNotice, assessedByReceipt, assessedByReversal, type Assessment } from './revenue.js';

const OLD = fiscalYear(2026);
const NEW = fiscalYear(2027);
const anAssessment = (told: Partial<Assessment>): Assessment => ({
  ...{
    fiscalYear: OLD,
    number: 1,
    demandId: 'd',
    part: 'addition',
    amount: yen(1_000),
    ground: 'notice',
    causeId: 'l',
  },
  ...{ subjectCode: '21', subjectName: '加算金', assessedOn: localDate('2027-03-01') },
  ...told,
});
const anEntry = (told: Partial<ReceiptEntry>): ReceiptEntry => ({
  ...{ part: 'addition', amount: yen(1_000), booking: 'revenue', fiscalYear: OLD },
  ...told,
});

describe('調定', () => {
  it('a notice assesses what it asks for once, however often it goes out', () => {
    const asked = { part: 'addition', amount: yen(1_000) } as const;
    expect(assessedByNotice(asked, { assessments: [], entries: [] }, OLD)).toEqual([
      { fiscalYear: OLD, part: 'addition', amount: 1_000n, ground: 'notice' },
    ]);
    expect(assessedByNotice(asked, { assessments: [anAssessment({})], entries: [] }, OLD)).toEqual([]);
    const half = { assessments: [anAssessment({})], entries: [anEntry({ amount: yen(400) })] };
    expect(assessedByNotice({ part: 'addition', amount: yen(600) }, half, OLD)).toEqual([]);
  });

  it('money without a notice is assessed by its receipt; money of an older notice is carried on into its year', () => {
    const came = anEntry({ fiscalYear: NEW });
    expect(assessedByReceipt(came, { assessments: [], entries: [came] })).toEqual([
      { fiscalYear: NEW, part: 'addition', amount: 1_000n, ground: 'receipt' },
    ]);
    const told = { assessments: [anAssessment({ amount: yen(700) })], entries: [came] };
    expect(assessedByReceipt(came, told).map(({ ground, amount }) => [ground, amount])).toEqual([
      ['carried', 700n],
      ['receipt', 300n],
    ]);
    const ahead = { assessments: [anAssessment({ fiscalYear: NEW })], entries: [anEntry({})] };
    expect(assessedByReceipt(anEntry({}), ahead).map(({ ground, amount }) => [ground, amount])).toEqual([
      ['carried', 1_000n],
    ]);
    expect(assessedByReceipt(anEntry({}), { assessments: [anAssessment({})], entries: [anEntry({})] })).toEqual([]);
  });

  it('a receipt that is taken back takes back what it had assessed itself, and no more', () => {
    const entries = [anEntry({ amount: yen(-1_000) })];
    const own = anAssessment({ ground: 'receipt', causeId: 'r' });
    expect(assessedByReversal([own], { receiptId: 'r', entries }).map(({ amount }) => amount)).toEqual([-1_000n]);
    expect(assessedByReversal([anAssessment({})], { receiptId: 'r', entries })).toEqual([]);
  });
});
