import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApplicationsModule } from '../applications/applications.module.js';
import { ConsultationsModule } from '../consultations/consultations.module.js';
import { BudgetsModule } from '../budgets/budgets.module.js';
import { GrantChangesModule } from '../grant-changes/grant-changes.module.js';
import { GrantsModule } from '../grants/grants.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { PaymentsModule } from '../payments/payments.module.js';
import { PerformanceReportsModule } from '../performance-reports/performance-reports.module.js';
import { FilesModule } from '../platform/files/index.js';
import { ProgramsModule } from '../programs/programs.module.js';
import { ProposalsModule } from '../proposals/proposals.module.js';
import { RecordsModule } from '../records/records.module.js';
import { RepaymentsModule } from '../repayments/repayments.module.js';
import { VerificationsModule } from '../verifications/verifications.module.js';
import { DisclosureStateRow } from './store/disclosure-state-row.js';
import { DisclosureStates } from './store/disclosure-state.store.js';
import { PublicBudgetLineRow } from './store/public-budget-line-row.js';
import { PublicBudgetStore } from './store/public-budget.store.js';
import { PublicGrantLists } from './store/public-grant-lists.js';
import { PublicGrantRow } from './store/public-grant-row.js';
import { PublicGrantStore } from './store/public-grant.store.js';
import { PublicOrganizationRow } from './store/public-organization-row.js';
import { PublicOrganizationStore } from './store/public-organization.store.js';
import { WithholdingRow } from './store/withholding-row.js';
import { WithholdingStore } from './store/withholding.store.js';
import { PublishBudgets } from './use-cases/publish-budgets.js';
import { PublishGrants } from './use-cases/publish-grants.js';
import { PublishOrganizations } from './use-cases/publish-organizations.js';
import { GrantNews } from './use-cases/grant-news.js';
import { ProposalNews } from './use-cases/proposal-news.js';
import { PublishedProposals } from './use-cases/published-proposals.js';
import { PublishedReports } from './use-cases/published-reports.js';
import { RebuildPublicRecord } from './use-cases/rebuild-public-record.use-case.js';
import { TakingPartNews } from './use-cases/taking-part-news.js';
import { ViewDistricts } from './use-cases/view-districts.use-case.js';
import { ViewNews } from './use-cases/view-news.use-case.js';
import { ViewPublicGrants } from './use-cases/view-public-grants.use-case.js';
import { Withhold } from './use-cases/withhold.use-case.js';
import { WriteOpenData } from './use-cases/write-open-data.use-case.js';

const stores = [
  DisclosureStates,
  PublicBudgetStore,
  PublicGrantLists,
  PublicGrantStore,
  PublicOrganizationStore,
  WithholdingStore,
];
const contract = [
  PublishBudgets,
  PublishGrants,
  PublishedProposals,
  PublishOrganizations,
  RebuildPublicRecord,
  ViewDistricts,
  ViewNews,
  ViewPublicGrants,
  Withhold,
  WriteOpenData,
];

@Module({
  imports: [
    TypeOrmModule.forFeature([
      DisclosureStateRow,
      PublicBudgetLineRow,
      PublicGrantRow,
      PublicOrganizationRow,
      WithholdingRow,
    ]),
    ApplicationsModule,
    BudgetsModule,
    ConsultationsModule,
    FilesModule,
    GrantChangesModule,
    GrantsModule,
    OrganizationsModule,
    PaymentsModule,
    PerformanceReportsModule,
    ProgramsModule,
    ProposalsModule,
    RecordsModule,
    RepaymentsModule,
    VerificationsModule,
  ],
  providers: [...stores, ...contract, PublishedReports, TakingPartNews, GrantNews, ProposalNews],
  exports: contract,
})
export class DisclosureModule {}
