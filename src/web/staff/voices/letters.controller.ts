import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import {
  HandleLetter,
  letterNumber,
  SendLetter,
  ViewLetters,
  VoiceSettingsDesk,
  type AnswerContent,
} from '../../../consultations/index.js';
import { requireDuty } from '../../../kernel/actor.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { fiscalYear } from '../../../kernel/fiscal-year.js';
import { lettersTitle } from '../../shared/head-words.js';
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
} from '../../shared/index.js';
import { letterIn, letterShapeFaults } from '../../shared/letter-fields.js';
import { requestIdIn, toldTogether, unanswered } from '../../shared/sent-form.js';
import { partOf } from '../../shared/pages-of-rows.js';
import { typedDay } from '../../shared/typed-day.js';
import { typedText } from '../../shared/typed-text.js';
import { optionsIn } from '../draft-options.js';
import { StaffLetterPage } from './letter.page.js';
import { AnswerPaper } from './letter-paper.page.js';
import { PaperLetterPage, StaffLettersPage } from './letters.page.js';
import { versionIn } from './typed.js';
import { VoiceDraftDto } from './voices.dto.js';

const ON_A_PAGE = 100;
type Answered = Promise<PageResult | RedirectResult>;

/** 町長への手紙: read, given to a section, answered by 決裁, sent and published. */
@Controller(':town/staff/voices/letters')
@Desk('staff')
export class StaffMayorLettersController {
  constructor(
    private readonly views: ViewLetters,
    private readonly handling: HandleLetter,
    private readonly sending: SendLetter,
    private readonly settings: VoiceSettingsDesk,
  ) {}

  @Get()
  async desk(@Viewer() viewer: Viewer, @Query() query: unknown): Promise<PageResult> {
    const year = typedText(query, 'year');
    const asked = /^20[2-9]\d$/.test(year) ? fiscalYear(Number(year)) : undefined;
    const parts = {
      open: partOf(typedText(query, 'from'), ON_A_PAGE),
      closed: partOf(typedText(query, 'closed'), ON_A_PAGE),
    };
    const desk = await this.views.desk(viewer.actor, asked, parts);
    const breadcrumb = crumbs(viewer);
    return page(viewer, {
      title: lettersTitle(viewer.town),
      wide: true,
      breadcrumb,
      body: StaffLettersPage({ viewer, desk, parts }),
    });
  }

  @Get('new')
  paper(@Viewer() viewer: Viewer): Promise<PageResult> {
    return this.paperPage(viewer, randomUUID(), {});
  }

  @Post('new')
  async enter(@Viewer() viewer: Viewer, @Body() body: unknown): Answered {
    const requestId = requestIdIn(body);
    const outcome = await attempt(async () => {
      await toldTogether(letterShapeFaults(body), () => Promise.resolve());
      const receivedOn = typedDay(typedText(body, 'receivedOn'), 'receivedOn', '届いた日');
      return this.sending.enter(viewer.actor, { requestId, content: letterIn(body), receivedOn });
    });
    if (!outcome.ok) return this.paperPage(viewer, requestId, body, outcome.error);
    return redirect(at(viewer, outcome.value.letterId), { notice: '紙で届いた手紙を登録しました。' });
  }

  @Get(':letterId')
  show(@Viewer() viewer: Viewer, @Id('letterId') id: string): Promise<PageResult> {
    return this.letterPage(viewer, id);
  }

  @Post(':letterId/charge')
  async take(@Viewer() viewer: Viewer, @Id('letterId') letterId: string, @Body() body: unknown): Answered {
    const outcome = await attempt(() => {
      const sectionId = chosen(body, 'sectionId');
      if (sectionId === null) {
        throw DomainError.invalid([{ pointer: 'sectionId', code: 'consultations.section-missing' }]);
      }
      const shown = { letterId, version: versionIn(body) };
      return this.handling.take(viewer.actor, shown, sectionId, chosen(body, 'staffId'));
    });
    if (!outcome.ok) return this.letterPage(viewer, letterId, body, outcome.error);
    return redirect(at(viewer, letterId), { notice: '担当を決めました。' });
  }

  @Post(':letterId/closing')
  async close(@Viewer() viewer: Viewer, @Id('letterId') letterId: string, @Body() body: unknown): Answered {
    const outcome = await attempt(() => {
      const shown = { letterId, version: versionIn(body) };
      return this.handling.close(viewer.actor, shown, typedText(body, 'closingReason'));
    });
    if (!outcome.ok) return this.letterPage(viewer, letterId, body, outcome.error);
    return redirect(at(viewer, letterId), { notice: '回答不要としました。' });
  }

  @Post(':letterId/reading')
  async markRead(@Viewer() viewer: Viewer, @Id('letterId') letterId: string, @Body() body: unknown): Answered {
    const outcome = await attempt(() => this.handling.markRead(viewer.actor, { letterId, version: versionIn(body) }));
    if (!outcome.ok) return this.letterPage(viewer, letterId, body, outcome.error);
    return redirect(viewer.url('staff/voices/letters'), { notice: '読んだことを記録しました。差出人にも示します。' });
  }

