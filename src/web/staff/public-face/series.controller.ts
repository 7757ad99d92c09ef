import { Body, Controller, Get, Post } from '@nestjs/common';
import { hasDuty, requireDuty } from '../../../kernel/actor.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import {
  readSeries,
  ViewRecords,
  WriteSeries,
  type SeriesContent,
  type SeriesWithMeetings,
} from '../../../records/index.js';
import { attempt, Desk, Id, page, redirect, Viewer, type PageResult, type RedirectResult } from '../../shared/index.js';
import { typedText } from '../../shared/typed-text.js';
import { answerRefused } from './answer-refused.js';
import { PublicationActs } from './publication-acts.js';
import { publicFaceCrumbs } from './public-face-crumbs.js';
import { recordCrumbs, RECORDS, seriesPath } from './records-paths.js';
import { SeriesFormPage, SeriesListPage, SeriesPage } from './series.page.js';
import { typedRequestId, typedVersion } from './typed-version.js';

/** What was sent; without an error only a look was asked for. */
interface Sent {
  readonly body: unknown;
  readonly error: DomainError | null;
}

/** 取り組みの記録: the series, their words, their order, and whether they are public. */
@Controller(`:town/${RECORDS}`)
@Desk('staff')
export class SeriesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly records: ViewRecords,
    private readonly writing: WriteSeries,
    private readonly acts: PublicationActs,
  ) {}

  @Get()
  async list(@Viewer() viewer: Viewer): Promise<PageResult> {
    const records = await this.unitOfWork.read(viewer.actor, (tx) => this.records.all(tx));
    return page(viewer, {
      title: '取り組みの記録',
      lead: '勉強会や研修会を「会」としてまとめ、開いた回ごとに記録を書きます。',
      wide: true,
      breadcrumb: publicFaceCrumbs(viewer, { label: '取り組みの記録' }),
      body: SeriesListPage({ viewer, records, mayWrite: hasDuty(viewer.actor, 'promotion') }),
    });
  }

  @Get('new')
  blank(@Viewer() viewer: Viewer): PageResult {
    return this.newPage(viewer, null);
  }

  @Post('new')
  async begin(@Viewer() viewer: Viewer, @Body() body: unknown): Promise<PageResult | RedirectResult> {
    if (asksForPreview(body)) return this.newPage(viewer, look(body));
    const requestId = typedRequestId(body);
    const outcome = await attempt(() => this.writing.begin(viewer.actor, { typed: typedSeries(body), requestId }));
    if (!outcome.ok) return this.newPage(viewer, { body, error: outcome.error });
    return redirect(viewer.url(seriesPath(outcome.value.id)), {
      notice: '会の下書きを保存しました。続けて、回ごとの記録を書けます。',
    });
  }

  @Get(':seriesId')
  show(@Viewer() viewer: Viewer, @Id('seriesId') id: string): Promise<PageResult> {
    return this.showPage(viewer, id, null);
  }

  @Post(':seriesId/publication')
  async act(
    @Viewer() viewer: Viewer,
    @Id('seriesId') id: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await this.acts.perform(viewer, { kind: 'series', id }, body);
    if (!outcome.ok) return this.showPage(viewer, id, { body, error: outcome.error });
    const { notice, gone } = outcome.value;
    return redirect(viewer.url(gone ? RECORDS : seriesPath(id)), { notice });
  }

  @Post(':seriesId/order')
  async move(@Viewer() viewer: Viewer, @Id('seriesId') id: string, @Body() body: unknown): Promise<RedirectResult> {
    const direction = typedText(body, 'act');
    if (direction !== 'up' && direction !== 'down') throw new DomainError('common.request-malformed');
    await this.writing.move(viewer.actor, { id, direction });
    return redirect(viewer.url(RECORDS), { notice: '順番を変えました。' });
  }

  @Get(':seriesId/edit')
  edit(@Viewer() viewer: Viewer, @Id('seriesId') id: string): Promise<PageResult> {
    return this.editPage(viewer, id, null);
  }

  @Post(':seriesId/edit')
  async change(
    @Viewer() viewer: Viewer,
    @Id('seriesId') id: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    if (asksForPreview(body)) return this.editPage(viewer, id, look(body));
    const command = { id, version: typedVersion(body), typed: typedSeries(body) };
    const outcome = await attempt(() => this.writing.change(viewer.actor, command));
    if (!outcome.ok) return this.editPage(viewer, id, { body, error: outcome.error });
    return redirect(viewer.url(seriesPath(id)), { notice: '会の名前と説明を保存しました。' });
  }

  private newPage(viewer: Viewer, sent: Sent | null): PageResult {
    requireDuty(viewer.actor, 'promotion');
    const title = '会を作る';
    const content = {
      title,
      breadcrumb: recordCrumbs(viewer, { label: title }),
      body: SeriesFormPage({
        ...{ action: viewer.url(`${RECORDS}/new`), back: viewer.url(RECORDS), typed: typedSeries(sent?.body) },
        ...{ version: null, requestId: typedText(sent?.body, 'requestId'), saved: null },
        previewed: sent !== null && sent.error === null,
      }),
    };
    return answerRefused(viewer, content, sent?.error ?? null);
  }

  private async editPage(viewer: Viewer, id: string, sent: Sent | null): Promise<PageResult> {
    requireDuty(viewer.actor, 'promotion');
    const { series } = await this.load(viewer, id);
    const isStale = sent?.error?.kind === 'stale';
    const content = {
      title: '会の名前と説明を直す',
      breadcrumb: recordCrumbs(
        viewer,
        { label: series.title, href: viewer.url(seriesPath(id)) },
        { label: '名前と説明' },
      ),
      body: SeriesFormPage({
        ...{ action: viewer.url(`${seriesPath(id)}/edit`), back: viewer.url(seriesPath(id)) },
        typed: sent ? typedSeries(sent.body) : series,
        version: sent && !isStale ? typedVersion(sent.body) : series.version,
        ...{ requestId: '', saved: isStale ? series : null, previewed: sent !== null && sent.error === null },
      }),
    };
    return answerRefused(viewer, content, sent?.error ?? null);
  }

  private async showPage(viewer: Viewer, id: string, sent: Sent | null): Promise<PageResult> {
    const view = await this.load(viewer, id);
    const content = {
      title: view.series.title,
      wide: true,
      breadcrumb: recordCrumbs(viewer, { label: view.series.title }),
      body: SeriesPage({
        ...{ viewer, view, mayWrite: hasDuty(viewer.actor, 'promotion') },
        reason: sent ? typedText(sent.body, 'reason') : null,
      }),
    };
    return answerRefused(viewer, content, sent?.error ?? null);
  }

  private load(viewer: Viewer, id: string): Promise<SeriesWithMeetings> {
    return this.unitOfWork.read(viewer.actor, (tx) => this.records.seriesOf(tx, id));
  }
}

const asksForPreview = (body: unknown): boolean => typedText(body, 'act') === 'preview';

/** A look is refused for what could not be saved either. */
function look(body: unknown): Sent {
  const { faults } = readSeries(typedSeries(body));
  return { body, error: faults.length > 0 ? DomainError.invalid(faults) : null };
}

const typedSeries = (body: unknown): SeriesContent => ({
  title: typedText(body, 'title'),
  lead: typedText(body, 'lead'),
});
