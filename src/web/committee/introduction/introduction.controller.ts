import { Body, Controller, Get, Post } from '@nestjs/common';
import type { DomainError } from '../../../kernel/domain-error.js';
import { IntroduceOrganization, type Introduction } from '../../../organizations/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { attempt, Desk, page, redirect, Viewer, type PageResult, type RedirectResult } from '../../shared/index.js';
import { typedText } from '../../shared/typed-text.js';
import { organizationCrumbs, ORGANIZATION_PATH, ownOrganizationId } from '../organization-path.js';
import { IntroductionPage } from './introduction.page.js';

const TITLE = '団体の紹介';

/** What the organisation says of itself on its public page. */
@Controller(`:town/${ORGANIZATION_PATH}/introduction`)
@Desk('committee')
export class IntroductionController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly introductions: IntroduceOrganization,
  ) {}

  @Get()
  async show(@Viewer() viewer: Viewer): Promise<PageResult> {
    return this.form(viewer, await this.kept(viewer));
  }

  @Post()
  async write(@Viewer() viewer: Viewer, @Body() body: unknown): Promise<PageResult | RedirectResult> {
    const typed = {
      text: typedText(body, 'text'),
      public: typedText(body, 'public') === 'yes',
      version: Number(typedText(body, 'version')),
    };
    const organizationId = ownOrganizationId(viewer);
    const outcome = await attempt(() => this.introductions.execute(viewer.actor, { ...typed, organizationId }));
    if (outcome.ok) {
      const notice = typed.public
        ? '団体の紹介を保存し、公開しました。'
        : '団体の紹介を保存しました。公開はしていません。';
      return redirect(viewer.url(ORGANIZATION_PATH), { notice });
    }
    const { version } = outcome.error.kind === 'stale' ? await this.kept(viewer) : typed;
    return this.form(viewer, { ...typed, version }, outcome.error);
  }

  private kept(viewer: Viewer): Promise<Introduction> {
    return this.unitOfWork.read(viewer.actor, (tx) => this.introductions.of(tx, ownOrganizationId(viewer)));
  }

  private form(viewer: Viewer, introduction: Introduction, error?: DomainError): PageResult {
    return page(
      viewer,
      {
        title: TITLE,
        lead: '住民が読むページで、どんな団体かを自分たちの言葉で伝えられます。',
        breadcrumb: organizationCrumbs(viewer, { label: TITLE }),
        ...(error && { errors: error }),
        body: IntroductionPage({ viewer, introduction }),
      },
      error && (error.kind === 'invalid' ? 422 : 409),
    );
  }
}
