/** Characters as people count them: a pair of surrogates is one. */
export const countCharacters = (text: string): number => [...text].length;

/** Words as people compare them: neither width nor spaces count. */
export const folded = (words: string): string => words.normalize('NFKC').replace(/\s+/g, '');
