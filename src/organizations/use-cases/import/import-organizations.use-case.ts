import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { requireDuty, type Actor } from '../../../kernel/actor.js';
import { BankDirectory } from '../../../platform/banks/index.js';
import { UnitOfWork, type Transaction } from '../../../platform/database/index.js';
import { readWorkbook } from '../../../platform/excel/index.js';
import { acceptUpload, type Upload } from '../../../platform/files/index.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { BankAccountStore } from '../../store/bank-account.store.js';
import { DistrictStore } from '../../store/district.store.js';
import { OfficerStore } from '../../store/officer.store.js';
import { OrganizationProfiles } from '../../store/organization-profiles.store.js';
import { OrganizationStore } from '../../store/organization.store.js';
import type { CellFault } from './import-rows.js';
import { readImport, type ImportedOrganization } from './read-import.js';

export interface ImportReport {
  /** Not empty: nothing was written. */
  readonly faults: readonly CellFault[];
  readonly created: readonly { readonly id: string; readonly name: string }[];
  /** Names that were there already and were left as they are. */
  readonly existing: readonly string[];
}

/**
 * Takes over organisations, officers and accounts from the town's workbook: all of it or nothing. What is imported
 * is a draft: the officers complete it with 規約 and passbook, and staff examine it as any other.
 */
@Injectable()
export class ImportOrganizations {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly profiles: OrganizationProfiles,
    private readonly organizations: OrganizationStore,
    private readonly officers: OfficerStore,
    private readonly accounts: BankAccountStore,
    private readonly districts: DistrictStore,
    private readonly banks: BankDirectory,
  ) {}

  async execute(actor: Actor, command: { readonly workbook: Upload | null }): Promise<ImportReport> {
    requireDuty(actor, 'promotion', 'administer');
    if (!command.workbook) throw DomainError.invalid([{ pointer: 'workbook', code: 'organizations.workbook-missing' }]);
    const { bytes } = await acceptUpload(command.workbook, ['excel'], 'workbook');
    const sheets = await readWorkbook(bytes);
    return this.unitOfWork.run(actor, async (tx) => {
      const existingNames = new Set((await this.profiles.list(tx)).map(({ name }) => name));
      const districts = await this.districts.list(tx);
      const { organizations, existing, faults } = readImport(sheets, { districts, existingNames, banks: this.banks });
      if (faults.length > 0) return { faults, created: [], existing };
      const created = [];
      for (const organization of organizations) created.push(await this.write(tx, organization));
      tx.audit({
        action: 'organization.imported',
        subjectKind: 'organization',
        subjectId: 'import',
        detail: { created: created.map(({ id }) => id), existing: existing.length },
      });
      return { faults, created, existing };
    });
  }

  private async write(tx: Transaction, imported: ImportedOrganization): Promise<{ id: string; name: string }> {
    const { details, wards, officers, account } = imported;
    const id = randomUUID();
    await this.organizations.insert(tx, { id, name: details.name, districtId: details.districtId });
    const file = await this.organizations.find(tx, id);
    await this.organizations.saveDetails(tx, file, details);
    if (wards.length > 0) await this.organizations.saveWards(tx, file, wards);
    for (const officer of officers) await this.officers.insert(tx, id, randomUUID(), officer);
    if (account) await this.accounts.insert(tx, id, randomUUID(), 'draft', { ...account, passbook: null });
    return { id, name: details.name };
  }
}
