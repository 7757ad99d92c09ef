import { describe, expect, it } from '@jest/globals';
import { hasCheckDigit } from './municipality.js';

describe('全国地方公共団体コード', () => {
  it.each(['402168', '404012', '131016', '011002'])('knows %s', (code) => expect(hasCheckDigit(code)).toBe(true));
  it.each(['402167', '40216', 'ogori!', ''])('refuses %p', (code) => expect(hasCheckDigit(code)).toBe(false));
});
