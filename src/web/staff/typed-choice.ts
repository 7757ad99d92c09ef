/** What was typed, or else what is proposed. */
export const textOr = (typed: unknown, proposed: string): string => (typeof typed === 'string' ? typed : proposed);

/** After a refusal exactly what was ticked; before, everything. */
export function listOr(typed: unknown, proposed: readonly string[]): readonly string[] {
  return Array.isArray(typed) ? typed.filter((value): value is string => typeof value === 'string') : proposed;
}
