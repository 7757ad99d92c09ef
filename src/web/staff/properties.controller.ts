import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { hasDuty } from '../../kernel/actor.js';
import type { DomainError } from '../../kernel/domain-error.js';
import { dayInJapan, formatEra } from '../../kernel/local-date.js';
import { Clock } from '../../platform/clock/index.js';
import {
  DecideRecordDisposal,
  DraftDisposal,
  IssueDisposalLetter,
  ViewProperties,
  ViewRetention,
} from '../../properties/index.js';
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
import { partOf } from '../shared/pages-of-rows.js';
import { typedText } from '../shared/typed-text.js';
import { typedDay } from '../shared/typed-day.js';
import { DisposalReviewPage } from './disposal.page.js';
import { optionsIn } from './draft-options.js';
import { StaffPropertiesPage } from './properties.page.js';
import { DisposalDraftDto, DisposalIssueDto, DisposalReturnDto, RecordDisposalDto } from './properties.dto.js';
import { RetentionPage } from './retention.page.js';

type Answered = Promise<PageResult | RedirectResult>;
const DESK = '備品と書類の保存';
const MOST_WORDS = 100;

/** 備品台帳 of all organisations, the answers to 財産処分承認申請, and what has passed its 保存期間. */
@Controller(':town/staff/properties')
@Desk('staff')
export class StaffPropertiesController {
  constructor(
    private readonly views: ViewProperties,
    private readonly retention: ViewRetention,
    private readonly drafting: DraftDisposal,
    private readonly issueLetter: IssueDisposalLetter,
    private readonly decideRecords: DecideRecordDisposal,
    private readonly clock: Clock,
  ) {}

  @Get()
  async desk(@Viewer() viewer: Viewer, @Query() query: Readonly<Record<string, unknown>>): Answered {
    const words = typedText(query, 'words').slice(0, MOST_WORDS);
    const part = { words, items: partOf(query['from']), others: partOf(query['others']) };
    const desk = await this.views.desk(viewer.actor, part);
    return page(viewer, { title: DESK, wide: true, body: StaffPropertiesPage({ viewer, desk, part }) });
  }

  @Get('retention')
  kept(@Viewer() viewer: Viewer): Answered {
    return this.retentionPage(viewer);
  }

  @Post('retention')
  async decide(@Viewer() viewer: Viewer, @Body() body: unknown): Answered {
    const outcome = await attempt(() => {
      const { grantIds, decidedOn, draftNumber } = readForm(RecordDisposalDto, body);
      const day = typedDay(decidedOn, 'decidedOn', '決裁日');
      return this.decideRecords.execute(viewer.actor, { grantIds, decidedOn: day, draftNumber });
    });
    if (!outcome.ok) return this.retentionPage(viewer, body, outcome.error);
    const notice = '廃棄の決定を記録しました。このシステムの記録とファイルは消えていません。';
    return redirect(viewer.url('staff/properties/retention'), { notice });
  }

  @Get(':disposalId')
  show(@Viewer() viewer: Viewer, @Id('disposalId') id: string): Answered {
    return this.disposalPage(viewer, id);
  }

  @Post(':disposalId/drafts')
  async draft(@Viewer() viewer: Viewer, @Id('disposalId') disposalId: string, @Body() body: unknown): Answered {
    const outcome = await attempt(() => {
      const form = readForm(DisposalDraftDto, body);
      const { version, outcome: chosen, terms, title, reason } = form;
      const words = { outcome: chosen, terms, title, reason, ...optionsIn(form) };
      return this.drafting.execute(viewer.actor, { disposalId, version: Number(version), ...words });
    });
    if (!outcome.ok) return this.disposalPage(viewer, disposalId, body, outcome.error);
    return redirect(viewer.url(`staff/approvals/${outcome.value.draftId}`), { notice: '起案しました。' });
  }

  @Post(':disposalId/return')
  async return(@Viewer() viewer: Viewer, @Id('disposalId') id: string, @Body() body: unknown): Answered {
    const outcome = await attempt(() => {
      const { version, note } = readForm(DisposalReturnDto, body);
      return this.drafting.return(viewer.actor, id, Number(version), note);
    });
    if (!outcome.ok) return this.disposalPage(viewer, id, body, outcome.error);
    return redirect(viewer.url('staff/properties'), { notice: '差し戻しました。団体の画面に表示されます。' });
  }

  @Post(':disposalId/letter')
  async issue(@Viewer() viewer: Viewer, @Id('disposalId') disposalId: string, @Body() body: unknown): Answered {
    const outcome = await attempt(() => {
      const { issuedOn, externalNumber } = readForm(DisposalIssueDto, body);
      const day = typedDay(issuedOn, 'issuedOn', '施行日');
      return this.issueLetter.execute(viewer.actor, { disposalId, issuedOn: day, externalNumber });
    });
    if (!outcome.ok) return this.disposalPage(viewer, disposalId, body, outcome.error);
    return redirect(viewer.url(`staff/letters/batches/${outcome.value.batchId}`));
  }

  private async disposalPage(viewer: Viewer, id: string, body?: unknown, error?: DomainError): Promise<PageResult> {
    const view = await this.views.disposal(viewer.actor, id);
    const title = `${view.disposal.itemName}の財産処分`;
    return page(viewer, {
      title,
      wide: true,
      breadcrumb: [{ label: DESK, href: viewer.url('staff/properties') }, { label: title }],
      ...(error && { errors: error }),
      body: DisposalReviewPage({
        ...{ viewer, view, body, mayAct: hasDuty(viewer.actor, 'promotion') },
        today: formatEra(dayInJapan(this.clock.now())),
      }),
    });
  }

  private async retentionPage(viewer: Viewer, body?: unknown, error?: DomainError): Promise<PageResult> {
    const desk = await this.retention.execute(viewer.actor);
    return page(viewer, {
      title: '書類の保存期間',
      wide: true,
      breadcrumb: [{ label: DESK, href: viewer.url('staff/properties') }, { label: '書類の保存期間' }],
      ...(error && { errors: error }),
      body: RetentionPage({ viewer, desk, body, mayAct: hasDuty(viewer.actor, 'promotion') }),
    });
  }
}
