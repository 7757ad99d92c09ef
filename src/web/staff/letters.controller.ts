import { Body, Controller, Get, Post, Query, Sse, type MessageEvent } from '@nestjs/common';
import { concatMap, map, takeUntil, takeWhile, timer, type Observable } from 'rxjs';
import { hasDuty } from '../../kernel/actor.js';
import type { DomainError } from '../../kernel/domain-error.js';
import { dayInJapan, formatEra } from '../../kernel/local-date.js';
import { RecordDispatch, RedrawLetter, ViewLetters, VoidLetter } from '../../notices/index.js';
import { Clock } from '../../platform/clock/index.js';
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
import { eventOf, isFinished, LettersBatchPage } from './letters-batch.page.js';
import { LettersDispatchPage, type TypedDispatch } from './letters-dispatch.page.js';
import { LettersRegisterPage, registerFilter } from './letters-register.page.js';
import { DispatchDto, VoidDto } from './letters.dto.js';
import { StaffLetterPage } from './letters.page.js';
import { typedText } from '../shared/typed-text.js';

const TITLE = '通知書';
const POLL_MS = 500;
/** An open page asks anew after this time; a forgotten one does not hold a connection for ever. */
const LONGEST_WATCH_MS = 600_000;

/** 文書番号台帳, 発送簿, and the progress of letters being drawn. */
@Controller(':town/staff/letters')
@Desk('staff')
export class StaffLettersController {
  constructor(
    private readonly letters: ViewLetters,
    private readonly recordDispatch: RecordDispatch,
    private readonly voidLetter: VoidLetter,
    private readonly redrawLetter: RedrawLetter,
    private readonly clock: Clock,
  ) {}

  @Get()
  async register(@Viewer() viewer: Viewer, @Query() query: Record<string, unknown>): Promise<PageResult> {
    const filter = registerFilter(query);
    const register = await this.letters.register(viewer.actor, filter);
    return page(viewer, {
      title: '文書番号台帳・発送簿',
      wide: true,
      body: LettersRegisterPage({ viewer, register, filter }),
    });
  }

  @Get('dispatch')
  dispatchList(@Viewer() viewer: Viewer): Promise<PageResult> {
    return this.dispatchPage(viewer, {});
  }

  @Post('dispatch')
  async dispatch(@Viewer() viewer: Viewer, @Body() body: unknown): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const { letterIds, on, how } = readForm(DispatchDto, body);
      return this.recordDispatch.execute(viewer.actor, { letterIds, on: typedDay(on, 'on', '発送日'), how });
    });
    if (!outcome.ok) return this.dispatchPage(viewer, (body ?? {}) as TypedDispatch, outcome.error);
    return redirect(viewer.url('staff/letters/dispatch'), { notice: '発送を記録しました。' });
  }

  @Get('batches/:batchId')
  async batch(@Viewer() viewer: Viewer, @Id('batchId') batchId: string): Promise<PageResult> {
    const batch = await this.letters.batch(viewer.actor, batchId);
    return page(viewer, {
      title: '通知書の施行',
      wide: true,
      breadcrumb: [{ label: '交付決定', href: viewer.url('staff/grants') }, { label: '通知書の施行' }],
      body: LettersBatchPage({ viewer, batch, batchId }),
    });
  }

  /** Server-sent events until the last letter is drawn; counted from the letters, not from the queue. */
  @Sse('batches/:batchId/events')
  watch(@Viewer() viewer: Viewer, @Id('batchId') batchId: string): Observable<MessageEvent> {
    return timer(0, POLL_MS).pipe(
      concatMap(() => this.letters.progress(viewer.actor, batchId)),
      takeWhile((progress) => !isFinished(progress), true),
      takeUntil(timer(LONGEST_WATCH_MS)),
      map((progress) => ({ data: eventOf(progress) })),
    );
  }

  @Get(':letterId')
  show(@Viewer() viewer: Viewer, @Id('letterId') letterId: string): Promise<PageResult> {
    return this.letterPage(viewer, letterId, '');
  }

  @Get(':letterId/pdf')
  async pdf(@Viewer() viewer: Viewer, @Id('letterId') letterId: string): Promise<DownloadResult> {
    const file = await this.letters.pdf(viewer.actor, letterId);
    return download({ ...file, mediaType: 'application/pdf', inline: true });
  }

  @Post(':letterId/void')
  async makeVoid(
    @Viewer() viewer: Viewer,
    @Id('letterId') letterId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() =>
      this.voidLetter.execute(viewer.actor, { letterId, reason: readForm(VoidDto, body).reason }),
    );
    if (!outcome.ok) return this.letterPage(viewer, letterId, typedText(body, 'reason'), outcome.error);
    return redirect(viewer.url(`staff/letters/${letterId}`), { notice: '欠番として台帳に残しました。' });
  }

  @Post(':letterId/redraw')
  async redraw(@Viewer() viewer: Viewer, @Id('letterId') letterId: string): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => this.redrawLetter.execute(viewer.actor, letterId));
    if (!outcome.ok) return this.letterPage(viewer, letterId, '', outcome.error);
    return redirect(viewer.url(`staff/letters/${letterId}`), { notice: 'もう一度作成しています。' });
  }

  private async letterPage(viewer: Viewer, letterId: string, reason: string, error?: DomainError): Promise<PageResult> {
    const letter = await this.letters.one(viewer.actor, letterId);
    return page(viewer, {
      title: letter.view.number ?? letter.view.title,
      breadcrumb: [
        { label: TITLE, href: viewer.url('staff/letters') },
        { label: letter.view.number ?? letter.view.title },
      ],
      ...(error && { errors: error }),
      body: StaffLetterPage({ viewer, letter, reason, mayAct: hasDuty(viewer.actor, 'promotion') }),
    });
  }

  private async dispatchPage(viewer: Viewer, typed: TypedDispatch, error?: DomainError): Promise<PageResult> {
    const { letters } = await this.letters.register(viewer.actor, { only: 'to-print' });
    return page(viewer, {
      title: '印刷して送る通知書',
      wide: true,
      breadcrumb: [{ label: TITLE, href: viewer.url('staff/letters') }, { label: '印刷して送る通知書' }],
      ...(error && { errors: error }),
      body: LettersDispatchPage({
        viewer,
        letters,
        typed,
        today: formatEra(dayInJapan(this.clock.now())),
        mayAct: hasDuty(viewer.actor, 'promotion'),
      }),
    });
  }
}
