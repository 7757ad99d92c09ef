import { sumYen, subtractYen, type Yen } from '../../kernel/yen.js';

/** One grant of the year as the figures count it. */
export interface CountedGrant {
  readonly program: string;
  readonly district: string;
  readonly granted: Yen;
  readonly paid: Yen;
  readonly returned: Yen;
  /** What a later year's budget paid. */
  readonly later: Yen;
}

/** How far the money of one programme or district has come; `spent` is what was paid and did not come back, `later` what a later year paid. */
export interface Execution {
  readonly name: string;
  readonly count: number;
  readonly granted: Yen;
  readonly spent: Yen;
  readonly later: Yen;
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
    const spent = sumYen(own.map((grant) => subtractYen(grant.paid, grant.returned)));
    return [{ name, count: own.length, granted, spent, later: sumYen(own.map((grant) => grant.later)) }];
  });
}
