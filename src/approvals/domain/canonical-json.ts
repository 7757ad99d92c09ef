/** What may stand in a shown content: no numbers (amounts are strings of digits), nothing undefined. */
export type Json = string | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * The one spelling of a value: keys in code-unit order, no spaces, strings as JSON.stringify writes them.
 * Two contents have the same digest exactly when they read the same.
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

const isList = (value: readonly Json[] | { readonly [key: string]: Json }): value is readonly Json[] =>
  Array.isArray(value);
