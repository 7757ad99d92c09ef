import { yen, ZERO_YEN, type Yen } from '../../kernel/yen.js';

/** The amounts of each grant added up in one walk: books of a large town have ten thousand of them. */
export function sumsByGrant(
  rows: readonly { readonly grantId: string; readonly amount: Yen }[],
): (grantId: string) => Yen {
  const sums = new Map<string, Yen>();
  for (const { grantId, amount } of rows) sums.set(grantId, yen((sums.get(grantId) ?? 0n) + amount));
  return (grantId) => sums.get(grantId) ?? ZERO_YEN;
}
