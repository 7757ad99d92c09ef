import { Body, Controller, Get, Post } from '@nestjs/common';
import { VoiceSettingsDesk } from '../../../consultations/index.js';
import { requireDuty } from '../../../kernel/actor.js';
import type { DomainError } from '../../../kernel/domain-error.js';
import { lettersTitle } from '../../shared/head-words.js';
import { attempt, Desk, page, redirect, Viewer, type PageResult, type RedirectResult } from '../../shared/index.js';
import { typedText } from '../../shared/typed-text.js';
import { SettingsPage } from './settings.page.js';
import { versionIn } from './typed.js';

/** What the town decides about letters and comments: days, topics, words. */
@Controller(':town/staff/voices/settings')
@Desk('staff')
export class VoiceSettingsController {
  constructor(private readonly settings: VoiceSettingsDesk) {}

  @Get()
  form(@Viewer() viewer: Viewer): Promise<PageResult> {
    return this.formPage(viewer, {});
  }

  @Post()
  async save(@Viewer() viewer: Viewer, @Body() body: unknown): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() =>
      this.settings.save(viewer.actor, {
        answerDays: Number(typedText(body, 'answerDays').normalize('NFKC')),
        retentionDays: Number(typedText(body, 'retentionDays').normalize('NFKC')),
        topics: typedText(body, 'topics'),
        invitation: typedText(body, 'invitation'),
        basis: typedText(body, 'basis'),
        version: versionIn(body),
      }),
    );
    if (!outcome.ok) return this.formPage(viewer, body, outcome.error);
    return redirect(viewer.url('staff/voices/letters'), { notice: '決まりを保存しました。' });
  }

  private async formPage(viewer: Viewer, typed: unknown, errors?: DomainError): Promise<PageResult> {
    requireDuty(viewer.actor, 'promotion');
    const settings = await this.settings.read(viewer.actor);
    const title = '意見募集・手紙の決まり';
    const letters = { label: lettersTitle(viewer.town), href: viewer.url('staff/voices/letters') };
    return page(viewer, {
      title,
      breadcrumb: [letters, { label: title }],
      ...(errors && { errors }),
      body: SettingsPage({ viewer, settings, typed }),
    });
  }
}