  @Post(':letterId/answer')
  async write(@Viewer() viewer: Viewer, @Id('letterId') letterId: string, @Body() body: unknown): Answered {
    const outcome = await attempt(async () => {
      const faults = unanswered(body, 'publishes', 'consultations.publishes-missing');
      await toldTogether(faults, () => Promise.resolve());
      return this.handling.write(viewer.actor, { letterId, version: versionIn(body) }, answerIn(body));
    });
    if (!outcome.ok) return this.letterPage(viewer, letterId, body, outcome.error);
    return redirect(at(viewer, letterId), { notice: '回答の案を保存しました。' });
  }

  @Post(':letterId/draft')
  async draft(@Viewer() viewer: Viewer, @Id('letterId') letterId: string, @Body() body: unknown): Answered {
    const outcome = await attempt(() => {
      const form = readForm(VoiceDraftDto, body);
      const { title, reason, version } = form;
      const words = { title, reason, ...optionsIn(form) };
      return this.handling.draft(viewer.actor, { letterId, version: Number(version), ...words });
    });
    if (!outcome.ok) return this.letterPage(viewer, letterId, body, outcome.error);
    return redirect(viewer.url(`staff/approvals/${outcome.value.draftId}`), { notice: '起案しました。' });
  }

  @Post(':letterId/given')
  async give(@Viewer() viewer: Viewer, @Id('letterId') letterId: string, @Body() body: unknown): Answered {
    const outcome = await attempt(() => this.handling.give(viewer.actor, { letterId, version: versionIn(body) }));
    if (!outcome.ok) return this.letterPage(viewer, letterId, body, outcome.error);
    return redirect(at(viewer, letterId), { notice: '回答しました。' });
  }

  @Get(':letterId/paper')
  async printable(@Viewer() viewer: Viewer, @Id('letterId') id: string): Promise<PageResult> {
    requireDuty(viewer.actor, 'promotion');
    const view = await this.views.page(viewer.actor, id);
    if (view.letter.state !== 'answered') throw DomainError.notFound();
    const breadcrumb = crumbs(
      viewer,
      { label: letterNumber(view.letter), href: at(viewer, id) },
      { label: '回答の印刷' },
    );
    return page(viewer, { title: '回答の印刷', breadcrumb, body: AnswerPaper({ viewer, view }) });
  }

  @Post(':letterId/posting')
  async post(@Viewer() viewer: Viewer, @Id('letterId') letterId: string, @Body() body: unknown): Answered {
    const outcome = await attempt(() => this.handling.post(viewer.actor, { letterId, version: versionIn(body) }));
    if (!outcome.ok) return this.letterPage(viewer, letterId, body, outcome.error);
    return redirect(at(viewer, letterId), { notice: '発送したことを記録しました。' });
  }

  @Post(':letterId/taking-down')
  async takeDown(@Viewer() viewer: Viewer, @Id('letterId') letterId: string, @Body() body: unknown): Answered {
    const outcome = await attempt(() => {
      const shown = { letterId, version: versionIn(body) };
      return this.handling.takeDown(viewer.actor, shown, typedText(body, 'takenDownReason'));
    });
    if (!outcome.ok) return this.letterPage(viewer, letterId, body, outcome.error);
    return redirect(at(viewer, letterId), { notice: '公表をやめました。公開ページには載っていません。' });
  }

  private async letterPage(viewer: Viewer, id: string, body?: unknown, errors?: DomainError): Promise<PageResult> {
    const view = await this.views.page(viewer.actor, id);
    const title = `${letterNumber(view.letter)}　${view.letter.subject}`;
    return page(viewer, {
      title,
      wide: true,
      breadcrumb: crumbs(viewer, { label: title }),
      ...(errors && { errors }),
      body: StaffLetterPage({ viewer, view, body }),
    });
  }

  private async paperPage(
    viewer: Viewer,
    requestId: string,
    typed: unknown,
    errors?: DomainError,
  ): Promise<PageResult> {
    requireDuty(viewer.actor, 'promotion');
    const { topics } = await this.settings.read(viewer.actor);
    return page(viewer, {
      title: '紙で届いた手紙の登録',
      breadcrumb: crumbs(viewer, { label: '紙で届いた手紙の登録' }),
      ...(errors && { errors }),
      body: PaperLetterPage({ viewer, topics, requestId, typed }),
    });
  }
}

const answerIn = (body: unknown): AnswerContent => ({
  answer: typedText(body, 'answer'),
  publishes: typedText(body, 'publishes') === 'yes',
  publicSubject: typedText(body, 'publicSubject'),
  publicBody: typedText(body, 'publicBody'),
  publicAnswer: typedText(body, 'publicAnswer'),
});

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const chosen = (body: unknown, name: string): string | null =>
  UUID.test(typedText(body, name)) ? typedText(body, name) : null;

const at = (viewer: Viewer, id: string): string => viewer.url(`staff/voices/letters/${id}`);

const crumbs = (viewer: Viewer, ...below: readonly { label: string; href?: string }[]) => [
  { label: '公開ページ', href: viewer.url('staff/public-face') },
  below.length === 0
    ? { label: lettersTitle(viewer.town) }
    : { label: lettersTitle(viewer.town), href: viewer.url('staff/voices/letters') },
  ...below,
];
