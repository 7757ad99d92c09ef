import { Body, Controller, Get, Post } from '@nestjs/common';
import type { Fields } from '../../../forms/index.js';
import type { DomainError } from '../../../kernel/domain-error.js';
import { ViewVerifications, WriteOpinion } from '../../../verifications/index.js';
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
import { OpinionDto } from '../../shared/opinion.dto.js';
import { typedOpinion } from '../../shared/opinion-form.js';
import { VerificationPage } from './verification.page.js';
import { VerificationsPage } from './verifications.page.js';
import { townWord } from '../../shared/head-words.js';

const TITLE = '事業の検証';

/** 検証 as the organisation answers it and reads what was decided. */
@Controller(':town/committee/verifications')
@Desk('committee')
export class CommitteeVerificationsController {
  constructor(
    private readonly views: ViewVerifications,
    private readonly writeOpinion: WriteOpinion,
  ) {}

  @Get()
  async list(@Viewer() viewer: Viewer): Promise<PageResult> {
    const lines = await this.views.ofOwnOrganization(viewer.actor);
    return page(viewer, {
      title: TITLE,
      lead: `一年の事業をふりかえり、これからどうするかを${townWord(viewer.town)}と一緒に考えます。`,
      body: VerificationsPage({ viewer, lines }),
    });
  }

  @Get(':id')
  show(@Viewer() viewer: Viewer, @Id('id') id: string): Promise<PageResult> {
    return this.one(viewer, id);
  }

  @Post(':id')
  async write(
    @Viewer() viewer: Viewer,
    @Id('id') verificationId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const { sheet } = await this.views.one(viewer.actor, verificationId);
    const fields = typedOpinion(sheet, body);
    const { version, act } = readForm(OpinionDto, body);
    const give = act === 'give';
    const outcome = await attempt(() =>
      this.writeOpinion.execute(viewer.actor, {
        ...{ verificationId, side: 'organization', fields, give, saidOn: null, meeting: '' },
        version: Number(version),
      }),
    );
    if (!outcome.ok) return this.one(viewer, verificationId, fields, outcome.error);
    const notice = give ? '答えを受け付けました。' : '途中まで保存しました。答えは、まだ出していません。';
    return redirect(viewer.url(`committee/verifications/${verificationId}`), { notice });
  }

  private async one(viewer: Viewer, id: string, typed: Fields | null = null, error?: DomainError): Promise<PageResult> {
    const view = await this.views.one(viewer.actor, id);
    const { title } = view.verification;
    return page(
      viewer,
      {
        title: `${title}の検証`,
        breadcrumb: [{ label: TITLE, href: viewer.url('committee/verifications') }, { label: title }],
        ...(error && { errors: error }),
        body: VerificationPage({ viewer, view, typed, isStale: error?.kind === 'stale' }),
      },
      error && (error.kind === 'invalid' ? 422 : 409),
    );
  }
}
