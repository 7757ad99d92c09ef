import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { DomainError } from '../../kernel/domain-error.js';
import { CloseScoring, DeclareRecusal, Materials, SaveSheet, ViewSeat, type TypedSheet } from '../../panels/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { ViewPanelVerifications } from '../../verifications/index.js';
import {
  attempt,
  Desk,
  download,
  Id,
  page,
  readForm,
  redirect,
  saved,
  Viewer,
  type DownloadResult,
  type JsonResult,
  type PageResult,
  type RedirectResult,
} from '../shared/index.js';
import { meetingName } from '../shared/panel-words.js';
import { typedList, typedTexts } from '../shared/typed-records.js';
import { typedText } from '../shared/typed-text.js';
import { ClosingPage } from './closing.page.js';
import { RecusalPage } from './recusal.page.js';
import { RecusalDto, SheetDto } from './seat.dto.js';
import { SentContents } from './sent-contents.js';
import { SeatPage } from './seat.page.js';
import { SheetPage } from './sheet.page.js';

const HOME = '採点・検証するもの';

interface Refused {
  readonly error: DomainError;
  readonly typed: TypedSheet;
}

/** 審査会の委員: reads the cases that are not barred to them, and fills in a sheet for each. */
@Controller(':town/panel')
@Desk('panel')
export class SeatController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly seat: ViewSeat,
    private readonly verifications: ViewPanelVerifications,
    private readonly reading: SentContents,
    private readonly materials: Materials,
    private readonly saveSheet: SaveSheet,
    private readonly declareRecusal: DeclareRecusal,
    private readonly closeScoring: CloseScoring,
  ) {}

  @Get()
  async home(@Viewer() viewer: Viewer): Promise<PageResult> {
    const meetings = await this.seat.meetingsOf(viewer.actor);
    const verifications = await this.verifications.ofMember(viewer.actor);
    return page(viewer, { title: HOME, body: SeatPage({ viewer, meetings, verifications }) });
  }

  @Get('cases/:caseId')
  show(@Viewer() viewer: Viewer, @Id('caseId') caseId: string): Promise<PageResult> {
    return this.sheetPage(viewer, caseId);
  }

  @Post('cases/:caseId')
  async save(
    @Viewer() viewer: Viewer,
    @Id('caseId') caseId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult | JsonResult> {
    const { version, overall } = readForm(SheetDto, body);
    const typed = { points: typedTexts(body, 'points'), remarks: typedTexts(body, 'remarks'), overall };
    const command = { caseId, version: Number(version), typed };
    const outcome = await attempt(() => this.saveSheet.execute(viewer.actor, command));
    if (viewer.autosave) {
      if (!outcome.ok) throw outcome.error;
      return saved(outcome.value.version);
    }
    if (outcome.ok) return redirect(viewer.url('panel'), { notice: '採点表を保存しました。' });
    return this.sheetPage(viewer, caseId, { error: outcome.error, typed });
  }

  @Get('cases/:caseId/files/:sha256')
  async file(
    @Viewer() viewer: Viewer,
    @Id('caseId') caseId: string,
    @Param('sha256') sha256: string,
    @Query('view') view: unknown,
  ): Promise<DownloadResult> {
    const { bytes, name, mediaType } = await this.unitOfWork.read(viewer.actor, async (tx) => {
      const { item } = await this.seat.caseOf(tx, caseId);
      return this.reading.file(tx, item.subject, sha256);
    });
    return download({ bytes, mediaType, fileName: name, inline: view !== undefined });
  }

  @Get('materials/:materialId')
  async material(
    @Viewer() viewer: Viewer,
    @Id('materialId') materialId: string,
    @Query('view') view: unknown,
  ): Promise<DownloadResult> {
    const { bytes, name, mediaType } = await this.unitOfWork.read(viewer.actor, (tx) =>
      this.materials.content(tx, materialId),
    );
    return download({ bytes, mediaType, fileName: name, inline: view !== undefined });
  }

  @Get('cases/:caseId/recusal')
  recusal(@Viewer() viewer: Viewer, @Id('caseId') caseId: string): Promise<PageResult> {
    return this.recusalPage(viewer, caseId);
  }

  @Post('cases/:caseId/recusal')
  async recuse(
    @Viewer() viewer: Viewer,
    @Id('caseId') caseId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const { reason } = readForm(RecusalDto, body);
      return this.declareRecusal.execute(viewer.actor, { caseId, reason });
    });
    if (!outcome.ok) return this.recusalPage(viewer, caseId, outcome.error, typedText(body, 'reason'));
    return redirect(viewer.url('panel'), { notice: '忌避の申出を受け付けました。採点には加わりません。' });
  }

  @Get('meetings/:meetingId/closing')
  closing(@Viewer() viewer: Viewer, @Id('meetingId') meetingId: string): Promise<PageResult> {
    return this.closingPage(viewer, meetingId, []);
  }

  @Post('meetings/:meetingId/closing')
  async close(
    @Viewer() viewer: Viewer,
    @Id('meetingId') meetingId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const absent = typedList(body, 'absent');
    const outcome = await attempt(() => this.closeScoring.execute(viewer.actor, { meetingId, absent }));
    if (!outcome.ok) return this.closingPage(viewer, meetingId, absent, outcome.error);
    return redirect(viewer.url('panel'), { notice: '採点を締め切りました。' });
  }

  private async sheetPage(viewer: Viewer, caseId: string, refused?: Refused): Promise<PageResult> {
    const href = (sha256: string): string => viewer.url(`panel/cases/${caseId}/files/${sha256}`);
    const { seen, content } = await this.unitOfWork.read(viewer.actor, async (tx) => {
      const own = await this.seat.caseOf(tx, caseId);
      return { seen: own, content: await this.reading.of(tx, own.item.subject, href) };
    });
    const { title } = seen.item;
    return page(
      viewer,
      {
        title,
        wide: true,
        breadcrumb: [{ label: HOME, href: viewer.url('panel') }, { label: title }],
        ...(refused && { errors: refused.error }),
        body: SheetPage({ viewer, seen, content, typed: refused?.typed }),
      },
      refused && (refused.error.kind === 'invalid' ? 422 : 409),
    );
  }

  private async recusalPage(viewer: Viewer, caseId: string, error?: DomainError, reason = ''): Promise<PageResult> {
    const { item, words } = await this.unitOfWork.read(viewer.actor, (tx) => this.seat.caseOf(tx, caseId));
    return page(viewer, {
      title: '忌避を申し出る',
      breadcrumb: [
        { label: HOME, href: viewer.url('panel') },
        { label: item.title, href: viewer.url(`panel/cases/${caseId}`) },
        { label: '忌避' },
      ],
      ...(error && { errors: error }),
      body: RecusalPage({
        ...{ viewer, path: `panel/cases/${item.id}`, reason },
        thing: { label: words.thing, title: item.title },
        party: { label: words.party, name: item.organizationName },
        loses: `この${words.thing}は一覧から消え、読むことも採点することもできなくなります。保存した点数は数えません。`,
        example: `${words.party}の家族であるため`,
      }),
    });
  }

  private async closingPage(
    viewer: Viewer,
    meetingId: string,
    absent: readonly string[],
    error?: DomainError,
  ): Promise<PageResult> {
    const { panel, meeting, members } = await this.seat.chairedBy(viewer.actor, meetingId);
    return page(viewer, {
      title: '採点を締め切る',
      lead: meetingName(panel, meeting),
      breadcrumb: [{ label: HOME, href: viewer.url('panel') }, { label: '採点を締め切る' }],
      ...(error && { errors: error }),
      body: ClosingPage({ viewer, meetingId, members, absent }),
    });
  }
}
