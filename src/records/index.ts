/**
 * 公開ページ: what the town tells of itself and of its work. 取り組みの記録, お知らせ and the words of the town page are
 * written by promotion staff and read by everyone.
 */
export { TownPageWords } from './use-cases/town-page-words.js';
export { PUBLIC_FACE_READERS } from './use-cases/public-face-readers.js';
export type { WrittenWords } from './store/town-words.store.js';
export {
  LONGEST_WORDS,
  shownWords,
  trimmedWords,
  WORD_FIELDS,
  WORD_LABEL,
  type TownWords,
} from './domain/town-words.js';
