import { Body, Controller, Get, Post } from '@nestjs/common';
import { requireDuty } from '../../../kernel/actor.js';
import type { DomainError } from '../../../kernel/domain-error.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { RetentionDesk } from '../../../proposals/index.js';
import { attempt, Desk, page, redirect, Viewer, type PageResult, type RedirectResult } from '../../shared/index.js';
import { typedText } from '../../shared/typed-text.js';
import { callCrumbs } from './crumbs.js';
import { RetentionPage } from './settings.page.js';

/** How long the town keeps who proposed. */
@Controller(':town/staff/proposals/settings')
@Desk('staff')
export class ProposalSettingsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly retention: RetentionDesk,
  ) {}

  @Get()
  form(@Viewer() viewer: Viewer): Promise<PageResult> {
    return this.formPage(viewer);
  }

  @Post()
  async save(@Viewer() viewer: Viewer, @Body() body: unknown): Promise<PageResult | RedirectResult> {
    const days = (name: string): number => Number(typedText(body, name).normalize('NFKC').trim() || 'NaN');
    const outcome = await attempt(() =>
      this.retention.save(viewer.actor, {
        ...{ draftDays: days('draftDays'), contactDays: days('contactDays') },
        version: Number(typedText(body, 'version')),
      }),
    );
    if (!outcome.ok) return this.formPage(viewer, body, outcome.error);
    return redirect(viewer.url('staff/proposals'), { notice: '個人情報の保存期間を保存しました。' });
  }

  private async formPage(viewer: Viewer, body?: unknown, errors?: DomainError): Promise<PageResult> {
    requireDuty(viewer.actor, 'promotion');
    const retention = await this.unitOfWork.read(viewer.actor, (tx) => this.retention.of(tx));
    const title = '提案者の個人情報の保存期間';
    const content = {
      title,
      breadcrumb: callCrumbs(viewer, { label: title }),
      body: RetentionPage({ viewer, retention, body }),
    };
    return page(viewer, errors ? { ...content, errors } : content);
  }
}
