import { sumYen, subtractYen, type Yen } from '../../kernel/yen.js';

/** One grant of the year as the figures count it. */
export interface CountedGrant {
  readonly program: string;
  readonly district: string;
  readonly granted: Yen;
  readonly paid: Yen;
  readonly returned: Yen;
}

/** How far the money of one programme or district has come; `spent` is what was paid and did not come back. */
export interface Execution {
  readonly name: string;
  readonly count: number;
  readonly granted: Yen;
  readonly spent: Yen;
}

/** Groups in the order of `names`, then those that it does not know in the order in which they occur. */
export function executionBy(
  key: 'program' | 'district',
  grants: readonly CountedGrant[],
  names: readonly string[] = [],
): Execution[] {
  const known = [...new Set([...names, ...grants.map((grant) => grant[key])])];
  return known.flatMap((name) => {
    const own = grants.filter((grant) => grant[key] === name);
    if (own.length === 0) return [];
    const granted = sumYen(own.map((grant) => grant.granted));
    return [{ name, count: own.length, granted, spent: sumYen(own.map((g) => subtractYen(g.paid, g.returned))) }];
  });
}
