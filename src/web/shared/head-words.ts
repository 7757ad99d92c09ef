import type { Municipality } from '../../municipalities/index.js';

/** 町 of a 町, 市 of a 市, 村 of a 村. */
export const townWord = (town: Municipality): string => town.name.slice(-1);

/** 町長 of 小竹町長: how residents call the head of their town. */
export const headWord = ({ name, headTitle }: Municipality): string =>
  headTitle.startsWith(name) ? `${name.slice(-1)}${headTitle.slice(name.length)}` : headTitle;

/** 町長への手紙. */
export const lettersTitle = (town: Municipality): string => `${headWord(town)}への手紙`;

/** Words written for every town, with 首長 as this town calls its head, and 自治体 as it calls itself. */
export const inTownWords = (words: string, town: Municipality): string =>
  words.replaceAll('首長', headWord(town)).replaceAll('自治体', townWord(town));
