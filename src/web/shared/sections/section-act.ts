import type { Fields } from '../../../forms/index.js';

/** The buttons of a section that say no more than their name. */
const PLAIN = ['next', 'back', 'workbook'] as const;
/** Those that also say where: `add-line:income`, `remove-row:dates.r1`, `attach:<question>`, `another:<request>`. */
const PLACED = [
  'add-line',
  'remove-line',
  'add-row',
  'remove-row',
  'attach',
  'remove-file',
  'another',
  'remove-receipt',
] as const;

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

/** What was typed, without the line or row whose 「削除」 was pressed. */
export function without(fields: Fields, act: SectionAct): Fields {
  if (act.kind !== 'remove-line' && act.kind !== 'remove-row') return fields;
  const gone = act.kind === 'remove-line' ? act.where : act.where.replace('.', '~');
  return new Map([...fields].filter(([field]) => field !== gone));
}
