import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { EnterPaperApplication } from '../../applications/index.js';
import { requireDuty } from '../../kernel/actor.js';
import type { DomainError } from '../../kernel/domain-error.js';
import { dayInJapan, formatEra } from '../../kernel/local-date.js';
import { OrganizationDirectory } from '../../organizations/index.js';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Programs } from '../../programs/index.js';
import {
  attempt,
  Desk,
  page,
  readForm,
  redirect,
  Viewer,
  type PageResult,
  type RedirectResult,
} from '../shared/index.js';
import { typedDay } from '../shared/typed-day.js';
import { typedText } from '../shared/typed-text.js';
import { PaperDto } from './paper.dto.js';
import { PaperPage } from './paper.page.js';

/** 代理入力: an application that arrived as a paper begins here and goes on at the pages of the application. */
@Controller(':town/staff/paper')
@Desk('staff')
export class PaperController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly programs: Programs,
    private readonly organizations: OrganizationDirectory,
    private readonly enterPaper: EnterPaperApplication,
    private readonly clock: Clock,
  ) {}

  /** What a link names is chosen already: the programme, the organisation. */
  @Get()
  show(@Viewer() viewer: Viewer, @Query() query: unknown): Promise<PageResult> {
    return this.formPage(viewer, query, formatEra(dayInJapan(this.clock.now())));
  }

  @Post()
  async begin(@Viewer() viewer: Viewer, @Body() body: unknown): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const { receivedOn, ...command } = readForm(PaperDto, body);
      const day = typedDay(receivedOn, 'receivedOn', '収受日');
      return this.enterPaper.execute(viewer.actor, { ...command, receivedOn: day });
    });
    if (outcome.ok) return redirect(viewer.url(`staff/paper/${outcome.value.applicationId}`));
    return this.formPage(viewer, body, typedText(body, 'receivedOn'), outcome.error);
  }

  private async formPage(viewer: Viewer, typed: unknown, receivedOn: string, error?: DomainError): Promise<PageResult> {
    requireDuty(viewer.actor, 'promotion');
    const { programs, organizations } = await this.unitOfWork.read(viewer.actor, async (tx) => ({
      programs: await this.programs.published(tx),
      organizations: await this.organizations.list(tx),
    }));
    return page(
      viewer,
      {
        title: '紙の申請を入力する',
        breadcrumb: [{ label: '案件', href: viewer.url('staff/queue') }, { label: '紙の申請を入力する' }],
        ...(error && { errors: error }),
        body: PaperPage({
          viewer,
          programs,
          organizations: organizations.filter(({ state }) => state === 'registered'),
          typed: {
            programVersionId: typedText(typed, 'programVersionId'),
            organizationId: typedText(typed, 'organizationId'),
            receivedOn,
          },
        }),
      },
      error && (error.kind === 'invalid' ? 422 : 409),
    );
  }
}
