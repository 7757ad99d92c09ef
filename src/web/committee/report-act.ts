/** The buttons of a report's section that say no more than their name. */
const PLAIN = ['next', 'back'] as const;
/** Those that also say where: `add-line:income`, `attach:photos`, `another:<request>`. */
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
export type ReportAct =
  | { readonly kind: (typeof PLAIN)[number] | 'stay' }
  | { readonly kind: (typeof PLACED)[number]; readonly where: string };

export function readReportAct(pressed = 'stay'): ReportAct {
  const plain = PLAIN.find((kind) => kind === pressed);
  if (plain) return { kind: plain };
  const placed = PLACED.find((kind) => pressed.startsWith(`${kind}:`));
  return placed ? { kind: placed, where: pressed.slice(placed.length + 1) } : { kind: 'stay' };
}
