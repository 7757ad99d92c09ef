import type { Duty } from '../../kernel/actor.js';

/** Who reads the books of the year: the whole town hall, but nobody who only sits on a panel or asks about names. */
export const READS_BOOKS: readonly Duty[] = [
  'promotion',
  'approve',
  'administer',
  'treasury-check',
  'treasury-decide',
  'audit',
];

/** Who is told when the books differ, and may have them proved anew. */
export const ANSWERS_FOR_BOOKS: readonly Duty[] = ['administer', 'treasury-check', 'treasury-decide'];
