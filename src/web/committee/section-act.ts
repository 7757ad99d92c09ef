import type { TypedSection } from '../../applications/index.js';

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

/** The section without the line or row whose 「削除」 was pressed. */
export function without(typed: TypedSection, act: SectionAct): TypedSection {
  if (act.kind === 'remove-line') {
    return { ...typed, lines: (typed.lines ?? []).filter(({ id }) => id !== act.where) };
  }
  if (act.kind !== 'remove-row') return typed;
  const [question = '', row] = act.where.split('.');
  const answer = typed.answers?.[question];
  if (answer === undefined || typeof answer === 'string') return typed;
  const rows = answer.filter((part) => typeof part !== 'string').filter(({ id }) => id !== row);
  return { ...typed, answers: { ...typed.answers, [question]: rows } };
}
