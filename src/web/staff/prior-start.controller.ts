import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApplicationDirectory } from '../../applications/index.js';
import { hasDuty } from '../../kernel/actor.js';
import type { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { PriorStarts } from '../../reviews/index.js';
import { Ties } from '../../staff/index.js';
import {
  attempt,
  Desk,
  Id,
  page,
  readForm,
  redirect,
  Viewer,
  type PageResult,
  type RedirectResult,
} from '../shared/index.js';
import { typedText } from '../shared/typed-text.js';
import { PriorStartDto } from './prior-start.dto.js';
import { PriorStartPage } from './prior-start.page.js';

/** 事前着手 asked for in an application under review. */
@Controller(':town/staff/applications/:applicationId/prior-start')
@Desk('staff')
export class PriorStartController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly directory: ApplicationDirectory,
    private readonly priorStarts: PriorStarts,
    private readonly ties: Ties,
  ) {}

  @Get()
  show(@Viewer() viewer: Viewer, @Id('applicationId') id: string): Promise<PageResult> {
    return this.startPage(viewer, id);
  }

  @Post()
  async decide(
    @Viewer() viewer: Viewer,
    @Id('applicationId') applicationId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() =>
      this.priorStarts.decide(viewer.actor, { ...readForm(PriorStartDto, body), applicationId }),
    );
    if (!outcome.ok) return this.startPage(viewer, applicationId, outcome.error, typedText(body, 'reason'));
    return redirect(viewer.url(`staff/applications/${applicationId}`), { notice: '事前着手に答えました。' });
  }

  private async startPage(viewer: Viewer, id: string, error?: DomainError, reason = ''): Promise<PageResult> {
    const { application, start } = await this.unitOfWork.read(viewer.actor, async (tx) => {
      const found = await this.directory.get(tx, id);
      await this.ties.refuseTied(tx, found.organizationId);
      return { application: found, start: await this.priorStarts.of(tx, found) };
    });
    const mayDecide = application.state === 'submitted' && hasDuty(viewer.actor, 'promotion');
    return page(viewer, {
      title: '事前着手',
      breadcrumb: [
        { label: '案件', href: viewer.url('staff/queue') },
        { label: application.organizationName, href: viewer.url(`staff/applications/${id}`) },
        { label: '事前着手' },
      ],
      ...(error && { errors: error }),
      body: PriorStartPage({ viewer, applicationId: id, start, mayDecide, reason }),
    });
  }
}
