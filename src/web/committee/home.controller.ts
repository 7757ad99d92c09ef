import { Controller, Get } from '@nestjs/common';
import { CaseList } from '../../cases/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Letters } from '../../notices/index.js';
import { OrganizationDirectory } from '../../organizations/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Programs } from '../../programs/index.js';
import { Desk, page, Viewer, type PageResult } from '../shared/index.js';
import { CommitteeHomePage } from './home.page.js';

/** Where an officer arrives after signing in. */
@Controller(':town/committee')
@Desk('committee')
export class CommitteeHomeController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organizations: OrganizationDirectory,
    private readonly programs: Programs,
    private readonly cases: CaseList,
    private readonly letters: Letters,
  ) {}

  @Get()
  async show(@Viewer() viewer: Viewer): Promise<PageResult> {
    const home = await this.unitOfWork.read(viewer.actor, async (tx) => {
      if (tx.actor.kind !== 'officer') throw DomainError.notFound();
      const { organizationId } = tx.actor;
      return {
        organization: await this.organizations.get(tx, organizationId),
        open: await this.programs.openVersions(tx, tx.today),
        cases: await this.cases.forOrganization(tx, organizationId),
        letters: await this.letters.inbox(tx, organizationId),
      };
    });
    return page(viewer, { title: home.organization.name, body: CommitteeHomePage({ viewer, home }) });
  }
}
