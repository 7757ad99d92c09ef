import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/index.js';
import { Materials, MoveMeeting, TellPresenters } from '../../panels/index.js';
import {
  AcceptUploads,
  Desk,
  download,
  Id,
  readForm,
  Uploads,
  Viewer,
  type DownloadResult,
  type Upload,
} from '../shared/index.js';
import { typedText } from '../shared/typed-text.js';
import { AgendaPage } from './panel-agenda.page.js';
import { appointmentIn } from './panel-appointment.js';
import { PanelMeetingPages } from './panel-meeting-pages.js';
import { MaterialDto, MovingDto } from './panels.dto.js';

/** What is done before a meeting: its day is moved, papers are put on the table, presenters are told. */
@Controller(':town/staff/panel-meetings/:meetingId')
@Desk('staff')
export class PanelPreparationController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly pages: PanelMeetingPages,
    private readonly moveMeeting: MoveMeeting,
    private readonly tellPresenters: TellPresenters,
    private readonly materials: Materials,
  ) {}

  @Post('appointment')
  move(@Viewer() viewer: Viewer, @Id('meetingId') id: string, @Body() body: unknown) {
    return this.pages.act(viewer, id, body, { part: AgendaPage, to: '', notice: '日時・会場を変えました。' }, () => {
      const { version, moveReason: reason, ...typed } = readForm(MovingDto, body);
      const command = { meetingId: id, version: Number(version), reason, ...appointmentIn(typed) };
      return this.moveMeeting.execute(viewer.actor, command);
    });
  }

  @Post('telling')
  tell(@Viewer() viewer: Viewer, @Id('meetingId') id: string, @Body() body: unknown) {
    const notice =
      '発表する人に知らせます。メールアドレスがない人には、それぞれの提案のページから電話か手紙で知らせてください。';
    return this.pages.act(viewer, id, body, { part: AgendaPage, to: '', notice }, () =>
      this.tellPresenters.execute(viewer.actor, id),
    );
  }

  @Post('materials')
  @AcceptUploads()
  add(
    @Viewer() viewer: Viewer,
    @Id('meetingId') meetingId: string,
    @Body() body: unknown,
    @Uploads() uploads: readonly Upload[],
  ) {
    return this.pages.act(viewer, meetingId, body, { part: AgendaPage, to: '', notice: '資料を加えました。' }, () => {
      const { label, materialOf: caseId } = readForm(MaterialDto, body);
      const file = uploads.find(({ field }) => field === 'file');
      return this.materials.add(viewer.actor, { meetingId, caseId, label, file });
    });
  }

  @Post('materials/removal')
  takeOff(@Viewer() viewer: Viewer, @Id('meetingId') id: string, @Body() body: unknown) {
    return this.pages.act(viewer, id, body, { part: AgendaPage, to: '', notice: '資料を外しました。' }, () =>
      this.materials.takeOff(viewer.actor, id, typedText(body, 'materialId')),
    );
  }

  @Get('materials/:materialId')
  async file(
    @Viewer() viewer: Viewer,
    @Id('materialId') materialId: string,
    @Query('view') view: unknown,
  ): Promise<DownloadResult> {
    const { bytes, name, mediaType } = await this.unitOfWork.read(viewer.actor, (tx) =>
      this.materials.content(tx, materialId),
    );
    return download({ bytes, mediaType, fileName: name, inline: view !== undefined });
  }
}
