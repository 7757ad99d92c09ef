import { Body, Controller, Get, Post } from '@nestjs/common';
import { requireDuty } from '../../../kernel/actor.js';
import type { DomainError } from '../../../kernel/domain-error.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { TownPageWords, type TownWords } from '../../../records/index.js';
import { attempt, Desk, redirect, Viewer, type PageResult, type RedirectResult } from '../../shared/index.js';
import { inTownWords } from '../../shared/head-words.js';
import { typedText } from '../../shared/typed-text.js';
import { answerRefused } from './answer-refused.js';
import { publicFaceCrumbs } from './public-face-crumbs.js';
import { typedVersion } from './typed-version.js';
import { WordsFormPage } from './words.page.js';

const BLANK: TownWords = { lead: '', summary: '', about: '', applying: '', accessibility: '', privacy: '' };
const TITLE = '自治体の紹介文';

/** 町の紹介文: written, looked at, published. */
@Controller(':town/staff/public-face/words')
@Desk('staff')
export class TownWordsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly words: TownPageWords,
  ) {}

  @Get()
  form(@Viewer() viewer: Viewer): Promise<PageResult> {
    return this.formPage(viewer, null);
  }

  @Post()
  async write(@Viewer() viewer: Viewer, @Body() body: unknown): Promise<PageResult | RedirectResult> {
    const typed = typedWords(body);
    const version = typedVersion(body);
    if (typedText(body, 'act') === 'preview') return this.formPage(viewer, { typed, version, error: null });
    const outcome = await attempt(() => this.words.write(viewer.actor, { typed, version }));
    if (!outcome.ok) return this.formPage(viewer, { typed, version, error: outcome.error });
    return redirect(viewer.url('staff/public-face'), { notice: `${inTownWords(TITLE, viewer.town)}を公開しました。` });
  }

  private async formPage(
    viewer: Viewer,
    sent: { readonly typed: TownWords; readonly version: number; readonly error: DomainError | null } | null,
  ): Promise<PageResult> {
    requireDuty(viewer.actor, 'promotion');
    const written = await this.unitOfWork.read(viewer.actor, (tx) => this.words.written(tx));
    const isStale = sent?.error?.kind === 'stale';
    const kept = written?.words ?? BLANK;
    const title = `${inTownWords(TITLE, viewer.town)}を書く`;
    const content = {
      title,
      lead: '保存すると、すぐに公開されます。',
      breadcrumb: publicFaceCrumbs(viewer, { label: title }),
      body: WordsFormPage({
        viewer,
        typed: sent?.typed ?? kept,
        version: sent && !isStale ? sent.version : (written?.version ?? 0),
        saved: isStale ? kept : null,
        previewed: sent !== null && sent.error === null,
      }),
    };
    return answerRefused(viewer, content, sent?.error ?? null);
  }
}

const typedWords = (body: unknown): TownWords => ({
  lead: typedText(body, 'lead'),
  summary: typedText(body, 'summary'),
  about: typedText(body, 'about'),
  applying: typedText(body, 'applying'),
  accessibility: typedText(body, 'accessibility'),
  privacy: typedText(body, 'privacy'),
});
