import { describe, expect, it } from '@jest/globals';
import { yen } from '../../kernel/yen.js';
import { sameCostAnswer, type ComparedLine, type OtherApplication, type SameCostFacts } from './same-cost.js';

const line = (label: string, remark: string, amount: number): ComparedLine => ({ label, remark, amount: yen(amount) });
const PAPER = line('消耗品費', '事務用紙 A4', 30_000);

const facts = (change: Partial<SameCostFacts> = {}): SameCostFacts => ({
  expenditure: [PAPER, line('会議費', '会場費', 12_000)],
  income: [line('その他の収入', '参加者から', 5_000)],
  files: [{ name: '見積書.pdf', sha256: 'aa' }],
  others: [],
  townName: '小郡市',
  programNames: ['令和8年度 文化振興補助金'],
  ...change,
});
const festival = (change: Partial<OtherApplication>): OtherApplication => ({
  ...{ name: '事業補助金「夏祭り」', receivedNumber: 'R8-0003', expenditure: [], files: [] },
  ...change,
});

describe('the same cost in two applications', () => {
  it('is none where nothing else was applied for, and where nothing is alike', () => {
    expect(sameCostAnswer(facts())).toEqual({
      fulfilled: true,
      why: 'この年度に、この団体のほかの申請はありません。収入に、ほかの補助金と思われる行もありません。',
    });
    const unlike = [
      line('消耗品費', '事務用紙 A4', 30_001),
      line('印刷費', '事務用紙 A4', 30_000),
      line('消耗品費', '', 30_000),
    ];
    expect(sameCostAnswer(facts({ others: [festival({ expenditure: unlike })] }))).toEqual({
      fulfilled: true,
      why: 'この団体のこの年度のほかの申請（1件）に、同じ経費や同じ書類は見当たりません。収入に、ほかの補助金と思われる行もありません。',
    });
  });

  it('is suspected by category, content and amount, however it is spaced, and by the same bytes', () => {
    const others = [
      festival({ expenditure: [line('消耗品費', '事務用紙　Ａ４', 30_000)] }),
      festival({ name: '運営交付金', receivedNumber: 'R8-0001', files: [{ name: '別の名前.pdf', sha256: 'aa' }] }),
    ];
    expect(sameCostAnswer(facts({ others }))).toEqual({
      fulfilled: false,
      why: '事業補助金「夏祭り」（R8-0003）にも同じ経費があります：消耗品費「事務用紙 A4」30,000円。運営交付金（R8-0001）にも同じ書類があります：見積書.pdf。',
    });
  });

  it.each([
    ['小郡市の敬老補助金', false],
    ['市から交付金', false],
    ['文化振興補助金を充てる', false],
    ['福岡県の補助金', true],
    ['朝市の売上と協賛金', true],
    ['市民の寄附金', true],
  ])('income 「%s」: nothing to suspect is %s', (remark, fulfilled) => {
    expect(sameCostAnswer(facts({ income: [line('その他の収入', remark, 1000)] })).fulfilled).toBe(fulfilled);
  });
});
