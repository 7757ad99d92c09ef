/** Characters as people count them: a pair of surrogates is one. */
export const countCharacters = (text: string): number => [...text].length;
