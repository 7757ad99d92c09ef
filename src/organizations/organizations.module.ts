import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule } from '../identity/identity.module.js';
import { AccountChangeStore } from './store/account-change.store.js';
import { BankAccountChangeRow } from './store/bank-account-change-row.js';
import { BankAccountConfirmationRow } from './store/bank-account-confirmation-row.js';
import { BankAccountRow } from './store/bank-account-row.js';
import { BankAccountStore } from './store/bank-account.store.js';
import { DistrictRow } from './store/district-row.js';
import { DistrictStore } from './store/district.store.js';
import { ExaminationRow } from './store/examination-row.js';
import { ExaminationStore } from './store/examination.store.js';
import { OfficerRow } from './store/officer-row.js';
import { OfficerStore } from './store/officer.store.js';
import { OrganizationProfiles } from './store/organization-profiles.store.js';
import { OrganizationRow } from './store/organization-row.js';
import { OrganizationStore } from './store/organization.store.js';
import { RemarkRow } from './store/remark-row.js';
import { WardRow } from './store/ward-row.js';
import { OfficerParties } from './use-cases/officer-parties.js';
import { OrganizationDirectory } from './use-cases/organization-directory.js';

const rows = [
  BankAccountChangeRow,
  BankAccountConfirmationRow,
  BankAccountRow,
  DistrictRow,
  ExaminationRow,
  OfficerRow,
  OrganizationRow,
  RemarkRow,
  WardRow,
];
const stores = [
  AccountChangeStore,
  BankAccountStore,
  DistrictStore,
  ExaminationStore,
  OfficerStore,
  OrganizationProfiles,
  OrganizationStore,
];
const contract = [OrganizationDirectory];

@Module({
  imports: [TypeOrmModule.forFeature(rows), IdentityModule],
  providers: [...stores, ...contract, OfficerParties],
  exports: contract,
})
export class OrganizationsModule {}
