import { Injectable } from '@nestjs/common';
import { AdoptedProposals, SubmissionWindows, type SubmissionWindow } from '../../applications/index.js';
import { CaseList, type CaseItem } from '../../cases/index.js';
import { ViewChanges } from '../../grant-changes/index.js';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Letters } from '../../notices/index.js';
import { OrganizationDirectory, RepresentativeChanges } from '../../organizations/index.js';
import { ReportDirectory } from '../../performance-reports/index.js';
import { ViewProperties } from '../../properties/index.js';
import { ViewRepayments } from '../../repayments/index.js';
import { VerificationDirectory } from '../../verifications/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import type { CommitteeHome } from './home-tasks.js';

/** What is open for an organisation, for its first page and for the hand-over to new officers: the same for both. */
@Injectable()
export class HomeDesk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organizations: OrganizationDirectory,
    private readonly windows: SubmissionWindows,
    private readonly cases: CaseList,
    private readonly letters: Letters,
    private readonly reports: ReportDirectory,
    private readonly changes: ViewChanges,
    private readonly repayments: ViewRepayments,
    private readonly properties: ViewProperties,
    private readonly verifications: VerificationDirectory,
    private readonly adopted: AdoptedProposals,
    private readonly representatives: RepresentativeChanges,
  ) {}

  async of(actor: Actor): Promise<CommitteeHome> {
    const disposals = await this.properties.returned(actor);
    const repayments = await this.repayments.ofOwnOrganization(actor);
    return this.unitOfWork.read(actor, async (tx) => {
      if (tx.actor.kind !== 'officer') throw DomainError.notFound();
      const { organizationId, officerId } = tx.actor;
      const cases = await this.cases.forOrganization(tx, organizationId);
      const officers = await this.organizations.officersOf(tx, organizationId);
      return {
        organization: await this.organizations.get(tx, organizationId),
        open: await this.windows.startable(tx, organizationId),
        cases,
        drafts: await this.windowsOf(tx, cases),
        now: tx.now,
        today: tx.today,
        reports: await this.reports.forOrganization(tx, organizationId),
        projects: await this.adopted.ofOrganization(tx, organizationId),
        verifications: await this.verifications.waitingForOrganization(tx, organizationId),
        letters: await this.letters.inbox(tx, organizationId),
        repayments,
        disposals,
        awaiting: await this.changes.awaitingTheTown(tx),
        after: await this.changes.waitingForOrganization(tx),
        representative: await this.representatives.openOf(tx, organizationId),
        officers,
        me: officers.find(({ id }) => id === officerId) ?? null,
        formers: await this.organizations.formerOfficersOf(tx, organizationId),
      };
    });
  }

  private async windowsOf(tx: Transaction, cases: readonly CaseItem[]): Promise<Map<string, SubmissionWindow>> {
    const windows = new Map<string, SubmissionWindow>();
    for (const { id, phase } of cases) {
      if (phase === 'drafting') windows.set(id, await this.windows.ofApplication(tx, id));
    }
    return windows;
  }
}
