import { describe, expect, it } from '@jest/globals';
import { foldedDigits } from './text.js';

describe('digits in words', () => {
  it('are folded with the dashes between them, and nothing else is', () => {
    expect(foldedDigits('〒８２０－１１９２　小竹町大字勝野３３４９')).toBe('〒820-1192　小竹町大字勝野3349');
    expect(foldedDigits('電話 ０９４９６−２―１２１４（コーポ・サンフラワー）')).toBe(
      '電話 09496-2-1214（コーポ・サンフラワー）',
    );
  });
});
