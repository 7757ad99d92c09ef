import { describe, expect, it } from '@jest/globals';

import { ZERO_YEN, yen, type Yen } from '../../kernel/yen.js';
import { balanceSentence } from './budget-words.js';

describe('the sentence under a budget', () => {
  it.each([
    [yen(10), yen(10), '収入と支出が一致しています。'],
    [yen(1500), yen(500), '支出があと1,000円足りません。収入と支出を同じ額にしてください。'],
    [yen(500), yen(1500), '収入があと1,000円足りません。収入と支出を同じ額にしてください。'],
    [yen(500), ZERO_YEN, '支出の金額を入力してください。'],
  ])('says of %p and %p what is missing where', (income: Yen, expenditure: Yen, sentence: string) => {
    expect(balanceSentence({ income, expenditure })).toBe(sentence);
  });
});
