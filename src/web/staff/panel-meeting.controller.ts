import { Body, Controller, Get, Post } from '@nestjs/common';
import { hasDuty } from '../../kernel/actor.js';
import type { DomainError } from '../../kernel/domain-error.js';
import {
  Agenda,
  CloseScoring,
  ConfirmMeeting,
  DownloadResults,
  ReopenScoring,
  SaveRecord,
  SettleTie,
  ViewMeeting,
  type RecordForm,
} from '../../panels/index.js';
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
import { AgendaPage } from './panel-agenda.page.js';
import { RecordPage } from './panel-record.page.js';
import { ResultsPage } from './panel-results.page.js';
import { ReasonDto, RecordDto, TakeOffDto } from './panels.dto.js';

interface Refused {
  readonly body: unknown;
  readonly error: DomainError;
}

type Part = typeof AgendaPage;

/** 審査会の回: agenda and scoring, results, record. */
@Controller(':town/staff/panel-meetings/:meetingId')
@Desk('staff')
export class PanelMeetingController {
  constructor(
    private readonly viewMeeting: ViewMeeting,
    private readonly agenda: Agenda,
    private readonly closeScoring: CloseScoring,
    private readonly reopenScoring: ReopenScoring,
    private readonly settleTie: SettleTie,
    private readonly saveRecord: SaveRecord,
    private readonly confirmMeeting: ConfirmMeeting,
    private readonly downloadResults: DownloadResults,
  ) {}

  @Get()
  show(@Viewer() viewer: Viewer, @Id('meetingId') id: string): Promise<PageResult> {
    return this.page(viewer, id, AgendaPage);
  }

  @Post('cases')
  add(@Viewer() viewer: Viewer, @Id('meetingId') id: string, @Body() body: unknown) {
    return this.act(viewer, id, body, { part: AgendaPage, to: '', notice: '議題に加えました。' }, () =>
      this.agenda.add(viewer.actor, id, typedList(body, 'subjectIds')),
    );
  }

  @Post('order')
  order(@Viewer() viewer: Viewer, @Id('meetingId') id: string, @Body() body: unknown) {
    return this.act(viewer, id, body, { part: AgendaPage, to: '', notice: '順番を保存しました。' }, () =>
      this.agenda.order(viewer.actor, id, typedTexts(body, 'positions')),
    );
  }

  @Post('taking-off')
  takeOff(@Viewer() viewer: Viewer, @Id('meetingId') id: string, @Body() body: unknown) {
    return this.act(viewer, id, body, { part: AgendaPage, to: '', notice: '議題から外しました。' }, () => {
      const { caseId, reason } = readForm(TakeOffDto, body);
      return this.agenda.takeOff(viewer.actor, caseId, reason);
    });
  }

  @Post('closing')
  close(@Viewer() viewer: Viewer, @Id('meetingId') id: string, @Body() body: unknown) {
    return this.act(viewer, id, body, { part: AgendaPage, to: '/results', notice: '採点を締め切りました。' }, () =>
      this.closeScoring.execute(viewer.actor, { meetingId: id, absent: typedList(body, 'absent') }),
    );
  }

  @Get('results')
  results(@Viewer() viewer: Viewer, @Id('meetingId') id: string): Promise<PageResult> {
    return this.page(viewer, id, ResultsPage);
  }

  @Get('results.csv')
  async csv(@Viewer() viewer: Viewer, @Id('meetingId') id: string): Promise<DownloadResult> {
    const { bytes, fileName } = await this.downloadResults.execute(viewer.actor, id);
    return download({ bytes, fileName, mediaType: 'text/csv; charset=utf-8' });
  }

  @Post('reopening')
  reopen(@Viewer() viewer: Viewer, @Id('meetingId') id: string, @Body() body: unknown) {
    return this.act(viewer, id, body, { part: ResultsPage, to: '', notice: '採点の締切りを解除しました。' }, () =>
      this.reopenScoring.execute(viewer.actor, { meetingId: id, reason: readForm(ReasonDto, body).reason }),
    );
  }

  @Post('ties')
  settle(@Viewer() viewer: Viewer, @Id('meetingId') id: string, @Body() body: unknown) {
    return this.act(viewer, id, body, { part: ResultsPage, to: '/results', notice: '順番を決めました。' }, () => {
      const [reason = ''] = Object.values(typedTexts(body, 'reason'));
      return this.settleTie.execute(viewer.actor, { meetingId: id, places: typedTexts(body, 'places'), reason });
    });
  }

  @Get('record')
  record(@Viewer() viewer: Viewer, @Id('meetingId') id: string): Promise<PageResult> {
    return this.page(viewer, id, RecordPage);
  }

  @Post('record')
  async save(
    @Viewer() viewer: Viewer,
    @Id('meetingId') id: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult | JsonResult> {
    if (!viewer.autosave) {
      return this.act(viewer, id, body, { part: RecordPage, to: '/record', notice: '保存しました。' }, () =>
        this.saveRecord.execute(viewer.actor, readRecord(id, body)),
      );
    }
    const { version } = await this.saveRecord.execute(viewer.actor, readRecord(id, body));
    return saved(version);
  }

  @Post('confirmation')
  confirm(@Viewer() viewer: Viewer, @Id('meetingId') id: string, @Body() body: unknown) {
    return this.act(viewer, id, body, { part: RecordPage, to: '/results', notice: '結果を確定しました。' }, () =>
      this.confirmMeeting.execute(viewer.actor, readRecord(id, body)),
    );
  }

  /** Goes on after the act, or shows the page again with everything that was typed. */
  private async act(
    viewer: Viewer,
    meetingId: string,
    body: unknown,
    { part, to, notice }: { readonly part: Part; readonly to: string; readonly notice: string },
    work: () => Promise<unknown>,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(work);
    if (!outcome.ok) return this.page(viewer, meetingId, part, { body, error: outcome.error });
    return redirect(viewer.url(`staff/panel-meetings/${meetingId}${to}`), { notice });
  }

  private async page(viewer: Viewer, meetingId: string, part: Part, refused?: Refused): Promise<PageResult> {
    const view = await this.viewMeeting.execute(viewer.actor, meetingId);
    const { panel, meeting } = view;
    return page(
      viewer,
      {
        title: meetingName(panel, meeting),
        wide: true,
        breadcrumb: [
          { label: '審査会', href: viewer.url('staff/panels') },
          { label: panel.name, href: viewer.url(`staff/panels/${panel.id}`) },
          { label: `第${String(meeting.number)}回` },
        ],
        ...(refused && { errors: refused.error }),
        body: part({ viewer, view, mayAct: hasDuty(viewer.actor, 'promotion'), typed: refused?.body }),
      },
      refused && (refused.error.kind === 'invalid' ? 422 : 409),
    );
  }
}

function readRecord(meetingId: string, body: unknown): RecordForm {
  const { version, minutes } = readForm(RecordDto, body);
  return { meetingId, version: Number(version), minutes, comments: typedTexts(body, 'comments') };
}
