import { Body, Controller, Get, Post } from '@nestjs/common';
import {
  Agenda,
  CloseScoring,
  ConfirmMeeting,
  DownloadResults,
  ReopenScoring,
  SaveRecord,
  SettleTie,
  type RecordForm,
} from '../../panels/index.js';
import {
  Desk,
  download,
  Id,
  readForm,
  saved,
  Viewer,
  type DownloadResult,
  type JsonResult,
  type PageResult,
  type RedirectResult,
} from '../shared/index.js';
import { typedList, typedTexts } from '../shared/typed-records.js';
import { AgendaPage } from './panel-agenda.page.js';
import { PanelMeetingPages } from './panel-meeting-pages.js';
import { RecordPage } from './panel-record.page.js';
import { ResultsPage } from './panel-results.page.js';
import { ReasonDto, RecordDto, TakeOffDto } from './panels.dto.js';

/** 審査会の回: agenda and scoring, results, record. */
@Controller(':town/staff/panel-meetings/:meetingId')
@Desk('staff')
export class PanelMeetingController {
  constructor(
    private readonly pages: PanelMeetingPages,
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
    return this.pages.of(viewer, id, AgendaPage);
  }

  @Post('cases')
  add(@Viewer() viewer: Viewer, @Id('meetingId') id: string, @Body() body: unknown) {
    return this.pages.act(viewer, id, body, { part: AgendaPage, to: '', notice: '議題に加えました。' }, () =>
      this.agenda.add(viewer.actor, id, typedList(body, 'subjectIds')),
    );
  }

  @Post('order')
  order(@Viewer() viewer: Viewer, @Id('meetingId') id: string, @Body() body: unknown) {
    return this.pages.act(viewer, id, body, { part: AgendaPage, to: '', notice: '順番を保存しました。' }, () =>
      this.agenda.order(viewer.actor, id, typedTexts(body, 'positions')),
    );
  }

  @Post('taking-off')
  takeOff(@Viewer() viewer: Viewer, @Id('meetingId') id: string, @Body() body: unknown) {
    return this.pages.act(viewer, id, body, { part: AgendaPage, to: '', notice: '議題から外しました。' }, () => {
      const { caseId, reason } = readForm(TakeOffDto, body);
      return this.agenda.takeOff(viewer.actor, caseId, reason);
    });
  }

  @Post('closing')
  close(@Viewer() viewer: Viewer, @Id('meetingId') id: string, @Body() body: unknown) {
    return this.pages.act(
      viewer,
      id,
      body,
      { part: AgendaPage, to: '/results', notice: '採点を締め切りました。' },
      () => this.closeScoring.execute(viewer.actor, { meetingId: id, absent: typedList(body, 'absent') }),
    );
  }

  @Get('results')
  results(@Viewer() viewer: Viewer, @Id('meetingId') id: string): Promise<PageResult> {
    return this.pages.of(viewer, id, ResultsPage);
  }

  @Get('results.csv')
  async csv(@Viewer() viewer: Viewer, @Id('meetingId') id: string): Promise<DownloadResult> {
    const { bytes, fileName } = await this.downloadResults.execute(viewer.actor, id);
    return download({ bytes, fileName, mediaType: 'text/csv; charset=utf-8' });
  }

  @Post('reopening')
  reopen(@Viewer() viewer: Viewer, @Id('meetingId') id: string, @Body() body: unknown) {
    return this.pages.act(viewer, id, body, { part: ResultsPage, to: '', notice: '採点の締切りを解除しました。' }, () =>
      this.reopenScoring.execute(viewer.actor, { meetingId: id, reason: readForm(ReasonDto, body).reason }),
    );
  }

  @Post('ties')
  settle(@Viewer() viewer: Viewer, @Id('meetingId') id: string, @Body() body: unknown) {
    return this.pages.act(viewer, id, body, { part: ResultsPage, to: '/results', notice: '順番を決めました。' }, () => {
      const [reason = ''] = Object.values(typedTexts(body, 'reason'));
      return this.settleTie.execute(viewer.actor, { meetingId: id, places: typedTexts(body, 'places'), reason });
    });
  }

  @Get('record')
  record(@Viewer() viewer: Viewer, @Id('meetingId') id: string): Promise<PageResult> {
    return this.pages.of(viewer, id, RecordPage);
  }

  @Post('record')
  async save(
    @Viewer() viewer: Viewer,
    @Id('meetingId') id: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult | JsonResult> {
    if (!viewer.autosave) {
      return this.pages.act(viewer, id, body, { part: RecordPage, to: '/record', notice: '保存しました。' }, () =>
        this.saveRecord.execute(viewer.actor, readRecord(id, body)),
      );
    }
    const { version } = await this.saveRecord.execute(viewer.actor, readRecord(id, body));
    return saved(version);
  }

  @Post('confirmation')
  confirm(@Viewer() viewer: Viewer, @Id('meetingId') id: string, @Body() body: unknown) {
    return this.pages.act(viewer, id, body, { part: RecordPage, to: '/results', notice: '結果を確定しました。' }, () =>
      this.confirmMeeting.execute(viewer.actor, readRecord(id, body)),
    );
  }
}

function readRecord(meetingId: string, body: unknown): RecordForm {
  const { version, minutes } = readForm(RecordDto, body);
  const said = { talk: typedTexts(body, 'talk'), questions: typedTexts(body, 'questions') };
  return { meetingId, version: Number(version), minutes, comments: typedTexts(body, 'comments'), ...said };
}
