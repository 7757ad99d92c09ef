import { Body, Controller, Get, Post } from '@nestjs/common';
import type { DomainError } from '../../kernel/domain-error.js';
import { dayInJapan, formatEra } from '../../kernel/local-date.js';
import { Clock } from '../../platform/clock/index.js';
import { DownloadInquiryList, Inquiries } from '../../reviews/index.js';
import {
  attempt,
  Desk,
  download,
  Id,
  page,
  readForm,
  redirect,
  Viewer,
  type DownloadResult,
  type PageResult,
  type RedirectResult,
} from '../shared/index.js';
import { typedDay } from '../shared/typed-day.js';
import { InquiryListDto, InquiryRecordDto } from './inquiries.dto.js';
import { InquiryApplicantsPage, InquiryProgramsPage } from './inquiries.page.js';

const TITLE = '暴力団排除の照会';

/** 照会名簿: opens only to posts with the duty; everyone else is refused by each use case. */
@Controller(':town/staff/inquiries')
@Desk('staff')
export class InquiriesController {
  constructor(
    private readonly inquiries: Inquiries,
    private readonly downloadList: DownloadInquiryList,
    private readonly clock: Clock,
  ) {}

  @Get()
  async list(@Viewer() viewer: Viewer): Promise<PageResult> {
    const versions = await this.inquiries.programmes(viewer.actor);
    return page(viewer, { title: TITLE, wide: true, body: InquiryProgramsPage({ viewer, versions }) });
  }

  @Get(':versionId')
  show(@Viewer() viewer: Viewer, @Id('versionId') versionId: string): Promise<PageResult> {
    return this.applicantsPage(viewer, versionId, {});
  }

  @Post(':versionId/records')
  async record(
    @Viewer() viewer: Viewer,
    @Id('versionId') versionId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const { applicationIds, askedOn, answer } = readForm(InquiryRecordDto, body);
      const day = typedDay(askedOn, 'askedOn', '照会した日');
      return this.inquiries.record(viewer.actor, { versionId, applicationIds, askedOn: day, answer });
    });
    if (!outcome.ok) return this.applicantsPage(viewer, versionId, body, outcome.error);
    return redirect(viewer.url(`staff/inquiries/${versionId}`), { notice: '照会を記録しました。' });
  }

  @Post(':versionId/list')
  async take(
    @Viewer() viewer: Viewer,
    @Id('versionId') versionId: string,
    @Body() body: unknown,
  ): Promise<PageResult | DownloadResult> {
    const outcome = await attempt(() =>
      this.downloadList.execute(viewer.actor, { ...readForm(InquiryListDto, body), versionId }),
    );
    return outcome.ok ? download(outcome.value) : this.applicantsPage(viewer, versionId, body, outcome.error);
  }

  private async applicantsPage(
    viewer: Viewer,
    versionId: string,
    typed: unknown,
    error?: DomainError,
  ): Promise<PageResult> {
    const inquiry = await this.inquiries.view(viewer.actor, versionId);
    const { name } = inquiry.version.document;
    return page(viewer, {
      title: `${name}の照会`,
      wide: true,
      breadcrumb: [{ label: TITLE, href: viewer.url('staff/inquiries') }, { label: name }],
      ...(error && { errors: error }),
      body: InquiryApplicantsPage({ viewer, inquiry, typed, today: formatEra(dayInJapan(this.clock.now())) }),
    });
  }
}
