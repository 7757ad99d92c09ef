import { describe, expect, it } from '@jest/globals';
import { foldPassword, passwordFaults } from './password.js';

const codes = (password: string, name = 'ogori-kaicho'): string[] =>
  passwordFaults(foldPassword(password), name).map(({ code }) => code);

describe('a password', () => {
  it.each(['うめ さくら まつり', 'umi-to-yama', '草取りは土曜の朝', 'correct horse battery'])(
    'may be %p',
    (password) => {
      expect(codes(password)).toEqual([]);
    },
  );

  it.each([
    ['', 'identity.password-missing'],
    ['7文字ですよね', 'identity.password-too-short'],
    ['あ'.repeat(129), 'identity.password-too-long'],
    ['ogori-kaicho8', 'identity.password-holds-name'],
    ['OGORI-KAICHO', 'identity.password-holds-name'],
    ['12345678', 'identity.password-trivial'],
    ['1234567890', 'identity.password-trivial'],
    ['87654321', 'identity.password-trivial'],
    ['abcdefgh', 'identity.password-trivial'],
    ['ａａａａａａａａ', 'identity.password-trivial'],
    ['Password123', 'identity.password-trivial'],
    ['sakura2026', 'identity.password-trivial'],
  ])('is refused: %p', (password, code) => {
    expect(codes(password)).toEqual([code]);
  });

  it('counts characters as people do, not code units', () => {
    expect(codes('𠮷野家𠮷野家二')).toEqual(['identity.password-too-short']);
  });
});
