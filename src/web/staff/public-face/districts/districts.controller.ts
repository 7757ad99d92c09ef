import { Body, Controller, Get, Post } from '@nestjs/common';
import { requireDuty } from '../../../../kernel/actor.js';
import type { DomainError } from '../../../../kernel/domain-error.js';
import {
  DescribeDistricts,
  type DescribedDistrict,
  type DistrictWordsCommand,
} from '../../../../organizations/index.js';
import { UnitOfWork } from '../../../../platform/database/index.js';
import { attempt, Desk, redirect, Viewer, type PageResult, type RedirectResult } from '../../../shared/index.js';
import { typedText } from '../../../shared/typed-text.js';
import { answerRefused } from '../answer-refused.js';
import { publicFaceCrumbs } from '../public-face-crumbs.js';
import { DistrictWordsPage } from './districts.page.js';

const TITLE = '校区の紹介';

/** 校区の紹介: what everybody reads at the head of the page of a district. */
@Controller(':town/staff/public-face/districts')
@Desk('staff')
export class DistrictWordsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly words: DescribeDistricts,
  ) {}

  @Get()
  form(@Viewer() viewer: Viewer): Promise<PageResult> {
    return this.formPage(viewer, null);
  }

  @Post()
  async write(@Viewer() viewer: Viewer, @Body() body: unknown): Promise<PageResult | RedirectResult> {
    const typed = typedWords(body, await this.kept(viewer));
    const outcome = await attempt(() => this.words.execute(viewer.actor, typed));
    if (!outcome.ok) return this.formPage(viewer, { typed, error: outcome.error });
    return redirect(viewer.url('staff/public-face'), { notice: `${TITLE}を公開しました。` });
  }

  private async formPage(
    viewer: Viewer,
    sent: { readonly typed: readonly DistrictWordsCommand[]; readonly error: DomainError } | null,
  ): Promise<PageResult> {
    const kept = await this.kept(viewer);
    const content = {
      title: TITLE,
      lead: '校区ごとに、どんな所かを書きます。保存すると、すぐに公開されます。',
      breadcrumb: publicFaceCrumbs(viewer, { label: TITLE }),
      body: DistrictWordsPage({ viewer, kept, typed: sent?.typed ?? kept, isStale: sent?.error.kind === 'stale' }),
    };
    return answerRefused(viewer, content, sent?.error ?? null);
  }

  private kept(viewer: Viewer): Promise<DescribedDistrict[]> {
    requireDuty(viewer.actor, 'promotion');
    return this.unitOfWork.read(viewer.actor, (tx) => this.words.list(tx));
  }
}

/** A district that was added since the page was opened is left as it is. */
const typedWords = (body: unknown, kept: readonly DescribedDistrict[]): DistrictWordsCommand[] =>
  kept.flatMap(({ id }) => {
    const version = typedText(body, `version-${id}`);
    return /^\d{1,9}$/.test(version) ? [{ id, version: Number(version), about: typedText(body, `about-${id}`) }] : [];
  });
