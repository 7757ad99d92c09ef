import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { fiscalYearOf, type FiscalYear } from '../../kernel/fiscal-year.js';
import { ZERO_YEN } from '../../kernel/yen.js';
import { OrganizationDirectory, type District } from '../../organizations/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import type { PublicOrganization } from '../domain/public-organization.js';
import type { PublicSum, PublicTotal } from '../domain/public-sums.js';
import { PublicGrantLists, type ListedGrant } from '../store/public-grant-lists.js';
import { PublicOrganizationStore } from '../store/public-organization.store.js';

/** A district with its organisations and what one year brought them. */
export interface DistrictInBrief extends PublicTotal {
  readonly district: District;
  readonly organizations: readonly PublicOrganization[];
}

export interface DistrictsPage {
  readonly year: FiscalYear;
  readonly years: readonly FiscalYear[];
  readonly districts: readonly DistrictInBrief[];
}

export interface DistrictPage {
  readonly district: District;
  readonly year: FiscalYear;
  readonly years: readonly FiscalYear[];
  readonly organizations: readonly PublicOrganization[];
  readonly grants: readonly ListedGrant[];
  /** Oldest first; only years with grants. */
  readonly byYear: readonly PublicSum[];
}

export interface PublicOrganizationPage {
  readonly organization: PublicOrganization;
  /** What the town says of its district; blank where it says nothing. */
  readonly aboutDistrict: string;
  /** Newest year first. */
  readonly grants: readonly ListedGrant[];
  readonly byYear: readonly PublicSum[];
}

const NOTHING: PublicTotal = { grants: 0, granted: ZERO_YEN, paid: ZERO_YEN, paidBack: ZERO_YEN };

/** The districts and their organisations as a resident looks them up. */
@Injectable()
export class ViewDistricts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly directory: OrganizationDirectory,
    private readonly organizations: PublicOrganizationStore,
    private readonly lists: PublicGrantLists,
  ) {}

  /** `year` left out: the newest year with grants, or the present one. */
  all(actor: Actor, asked?: FiscalYear): Promise<DistrictsPage> {
    return this.unitOfWork.read(actor, async (tx) => {
      const { year, years } = await this.yearsFor(tx, asked);
      const sums = new Map((await this.lists.sums(tx, 'district', { year })).map((sum) => [sum.key, sum]));
      const organizations = await this.organizations.list(tx);
      const districts = (await this.directory.districtsOf(tx)).map((district) => ({
        district,
        organizations: organizations.filter(({ districtId }) => districtId === district.id),
        ...(sums.get(district.id) ?? NOTHING),
      }));
      return { year, years, districts };
    });
  }

  /** Throws not-found. */
  one(actor: Actor, id: string, asked?: FiscalYear): Promise<DistrictPage> {
    return this.unitOfWork.read(actor, async (tx) => {
      const district = (await this.directory.districtsOf(tx)).find((each) => each.id === id);
      if (!district) throw DomainError.notFound();
      const { year, years } = await this.yearsFor(tx, asked);
      return {
        ...{ district, year, years },
        organizations: await this.organizations.list(tx, id),
        grants: await this.lists.ofDistrict(tx, id, year),
        byYear: (await this.lists.sums(tx, 'year', { districtId: id })).toReversed(),
      };
    });
  }

  /** Throws not-found for one that is not registered. */
  organization(actor: Actor, id: string): Promise<PublicOrganizationPage> {
    return this.unitOfWork.read(actor, async (tx) => {
      const organization = await this.organizations.get(tx, id);
      const districts = await this.directory.districtsOf(tx);
      return {
        organization,
        aboutDistrict: districts.find((each) => each.id === organization.districtId)?.about ?? '',
        grants: await this.lists.ofOrganization(tx, id),
        byYear: (await this.lists.sums(tx, 'year', { organizationId: id })).toReversed(),
      };
    });
  }

  private async yearsFor(
    tx: Transaction,
    asked: FiscalYear | undefined,
  ): Promise<{ year: FiscalYear; years: FiscalYear[] }> {
    const known = await this.lists.years(tx);
    const year = asked ?? known[0] ?? fiscalYearOf(tx.today);
    return { year, years: [...new Set([...known, year, fiscalYearOf(tx.today)])].toSorted((a, b) => b - a) };
  }
}
