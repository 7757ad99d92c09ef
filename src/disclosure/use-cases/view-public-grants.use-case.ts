import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { fiscalYearOf, type FiscalYear } from '../../kernel/fiscal-year.js';
import { sumYen, type Yen } from '../../kernel/yen.js';
import { OrganizationDirectory } from '../../organizations/index.js';
import { writeCsv } from '../../platform/csv/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { OPEN_DATA_COLUMNS } from '../domain/open-data.js';
import { byDistrict, inTownsOrder, type DistrictGrants, type PublicGrant } from '../domain/public-grant.js';
import { PublicGrantStore } from '../store/public-grant.store.js';

export interface PublicGrantsPage {
  readonly year: FiscalYear;
  /** Years to choose from, newest first; always holds the present year. */
  readonly years: readonly FiscalYear[];
  readonly districts: readonly DistrictGrants[];
  readonly count: number;
  readonly total: Yen;
}

/** The year's grants for everyone, without signing in. */
@Injectable()
export class ViewPublicGrants {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: PublicGrantStore,
    private readonly organizations: OrganizationDirectory,
  ) {}

  /** `year` left out: the newest year with grants, or the present one. */
  execute(actor: Actor, year?: FiscalYear): Promise<PublicGrantsPage> {
    return this.unitOfWork.read(actor, async (tx) => {
      const years = await this.store.years(tx);
      const shown = year ?? years[0] ?? fiscalYearOf(tx.today);
      const grants = await this.ofYear(tx, shown);
      return {
        year: shown,
        years: this.choices(tx, years, shown),
        districts: byDistrict(grants),
        count: grants.length,
        total: sumYen(grants.map((grant) => grant.amount)),
      };
    });
  }

  /** `grants.csv`: UTF-8 with BOM, columns as `OPEN_DATA_COLUMNS`; amounts as bare numbers, no personal data. */
  csv(actor: Actor, year?: FiscalYear): Promise<Buffer> {
    return this.unitOfWork.read(actor, async (tx) => {
      const years = year === undefined ? await this.store.years(tx) : [year];
      const grants = [];
      for (const each of years) grants.push(...(await this.ofYear(tx, each)));
      return writeCsv(OPEN_DATA_COLUMNS, grants);
    });
  }

  private async ofYear(tx: Transaction, year: FiscalYear): Promise<PublicGrant[]> {
    return inTownsOrder(await this.store.ofYear(tx, year), await this.organizations.districtNames(tx));
  }

  private choices(tx: Transaction, years: readonly FiscalYear[], shown: FiscalYear): FiscalYear[] {
    return [...new Set([...years, shown, fiscalYearOf(tx.today)])].sort((a, b) => b - a);
  }
}
