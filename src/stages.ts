import type { Type } from '@nestjs/common';
import { AcknowledgementsModule } from './acknowledgements/acknowledgements.module.js';
import { ConsultationsModule } from './consultations/consultations.module.js';
import { ReviewsModule } from './reviews/reviews.module.js';
import { ApplicationsModule } from './applications/applications.module.js';
import { CasesModule } from './cases/cases.module.js';
import { ApprovalsModule } from './approvals/approvals.module.js';
import { BudgetsModule } from './budgets/budgets.module.js';
import { GrantChangesModule } from './grant-changes/grant-changes.module.js';
import { GrantsModule } from './grants/grants.module.js';
import { IdentityModule } from './identity/identity.module.js';
import { MunicipalitiesModule } from './municipalities/municipalities.module.js';
import { NoticesModule } from './notices/notices.module.js';
import { OrganizationsModule } from './organizations/organizations.module.js';
import { PanelsModule } from './panels/panels.module.js';
import { ProgramsModule } from './programs/programs.module.js';
import { ClosingModule } from './closing/closing.module.js';
import { DisclosureModule } from './disclosure/disclosure.module.js';
import { PaymentsModule } from './payments/payments.module.js';
import { PerformanceReportsModule } from './performance-reports/performance-reports.module.js';
import { ProposalsModule } from './proposals/proposals.module.js';
import { PropertiesModule } from './properties/properties.module.js';
import { RecordsModule } from './records/records.module.js';
import { RepaymentsModule } from './repayments/repayments.module.js';
import { StaffModule } from './staff/staff.module.js';
import { VerificationsModule } from './verifications/verifications.module.js';
import { VisitsModule } from './visits/visits.module.js';

/**
 * Every stage in the order of time: a stage leans only on those above it.
 * This list, `.dependency-cruiser.cjs` and the README's map name the same order.
 */
export const STAGES: readonly Type[] = [
  MunicipalitiesModule,
  IdentityModule,
  StaffModule,
  NoticesModule,
  ApprovalsModule,
  PanelsModule,
  VisitsModule,
  RecordsModule,
  ConsultationsModule,
  AcknowledgementsModule,
  OrganizationsModule,
  BudgetsModule,
  ProgramsModule,
  CasesModule,
  ProposalsModule,
  ApplicationsModule,
  ReviewsModule,
  GrantsModule,
  GrantChangesModule,
  PaymentsModule,
  RepaymentsModule,
  PerformanceReportsModule,
  PropertiesModule,
  VerificationsModule,
  ClosingModule,
  DisclosureModule,
];
