import { Module, type Type } from '@nestjs/common';
import { STAGES } from '../stages.js';
import { AuditController } from './admin/audit.controller.js';
import { AuthorityController } from './admin/authority.controller.js';
import { JobsController } from './admin/jobs.controller.js';
import { StaffPostsController } from './admin/staff-posts.controller.js';
import { StaffController } from './admin/staff.controller.js';
import { CommitteeClaimsController } from './committee/claims.controller.js';
import { CommitteeLettersController } from './committee/letters.controller.js';
import { CommitteeAccountController } from './committee/organization-account.controller.js';
import { CommitteeOfficersController } from './committee/organization-officers.controller.js';
import { CommitteeOrganizationController } from './committee/organization.controller.js';
import { HealthController } from './health.controller.js';
import { PublicGrantsController } from './public/grants.controller.js';
import { HomeController } from './public/home.controller.js';
import { AccountController } from './public/sign-in-account.controller.js';
import { InvitationController } from './public/sign-in-invitation.controller.js';
import { SignInController } from './public/sign-in.controller.js';
import { WebSharedModule } from './shared/web-shared.module.js';
import { ApprovalsController } from './staff/approvals.controller.js';
import { BudgetController } from './staff/budget.controller.js';
import { DecisionsController } from './staff/decisions.controller.js';
import { DraftsController } from './staff/drafts.controller.js';
import { StaffLettersController } from './staff/letters.controller.js';
import { StaffOrdersController } from './staff/orders.controller.js';
import { BatchesController } from './treasury/batches.controller.js';
import { ExportsController } from './treasury/exports.controller.js';
import { TreasuryOrdersController } from './treasury/orders.controller.js';

/** Every page of every desk. A fixed path stands before one with a parameter: the first match answers. */
const CONTROLLERS: Readonly<Record<string, readonly Type[]>> = {
  machine: [HealthController],
  public: [HomeController, SignInController, InvitationController, AccountController, PublicGrantsController],
  committee: [CommitteeClaimsController, CommitteeLettersController, CommitteeOrganizationController, CommitteeOfficersController, CommitteeAccountController],
  staff: [DecisionsController, DraftsController, ApprovalsController, BudgetController, StaffLettersController, StaffOrdersController],
  treasury: [TreasuryOrdersController, BatchesController, ExportsController],
  admin: [StaffPostsController, StaffController, AuthorityController, AuditController, JobsController],
};

@Module({ imports: [...STAGES, WebSharedModule], controllers: Object.values(CONTROLLERS).flat() })
export class WebModule {}
