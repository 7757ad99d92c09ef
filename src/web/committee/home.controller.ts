import { Controller, Get } from '@nestjs/common';
import { ViewGrantCase } from '../../grant-changes/index.js';
import { Desk, page, Viewer, type PageResult } from '../shared/index.js';
import { HandoverPage } from './handover.page.js';
import { HomeDesk } from './home-desk.js';
import { CommitteeHomePage } from './home.page.js';

/** Where an officer arrives after signing in, and what new officers find when they take over. */
@Controller(':town/committee')
@Desk('committee')
export class CommitteeHomeController {
  constructor(
    private readonly homes: HomeDesk,
    private readonly grants: ViewGrantCase,
  ) {}

  @Get()
  async show(@Viewer() viewer: Viewer): Promise<PageResult> {
    const home = await this.homes.of(viewer.actor);
    return page(viewer, { title: home.organization.name, body: CommitteeHomePage({ viewer, home }) });
  }

  @Get('handover')
  async handover(@Viewer() viewer: Viewer): Promise<PageResult> {
    const home = await this.homes.of(viewer.actor);
    const grants = await this.grants.ofOwnOrganization(viewer.actor);
    return page(viewer, {
      title: '引継ぎ',
      lead: '役員が代わっても、補助金の手続きは団体として続きます。いま何が残っているかを、ここで確かめられます。',
      breadcrumb: [{ label: 'ホーム', href: viewer.url('committee') }, { label: '引継ぎ' }],
      body: HandoverPage({ viewer, home, grants }),
    });
  }
}
