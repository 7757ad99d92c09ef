import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { randomUUID } from 'node:crypto';
import { CheckReturnCode, SendLetter, ViewPublicLetters, VoiceSettingsDesk } from '../../../consultations/index.js';
import type { DomainError } from '../../../kernel/domain-error.js';
import { fiscalYear } from '../../../kernel/fiscal-year.js';
import { lettersTitle } from '../../shared/head-words.js';
import {
  attempt,
  Desk,
  Id,
  page,
  redirect,
  refuseRobots,
  Sender,
  SHARED_FOR_SECONDS,
  Viewer,
  type PageResult,
  type RedirectResult,
} from '../../shared/index.js';
import { letterIn, letterShapeFaults } from '../../shared/letter-fields.js';
import { partOf } from '../../shared/pages-of-rows.js';
import { ReturnCodeForm } from '../../shared/return-code.js';
import { requestIdIn, toldTogether } from '../../shared/sent-form.js';
import { typedText } from '../../shared/typed-text.js';
import { ViewerResolver } from '../../shared/viewer-resolver.js';
import { LettersPage, PublishedLetterPage } from './letters.page.js';
import { CheckLetterPage, NewLetterPage } from './new-letter.page.js';
import { OwnLetterPage } from './own-letter.page.js';
import { townCrumbs } from '../town-crumbs.js';

type Answered = Promise<PageResult | RedirectResult>;
const TICKET = 'letter';
const ON_A_PAGE = 50;
const LONGEST_TOPIC = 100;

/** 町長への手紙: written without an account, looked at again by a code, and published where its sender agreed. */
@Controller(':town/mayor-letters')
@Desk('public')
export class MayorLettersController {
  constructor(
    private readonly letters: ViewPublicLetters,
    private readonly sending: SendLetter,
    private readonly settings: VoiceSettingsDesk,
    private readonly codes: CheckReturnCode,
    private readonly viewers: ViewerResolver,
  ) {}

  @Get()
  async list(@Viewer() viewer: Viewer, @Query() query: unknown): Promise<PageResult> {
    const year = typedText(query, 'year');
    const asked = /^20[2-9]\d$/.test(year) ? fiscalYear(Number(year)) : undefined;
    const topic = typedText(query, 'topic').slice(0, LONGEST_TOPIC);
    const part = partOf(typedText(query, 'from'), ON_A_PAGE);
    const view = await this.letters.list(viewer.actor, asked, topic, part);
    const title = lettersTitle(viewer.town);
    return page(viewer, {
      sharedForSeconds: SHARED_FOR_SECONDS,
      title,
      breadcrumb: townCrumbs(viewer, { label: title }),
      body: LettersPage({ viewer, view, topic, part }),
    });
  }

  @Get('new')
  form(@Viewer() viewer: Viewer): Promise<PageResult> {
    return this.formPage(viewer, randomUUID(), {});
  }

  @Post('new')
  async write(@Viewer() viewer: Viewer, @Body() body: unknown, @Sender() sender: string): Answered {
    const requestId = requestIdIn(body);
    const step = typedText(body, 'step');
    if (step === 'edit') return this.formPage(viewer, requestId, body);
    const outcome = await attempt(async () => {
      refuseRobots(body);
      const content = letterIn(body);
      await toldTogether(letterShapeFaults(body), () => this.sending.check(viewer.actor, content));
      return step === 'send' ? await this.sending.execute(viewer.actor, { requestId, content, sender }) : null;
    });
    if (!outcome.ok) return this.formPage(viewer, requestId, body, outcome.error);
    if (outcome.value) {
      return redirect(viewer.url('mayor-letters/mine'), {
        notice: '手紙を受け付けました。控えのコードを書き写してください。',
        ticket: { kind: TICKET, code: outcome.value.code },
      });
    }
    const letter = letterIn(body);
    const shown = { title: '手紙の内容を確かめる', breadcrumb: this.crumbs(viewer, '内容を確かめる'), personal: true };
    return page(viewer, { ...shown, body: CheckLetterPage({ viewer, requestId, letter }) });
  }

  @Get('mine')
  async mine(@Viewer() viewer: Viewer, @Req() request: Request): Promise<PageResult> {
    const code = this.viewers.cookies.ticket(request, viewer.town.slug, TICKET);
    const own = code === null ? null : await attempt(() => this.letters.own(viewer.actor, code));
    if (code === null || !own?.ok || own.value === null) return this.codePage(viewer, '');
    return page(viewer, {
      title: '送った手紙',
      breadcrumb: this.crumbs(viewer, '送った手紙'),
      personal: true,
      body: OwnLetterPage({ viewer, letter: own.value, code }),
    });
  }

  @Post('mine')
  async comeBack(@Viewer() viewer: Viewer, @Body() body: unknown, @Sender() sender: string): Answered {
    const typed = typedText(body, 'code');
    const outcome = await attempt(() => {
      refuseRobots(body);
      return this.codes.execute(viewer.actor, TICKET, typed, sender);
    });
    if (!outcome.ok) return this.codePage(viewer, typed, outcome.error);
    return redirect(viewer.url('mayor-letters/mine'), { ticket: { kind: TICKET, code: outcome.value } });
  }

  @Post('leave')
  leave(@Viewer() viewer: Viewer): RedirectResult {
    return redirect(viewer.url('mayor-letters'), {
      notice: '閲覧を終わりました。',
      ticket: { kind: TICKET, code: null },
    });
  }

  @Get(':letterId')
  async show(@Viewer() viewer: Viewer, @Id('letterId') id: string): Promise<PageResult> {
    const letter = await this.letters.letter(viewer.actor, id);
    const title = letter.subject;
    return page(viewer, {
      sharedForSeconds: SHARED_FOR_SECONDS,
      title,
      breadcrumb: this.crumbs(viewer, title),
      body: PublishedLetterPage({ viewer, letter }),
    });
  }

  private async formPage(viewer: Viewer, requestId: string, typed: unknown, errors?: DomainError): Promise<PageResult> {
    const settings = await this.settings.read(viewer.actor);
    return page(viewer, {
      title: `${lettersTitle(viewer.town)}を書く`,
      breadcrumb: this.crumbs(viewer, '手紙を書く'),
      ...(errors && { errors }),
      // A form that is opened anew must be another letter, so no copy of it may be kept.
      personal: true,
      body: NewLetterPage({ viewer, settings, requestId, typed }),
    });
  }

  private codePage(viewer: Viewer, typed: string, errors?: DomainError): PageResult {
    const action = viewer.url('mayor-letters/mine');
    return page(viewer, {
      title: '送った手紙と回答を見る',
      breadcrumb: this.crumbs(viewer, '送った手紙と回答を見る'),
      ...(errors && { errors }),
      body: ReturnCodeForm({ action, typed, button: '手紙と回答を見る' }),
    });
  }

  private readonly crumbs = (viewer: Viewer, label: string) =>
    townCrumbs(viewer, { label: lettersTitle(viewer.town), href: viewer.url('mayor-letters') }, { label });
}
