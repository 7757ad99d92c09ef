/**
 * 年度の締め: the proof that ledger, grants, payments and files agree to the yen.
 * Event: BooksDiffer (subject: the kept proof).
 */
export { KeepProof } from './use-cases/keep-proof.use-case.js';
export { ViewProof, type ProofPage } from './use-cases/view-proof.use-case.js';
export { differenceInWords } from './domain/difference-words.js';
export { ANSWERS_FOR_BOOKS, READS_BOOKS } from './domain/readers.js';
export type { Difference } from './domain/books.js';
export type { LineProof, Proof } from './domain/proof.js';
export type { KeptProof } from './store/book-proof.store.js';

/** What this stage announces. */
export const CLOSING_EVENTS = ['BooksDiffer'] as const;
