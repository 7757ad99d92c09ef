import type { Fault } from '../../kernel/domain-error.js';
import type { OrderOutcome } from '../../payments/index.js';

/** One fault for each order that was refused, in the words of its reason. */
export const outcomeFaults = (outcomes: readonly OrderOutcome[]): Fault[] =>
  outcomes.flatMap((outcome) => (outcome.done ? [] : [{ pointer: '', code: outcome.code, params: outcome.params }]));

export const doneCount = (outcomes: readonly OrderOutcome[]): number =>
  outcomes.filter((outcome) => outcome.done).length;
