import { Body, Controller, Get, Post } from '@nestjs/common';
import { hasDuty, requireDuty } from '../../../kernel/actor.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { formatEra, type LocalDate } from '../../../kernel/local-date.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { meetingTitle, readMeeting, ViewRecords, WriteMeeting } from '../../../records/index.js';
import type { Meeting, TypedMeeting } from '../../../records/index.js';
import { attempt, Desk, Id, redirect, Viewer, type PageResult, type RedirectResult } from '../../shared/index.js';
import { typedText } from '../../shared/typed-text.js';
import { answerRefused } from './answer-refused.js';
import { MeetingFormPage, MeetingPage } from './meetings.page.js';
import { PublicationActs } from './publication-acts.js';
import { meetingPath, recordCrumbs, seriesPath } from './records-paths.js';
import { typedRequestId, typedVersion } from './typed-version.js';

/** What was sent; without an error only a look was asked for. */
interface Sent {
  readonly body: unknown;
  readonly error: DomainError | null;
}

/** The meetings of a series: what was done, looked at before it is out. */
@Controller(':town/staff/public-face')
@Desk('staff')
export class MeetingsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly records: ViewRecords,
    private readonly writing: WriteMeeting,
    private readonly acts: PublicationActs,
  ) {}

  @Get('records/:seriesId/meetings/new')
  blank(@Viewer() viewer: Viewer, @Id('seriesId') seriesId: string): Promise<PageResult> {
    return this.newPage(viewer, seriesId, null);
  }

  @Post('records/:seriesId/meetings/new')
  async begin(
    @Viewer() viewer: Viewer,
    @Id('seriesId') seriesId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    if (asksForPreview(body)) return this.newPage(viewer, seriesId, await this.look(viewer, body));
    const command = { seriesId, typed: typedMeeting(body), requestId: typedRequestId(body) };
    const outcome = await attempt(() => this.writing.begin(viewer.actor, command));
    if (!outcome.ok) return this.newPage(viewer, seriesId, { body, error: outcome.error });
    return redirect(viewer.url(meetingPath(outcome.value.id)), {
      notice: '下書きを保存しました。写真と資料を加え、見え方を確かめて、公開してください。',
    });
  }

  @Get('meetings/:meetingId')
  show(@Viewer() viewer: Viewer, @Id('meetingId') id: string): Promise<PageResult> {
    return this.showPage(viewer, id, null);
  }

  @Post('meetings/:meetingId/publication')
  async act(
    @Viewer() viewer: Viewer,
    @Id('meetingId') id: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const { series } = await this.load(viewer, id);
    const outcome = await this.acts.perform(viewer, { kind: 'meeting', id }, body);
    if (!outcome.ok) return this.showPage(viewer, id, { body, error: outcome.error });
    const { notice, gone } = outcome.value;
    return redirect(viewer.url(gone ? seriesPath(series.id) : meetingPath(id)), { notice });
  }

  @Get('meetings/:meetingId/edit')
  edit(@Viewer() viewer: Viewer, @Id('meetingId') id: string): Promise<PageResult> {
    return this.editPage(viewer, id, null);
  }

  @Post('meetings/:meetingId/edit')
  async change(
    @Viewer() viewer: Viewer,
    @Id('meetingId') id: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    if (asksForPreview(body)) return this.editPage(viewer, id, await this.look(viewer, body));
    const command = { id, version: typedVersion(body), typed: typedMeeting(body) };
    const outcome = await attempt(() => this.writing.change(viewer.actor, command));
    if (!outcome.ok) return this.editPage(viewer, id, { body, error: outcome.error });
    return redirect(viewer.url(meetingPath(id)), { notice: '記録を保存しました。' });
  }

  private async newPage(viewer: Viewer, seriesId: string, sent: Sent | null): Promise<PageResult> {
    requireDuty(viewer.actor, 'promotion');
    const { view, today } = await this.unitOfWork.read(viewer.actor, async (tx) => ({
      view: await this.records.seriesOf(tx, seriesId),
      today: tx.today,
    }));
    const { series, meetings } = view;
    const number = String((meetings.at(-1)?.number ?? 0) + 1);
    const content = {
      title: '記録を書く',
      breadcrumb: recordCrumbs(
        viewer,
        { label: series.title, href: viewer.url(seriesPath(seriesId)) },
        { label: '記録を書く' },
      ),
      body: MeetingFormPage({
        ...{ seriesTitle: series.title, action: viewer.url(`${seriesPath(seriesId)}/meetings/new`) },
        back: viewer.url(seriesPath(seriesId)),
        typed: sent ? typedMeeting(sent.body) : { number, heldOn: '', title: '', body: '' },
        ...{ version: null, requestId: typedText(sent?.body, 'requestId'), state: 'draft', saved: null },
        preview: previewOf(sent, today),
      }),
    };
    return answerRefused(viewer, content, sent?.error ?? null);
  }

  private async editPage(viewer: Viewer, id: string, sent: Sent | null): Promise<PageResult> {
    requireDuty(viewer.actor, 'promotion');
    const { view, today } = await this.unitOfWork.read(viewer.actor, async (tx) => ({
      view: await this.records.meetingOf(tx, id),
      today: tx.today,
    }));
    const { series, meeting } = view;
    const isStale = sent?.error?.kind === 'stale';
    const content = {
      title: `第${String(meeting.number)}回の記録を直す`,
      breadcrumb: recordCrumbs(
        viewer,
        { label: series.title, href: viewer.url(seriesPath(series.id)) },
        { label: `第${String(meeting.number)}回`, href: viewer.url(meetingPath(id)) },
        { label: '文章を直す' },
      ),
      body: MeetingFormPage({
        ...{ seriesTitle: series.title, action: viewer.url(`${meetingPath(id)}/edit`) },
        back: viewer.url(meetingPath(id)),
        typed: sent ? typedMeeting(sent.body) : asTyped(meeting),
        version: sent && !isStale ? typedVersion(sent.body) : meeting.version,
        ...{ requestId: '', state: meeting.state, saved: isStale ? asTyped(meeting) : null },
        preview: previewOf(sent, today),
      }),
    };
    return answerRefused(viewer, content, sent?.error ?? null);
  }

  private async showPage(viewer: Viewer, id: string, sent: Sent | null): Promise<PageResult> {
    const view = await this.load(viewer, id);
    const { series, meeting } = view;
    const content = {
      title: meetingTitle(meeting),
      breadcrumb: recordCrumbs(
        viewer,
        { label: series.title, href: viewer.url(seriesPath(series.id)) },
        { label: `第${String(meeting.number)}回` },
      ),
      body: MeetingPage({
        ...{ viewer, view, mayWrite: hasDuty(viewer.actor, 'promotion') },
        reason: sent ? typedText(sent.body, 'reason') : null,
      }),
    };
    return answerRefused(viewer, content, sent?.error ?? null);
  }

  private load(viewer: Viewer, id: string) {
    return this.unitOfWork.read(viewer.actor, (tx) => this.records.meetingOf(tx, id));
  }

  /** A look is refused for what could not be saved either. */
  private async look(viewer: Viewer, body: unknown): Promise<Sent> {
    const today = await this.unitOfWork.read(viewer.actor, (tx) => Promise.resolve(tx.today));
    const { faults } = readMeeting(typedMeeting(body), today);
    return { body, error: faults.length > 0 ? DomainError.invalid(faults) : null };
  }
}

const asksForPreview = (body: unknown): boolean => typedText(body, 'act') === 'preview';

const previewOf = (sent: Sent | null, today: LocalDate) =>
  sent && sent.error === null ? readMeeting(typedMeeting(sent.body), today).content : null;

const typedMeeting = (body: unknown): TypedMeeting => ({
  number: typedText(body, 'number'),
  heldOn: typedText(body, 'heldOn'),
  title: typedText(body, 'title'),
  body: typedText(body, 'body'),
});

const asTyped = ({ number, heldOn, title, body }: Meeting): TypedMeeting => ({
  ...{ number: String(number), heldOn: formatEra(heldOn), title, body },
});
