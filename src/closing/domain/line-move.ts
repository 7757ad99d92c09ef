import type { Fault } from '../../kernel/domain-error.js';

/** A sentence that somebody types about a move: a reason, a decision, an answer. */
export const LONGEST_MOVE_TEXT = 300;

/** ordered: the section asks for it. done: the treasury confirmed it, and it is posted. returned, withdrawn: nothing came of it. */
export type MoveState = 'ordered' | 'done' | 'returned' | 'withdrawn';

/** Fault at `pointer` where the text is missing or too long. */
export const moveTextFaults = (pointer: string, text: string, code: string): Fault[] =>
  text === '' || text.length > LONGEST_MOVE_TEXT ? [{ pointer, code, params: { most: LONGEST_MOVE_TEXT } }] : [];
