import { Controller, Get } from '@nestjs/common';
import { Reminders } from '../../cases/index.js';
import { Municipalities } from '../../municipalities/index.js';
import { OrganizationDirectory } from '../../organizations/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Desk, page, Viewer, type PageResult } from '../shared/index.js';
import { DeadlinesPage } from './deadlines.page.js';

/** 締切が近い下書き: whom the reminders speak to, programme by programme; what is written stays with the organisation. */
@Controller(':town/staff/deadlines')
@Desk('staff')
export class DeadlinesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reminders: Reminders,
    private readonly municipalities: Municipalities,
    private readonly organizations: OrganizationDirectory,
  ) {}

  @Get()
  async show(@Viewer() viewer: Viewer): Promise<PageResult> {
    const { near, reminderDays, withoutMail } = await this.unitOfWork.read(viewer.actor, async (tx) => ({
      near: await this.reminders.near(tx),
      reminderDays: (await this.municipalities.of(tx)).reminderDays,
      withoutMail: (await this.organizations.list(tx)).filter(({ mail }) => mail === null).map(({ id }) => id),
    }));
    const title = '締切が近い下書き';
    return page(viewer, {
      title,
      wide: true,
      breadcrumb: [{ label: '案件', href: viewer.url('staff/queue') }, { label: title }],
      body: DeadlinesPage({ viewer, near, reminderDays, withoutMail: new Set(withoutMail) }),
    });
  }
}
