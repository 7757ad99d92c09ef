import { describe, expect, it } from '@jest/globals';

import { ZERO_YEN, yen } from '../../kernel/yen.js';
import { balanceSentence, sumTyped } from './budget-sums.js';

describe('sums of what is typed', () => {
  it('reads amounts as people write them and counts what it cannot read as nothing', () => {
    expect(sumTyped(['660,000', '１２０，０００円', '', '12万', '-5', '¥1'])).toBe(780_001n);
  });

  it('says which side is larger, and by how much', () => {
    expect(balanceSentence(yen(10), yen(10))).toBe('収入と支出が一致しています。');
    expect(balanceSentence(yen(1500), yen(500))).toBe('収入が支出より1,000円多くなっています。');
    expect(balanceSentence(yen(500), yen(1500))).toBe('支出が収入より1,000円多くなっています。');
    expect(balanceSentence(ZERO_YEN, ZERO_YEN)).toBe('金額を入力してください。');
  });
});
