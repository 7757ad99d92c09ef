import { Controller, Get } from '@nestjs/common';
import { SubmissionWindows, type SubmissionWindow } from '../../applications/index.js';
import { CaseList, type CaseItem } from '../../cases/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Letters } from '../../notices/index.js';
import { ReportDirectory } from '../../performance-reports/index.js';
import { OrganizationDirectory } from '../../organizations/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { Desk, page, Viewer, type PageResult } from '../shared/index.js';
import { CommitteeHomePage } from './home.page.js';

/** Where an officer arrives after signing in. */
@Controller(':town/committee')
@Desk('committee')
export class CommitteeHomeController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organizations: OrganizationDirectory,
    private readonly windows: SubmissionWindows,
    private readonly cases: CaseList,
    private readonly letters: Letters,
    private readonly reports: ReportDirectory,
  ) {}

  @Get()
  async show(@Viewer() viewer: Viewer): Promise<PageResult> {
    const home = await this.unitOfWork.read(viewer.actor, async (tx) => {
      if (tx.actor.kind !== 'officer') throw DomainError.notFound();
      const { organizationId } = tx.actor;
      const cases = await this.cases.forOrganization(tx, organizationId);
      return {
        organization: await this.organizations.get(tx, organizationId),
        open: await this.windows.startable(tx, organizationId),
        cases,
        drafts: await this.windowsOf(tx, cases),
        now: tx.now,
        today: tx.today,
        reports: await this.reports.forOrganization(tx, organizationId),
        letters: await this.letters.inbox(tx, organizationId),
      };
    });
    return page(viewer, { title: home.organization.name, body: CommitteeHomePage({ viewer, home }) });
  }
  private async windowsOf(tx: Transaction, cases: readonly CaseItem[]): Promise<Map<string, SubmissionWindow>> {
    const windows = new Map<string, SubmissionWindow>();
    for (const { id, phase } of cases) {
      if (phase === 'drafting') windows.set(id, await this.windows.ofApplication(tx, id));
    }
    return windows;
  }
}
