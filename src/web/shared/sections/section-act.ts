import type { TypedAnswer } from '../../../forms/index.js';

/** The buttons of a section that say no more than their name. */
const PLAIN = ['next', 'back'] as const;
/** Those that also say where: `add-line:income`, `remove-row:dates.r1`, `attach:<question>`, `remove-file:<file>`. */
const PLACED = ['add-line', 'remove-line', 'add-row', 'remove-row', 'attach', 'remove-file'] as const;

/** What the pressed button asks for beside saving; `stay` for the Enter key and for words that no button has. */
export type SectionAct =
  | { readonly kind: (typeof PLAIN)[number] | 'stay' }
  | { readonly kind: (typeof PLACED)[number]; readonly where: string };

export function readAct(pressed = 'stay'): SectionAct {
  const plain = PLAIN.find((kind) => kind === pressed);
  if (plain) return { kind: plain };
  const placed = PLACED.find((kind) => pressed.startsWith(`${kind}:`));
  return placed ? { kind: placed, where: pressed.slice(placed.length + 1) } : { kind: 'stay' };
}

/** The answers without the row whose 「削除」 was pressed. */
export function withoutRow(
  answers: Readonly<Record<string, TypedAnswer>>,
  act: SectionAct,
): Readonly<Record<string, TypedAnswer>> {
  if (act.kind !== 'remove-row') return answers;
  const [question = '', row] = act.where.split('.');
  const answer = answers[question];
  if (answer === undefined || typeof answer === 'string') return answers;
  return { ...answers, [question]: answer.filter((part) => typeof part !== 'string').filter(({ id }) => id !== row) };
}
