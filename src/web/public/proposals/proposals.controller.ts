import { Controller, Get } from '@nestjs/common';
import { publicActor } from '../../../kernel/actor.js';
import { PublishedProposals } from '../../../disclosure/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { Desk, page, SHARED_FOR_SECONDS, Viewer, type PageResult } from '../../shared/index.js';
import { townCrumbs } from '../town-crumbs.js';
import { ProposalsPage } from './proposals.page.js';

/** What was proposed, and what the town made of it; once the call has closed. */
@Controller(':town/proposals')
@Desk('public')
export class PublicProposalsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly proposals: PublishedProposals,
  ) {}

  @Get()
  async list(@Viewer() viewer: Viewer): Promise<PageResult> {
    const proposals = await this.unitOfWork.read(publicActor(viewer.town.id), (tx) => this.proposals.all(tx));
    const title = '寄せられた企画提案';
    return page(viewer, {
      title,
      lead: 'これまでの募集に寄せられた提案と、その扱いです。募集が終わってから載せます。',
      breadcrumb: townCrumbs(viewer, { label: title }),
      sharedForSeconds: SHARED_FOR_SECONDS,
      wide: true,
      body: ProposalsPage({ viewer, proposals }),
    });
  }
}
