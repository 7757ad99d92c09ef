import type { Machine } from '../../kernel/machine.js';

/**
 * issued: it has its number and date and waits to be drawn. failed: the drawing was refused, staff can see why.
 * void: its number stays in the register as 欠番.
 */
export type LetterState = 'issued' | 'drawn' | 'failed' | 'void';
type LetterAction = 'draw' | 'fail' | 'void';

export const letterMachine = {
  issued: { draw: 'drawn', fail: 'failed', void: 'void' },
  failed: { draw: 'drawn', fail: 'failed', void: 'void' },
  drawn: { void: 'void' },
  void: {},
} as const satisfies Machine<LetterState, LetterAction>;
