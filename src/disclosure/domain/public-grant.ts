import type { FiscalYear } from '../../kernel/fiscal-year.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { sumYen, type Yen } from '../../kernel/yen.js';

/** What everyone may know of a grant: no person, no account, no telephone stands here. */
export interface PublicGrant {
  readonly id: string;
  readonly fiscalYear: FiscalYear;
  readonly districtName: string;
  readonly organizationName: string;
  readonly programName: string;
  /** Why the town grants money by this programme. */
  readonly purpose: string;
  readonly amount: Yen;
  readonly decidedOn: LocalDate;
  /** What has arrived so far. */
  readonly paidAmount: Yen;
  /** Of the last payment; null while nothing has arrived. */
  readonly paidOn: LocalDate | null;
}

/** The grants of one school district with their sum. */
export interface DistrictGrants {
  readonly districtName: string;
  readonly grants: readonly PublicGrant[];
  readonly total: Yen;
}

/** By district as the town lists them, one that it lists no more at the end; within a district as they came. */
export function inTownsOrder(grants: readonly PublicGrant[], districtNames: readonly string[]): PublicGrant[] {
  const placeOf = ({ districtName }: PublicGrant): number => {
    const place = districtNames.indexOf(districtName);
    return place < 0 ? districtNames.length : place;
  };
  return [...grants].sort((a, b) => placeOf(a) - placeOf(b));
}

/** Districts in the order in which their first grant stands. */
export function byDistrict(grants: readonly PublicGrant[]): DistrictGrants[] {
  const districts = new Map<string, PublicGrant[]>();
  for (const grant of grants) districts.set(grant.districtName, [...(districts.get(grant.districtName) ?? []), grant]);
  return [...districts].map(([districtName, own]) => ({
    districtName,
    grants: own,
    total: sumYen(own.map((grant) => grant.amount)),
  }));
}
