import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DomainError } from '../../kernel/domain-error.js';
import { parseCells, readPasted } from './line-cells.js';
import type { AskedBudget } from './planned-budget.js';

const asked: AskedBudget = {
  grantLabel: '事業補助金',
  income: [{ id: 'fees', label: '参加費', deducted: true }],
  expenditure: [{ id: 'rewards', label: '報償費', treatment: 'eligible', article: '', limits: [] }],
  basis: true,
  taxCredit: false,
};

const pasted = (text: string, form: AskedBudget = asked) => {
  let count = 0;
  return readPasted(form, 'expenditure', text, () => `l${String((count += 1))}`);
};

const faultsOf = (text: string, form?: AskedBudget): string[] => {
  try {
    pasted(text, form);
    return [];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.faults.map(({ code, params }) => `${String(params?.['row'] ?? '')} ${code}`);
  }
};

describe('a pasted block', () => {
  it('is cells parted by tabs, also with line breaks and quotes within a cell', () => {
    expect(parseCells('報償費\t"二日間\nの""講師"""\t30,000\r\n\r\n消耗品費\t用紙')).toEqual([
      ['報償費', '二日間\nの"講師"', '30,000'],
      ['消耗品費', '用紙'],
    ]);
    expect(parseCells('"閉じない\t5')).toEqual([['"閉じない', '5']]);
  });

  it('comes apart as it was put together, whatever stands in the cells', () => {
    const cell = fc.string().map((text) => text.replace(/\r\n?/g, '\n'));
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1 }), { minLength: 1 }), (rows) => {
        const filled = rows.filter((row) => row.some((text) => text.trim() !== ''));
        expect(parseCells(rows.map((row) => row.map(quoted).join('\t')).join('\n'))).toEqual(filled);
      }),
    );
  });

  it('becomes lines of the chosen side, or of the side that its first column names; headings are no line', () => {
    const lines = pasted(
      '科目\t摘要\t単価\t数量\t単位\t金額\t対象\t理由\n報償費\t講師\t30,000\t2\t人\t\t対象外\t自主講座\n収入の部\t参加費\t\t500\t30\t人',
    );
    expect(lines).toMatchObject([
      {
        side: 'expenditure',
        category: 'rewards',
        unitPrice: '30,000',
        quantity: '2',
        eligible: 'no',
        reason: '自主講座',
      },
      { side: 'income', category: 'fees', unitPrice: '500', quantity: '30', unit: '人', amount: '' },
    ]);
    expect(pasted('報 償 費\t講師\t５，０００', { ...asked, basis: false })).toMatchObject([
      { category: 'rewards', remark: '講師', amount: '５，０００' },
    ]);
  });

  it('is refused with every row that cannot be read, and as a whole when there is none', () => {
    expect(faultsOf('謝礼\t講師\n報償費\t\t\t\t\t500\tたぶん\n報償費\t\t\t\t\t500\t\t\tあまり')).toEqual([
      '1 applications.pasted-category-unknown',
      '2 applications.pasted-eligibility-unknown',
      '3 applications.pasted-too-wide',
    ]);
    expect(faultsOf(' \n\t')).toEqual([' applications.nothing-pasted']);
    expect(faultsOf('報償費\t\t\t\t\t500\n'.repeat(61))).toEqual([' applications.too-many-lines']);
  });
});
