/** Characters as people count them: a pair of surrogates is one. */
export const countCharacters = (text: string): number => [...text].length;

/** Words as people compare them: neither width nor spaces count. */
export const folded = (words: string): string => words.normalize('NFKC').replace(/\s+/g, '');

const DASHES = '‐‑‒–—―−－ー';

/** Digits, and the dashes between them, as a machine writes them: `０９０－１２３４` is `090-1234`; words stay as they were typed. */
export const foldedDigits = (words: string): string =>
  words
    .replace(/[０-９]/g, (digit) => digit.normalize('NFKC'))
    .replace(new RegExp(`(?<=[0-9])[${DASHES}](?=[0-9])`, 'g'), '-');
