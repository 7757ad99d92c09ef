import { Controller, Get } from '@nestjs/common';
import { demandNumber, ViewRepayments } from '../../repayments/index.js';
import { Desk, Id, page, Viewer, type PageResult } from '../shared/index.js';
import { CommitteeRepaymentPage } from './repayment.page.js';
import { CommitteeRepaymentsPage } from './repayments.page.js';

const TITLE = '返還するお金';

/** 返還 at the organisation: what to pay, by when and where. */
@Controller(':town/committee/repayments')
@Desk('committee')
export class CommitteeRepaymentsController {
  constructor(private readonly repayments: ViewRepayments) {}

  @Get()
  async list(@Viewer() viewer: Viewer): Promise<PageResult> {
    const files = await this.repayments.ofOwnOrganization(viewer.actor);
    return page(viewer, {
      title: TITLE,
      lead: '受け取った補助金のうち、返していただくお金です。',
      body: CommitteeRepaymentsPage({ viewer, files }),
    });
  }

  @Get(':demandId')
  async show(@Viewer() viewer: Viewer, @Id('demandId') id: string): Promise<PageResult> {
    const view = await this.repayments.one(viewer.actor, id);
    return page(viewer, {
      title: `${view.demand.programName}の返還`,
      breadcrumb: [{ label: TITLE, href: viewer.url('committee/repayments') }, { label: demandNumber(view.demand) }],
      body: CommitteeRepaymentPage({ viewer, view }),
    });
  }
}
