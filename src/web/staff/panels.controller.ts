import { Body, Controller, Get, Post } from '@nestjs/common';
import { hasDuty } from '../../kernel/actor.js';
import type { DomainError } from '../../kernel/domain-error.js';
import { CallMeeting, KeepPanel, PanelMembers, ViewPanels, type Panel } from '../../panels/index.js';
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
import { typedDay } from '../shared/typed-day.js';
import { typedList } from '../shared/typed-records.js';
import { appointmentIn } from './panel-appointment.js';
import { PanelPage } from './panel.page.js';
import { MeetingDto, PanelDto, SeatDto, SeatEndDto } from './panels.dto.js';
import { PanelsPage } from './panels.page.js';

const PATH = 'staff/panels';

interface Refused {
  readonly body: unknown;
  readonly error: DomainError;
}

/** 審査会: panels of the town, their members and meetings. */
@Controller(`:town/${PATH}`)
@Desk('staff')
export class PanelsController {
  constructor(
    private readonly viewPanels: ViewPanels,
    private readonly keepPanel: KeepPanel,
    private readonly members: PanelMembers,
    private readonly callMeeting: CallMeeting,
  ) {}

  @Get()
  list(@Viewer() viewer: Viewer): Promise<PageResult> {
    return this.listPage(viewer);
  }

  @Post()
  async open(@Viewer() viewer: Viewer, @Body() body: unknown): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => this.keepPanel.execute(viewer.actor, { ...readPanel(body), panelId: null }));
    if (!outcome.ok) return this.listPage(viewer, { body, error: outcome.error });
    return redirect(viewer.url(`${PATH}/${outcome.value.panelId}`), {
      notice: '審査会を置きました。続けて委員を加えます。',
    });
  }

  @Get(':panelId')
  show(@Viewer() viewer: Viewer, @Id('panelId') panelId: string): Promise<PageResult> {
    return this.panelPage(viewer, panelId);
  }

  @Post(':panelId')
  keep(
    @Viewer() viewer: Viewer,
    @Id('panelId') panelId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    return this.act(viewer, panelId, body, '保存しました。', () =>
      this.keepPanel.execute(viewer.actor, { ...readPanel(body), panelId }),
    );
  }

  @Post(':panelId/members')
  seat(
    @Viewer() viewer: Viewer,
    @Id('panelId') panelId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    return this.act(viewer, panelId, body, '委員を加えました。', () => {
      const { fromOn, ...seat } = readForm(SeatDto, body);
      return this.members.seat(viewer.actor, { ...seat, panelId, fromOn: typedDay(fromOn, 'fromOn', '委員になる日') });
    });
  }

  @Post(':panelId/members/end')
  unseat(
    @Viewer() viewer: Viewer,
    @Id('panelId') panelId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    return this.act(viewer, panelId, body, '委員の終わりの日を記録しました。', () => {
      const { seatId, untilOn } = readForm(SeatEndDto, body);
      const day = typedDay(untilOn, 'untilOn', '終わりの日');
      return this.members.unseat(viewer.actor, panelId, seatId, day);
    });
  }

  @Post(':panelId/meetings')
  async call(
    @Viewer() viewer: Viewer,
    @Id('panelId') panelId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const { requestId, ...typed } = readForm(MeetingDto, body);
      return this.callMeeting.execute(viewer.actor, { panelId, requestId, ...appointmentIn(typed) });
    });
    if (!outcome.ok) return this.panelPage(viewer, panelId, { body, error: outcome.error });
    const { meetingId } = outcome.value;
    return redirect(viewer.url(`staff/panel-meetings/${meetingId}`), {
      notice: '開催を決めました。続けて議題を加えます。',
    });
  }

  private async act(
    viewer: Viewer,
    panelId: string,
    body: unknown,
    notice: string,
    work: () => Promise<unknown>,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(work);
    if (!outcome.ok) return this.panelPage(viewer, panelId, { body, error: outcome.error });
    return redirect(viewer.url(`${PATH}/${panelId}`), { notice });
  }

  private async listPage(viewer: Viewer, refused?: Refused): Promise<PageResult> {
    const view = await this.viewPanels.all(viewer.actor);
    const mayKeep = hasDuty(viewer.actor, 'promotion');
    return page(viewer, {
      title: '審査会',
      wide: true,
      ...(refused && { errors: refused.error }),
      body: PanelsPage({ viewer, view, mayKeep, typed: refused?.body }),
    });
  }

  private async panelPage(viewer: Viewer, panelId: string, refused?: Refused): Promise<PageResult> {
    const view = await this.viewPanels.one(viewer.actor, panelId);
    const { name } = view.panel;
    return page(
      viewer,
      {
        title: name,
        wide: true,
        breadcrumb: [{ label: '審査会', href: viewer.url(PATH) }, { label: name }],
        ...(refused && { errors: refused.error }),
        body: PanelPage({ viewer, view, mayKeep: hasDuty(viewer.actor, 'promotion'), typed: refused?.body }),
      },
      refused && (refused.error.kind === 'invalid' ? 422 : 409),
    );
  }
}

function readPanel(body: unknown): Omit<Panel, 'id'> {
  const { name, termFrom, termUntil, version } = readForm(PanelDto, body);
  return {
    name,
    programIds: typedList(body, 'programIds'),
    termFrom: typedDay(termFrom, 'termFrom', '任期の始まり'),
    termUntil: typedDay(termUntil, 'termUntil', '任期の終わり'),
    version: Number(version),
  };
}
