/** What was typed, or else what is proposed. */
export const textOr = (typed: unknown, proposed: string): string => (typeof typed === 'string' ? typed : proposed);

/**
 * The ticked rows of a list: what is proposed before the form was sent, and afterwards exactly what was ticked. A browser
 * sends nothing at all for a list without ticks, so the other fields tell that the form was sent.
 */
export function tickedIn(typed: object | undefined, name: string, proposed: readonly string[]): readonly string[] {
  const fields = Object.entries(typed ?? {});
  if (fields.length === 0) return proposed;
  const list: unknown = fields.find(([field]) => field === name)?.[1];
  return Array.isArray(list) ? list.filter((value): value is string => typeof value === 'string') : [];
}
