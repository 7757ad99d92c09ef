import { Body, Controller, Get, Post } from '@nestjs/common';
import type { Fields } from '../../../forms/index.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { AgreePanelAnswer, AnswerAsMember, ViewPanelVerifications } from '../../../verifications/index.js';
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
import { typedText } from '../../shared/typed-text.js';
import { RecusalDto } from '../seat.dto.js';
import { AgreedAnswerPage } from './agreed-answer.page.js';
import { MemberAnswerPage } from './member-answer.page.js';
import { RecusalPage } from '../recusal.page.js';

const HOME = '採点・検証するもの';

type Answered = Promise<PageResult | RedirectResult>;

interface Sent {
  readonly fields: Fields;
  readonly error: DomainError;
}

/** 検証 as the members of the panel answer it: each alone, then the chair for the panel. */
@Controller(':town/panel/verifications/:id')
@Desk('panel')
export class PanelVerificationsController {
  constructor(
    private readonly views: ViewPanelVerifications,
    private readonly answering: AnswerAsMember,
    private readonly agreeing: AgreePanelAnswer,
  ) {}

  @Get()
  show(@Viewer() viewer: Viewer, @Id('id') id: string): Answered {
    return this.own(viewer, id);
  }

  @Post()
  async answer(@Viewer() viewer: Viewer, @Id('id') verificationId: string, @Body() body: unknown): Answered {
    const { sheet } = await this.views.one(viewer.actor, verificationId);
    const fields = typedOpinion(sheet, body);
    const { version, act } = readForm(OpinionDto, body);
    const command = { verificationId, fields, version: Number(version), give: act === 'give' };
    const outcome = await attempt(() => this.answering.execute(viewer.actor, command));
    if (!outcome.ok) return this.own(viewer, verificationId, { fields, error: outcome.error });
    const notice =
      act === 'give' ? '検証の答えを受け付けました。' : '途中まで保存しました。答えは、まだ出していません。';
    return redirect(viewer.url(`panel/verifications/${verificationId}`), { notice });
  }

  @Get('agreement')
  agreement(@Viewer() viewer: Viewer, @Id('id') id: string): Answered {
    return this.agreed(viewer, id);
  }

  @Post('agreement')
  async agree(@Viewer() viewer: Viewer, @Id('id') verificationId: string, @Body() body: unknown): Answered {
    const { sheet } = await this.views.one(viewer.actor, verificationId);
    const fields = typedOpinion(sheet, body);
    const { version, act } = readForm(OpinionDto, body);
    const command = { verificationId, fields, version: Number(version), give: act === 'give' };
    const outcome = await attempt(() => this.agreeing.execute(viewer.actor, command));
    if (!outcome.ok) return this.agreed(viewer, verificationId, { fields, error: outcome.error });
    const notice = act === 'give' ? '審査会の答えをまとめました。' : '途中まで保存しました。';
    return redirect(viewer.url('panel'), { notice });
  }

  @Get('recusal')
  recusal(@Viewer() viewer: Viewer, @Id('id') id: string): Answered {
    return this.recusalPage(viewer, id);
  }

  @Post('recusal')
  async recuse(@Viewer() viewer: Viewer, @Id('id') id: string, @Body() body: unknown): Answered {
    const outcome = await attempt(() => {
      const { reason } = readForm(RecusalDto, body);
      return this.answering.recuse(viewer.actor, id, reason);
    });
    if (!outcome.ok) return this.recusalPage(viewer, id, outcome.error, typedText(body, 'reason'));
    return redirect(viewer.url('panel'), { notice: '忌避の申出を受け付けました。この検証には加わりません。' });
  }

  private async own(viewer: Viewer, id: string, sent?: Sent): Promise<PageResult> {
    const view = await this.views.one(viewer.actor, id);
    const { title } = view.verification;
    return page(
      viewer,
      {
        title: `${title}の検証`,
        wide: true,
        breadcrumb: [{ label: HOME, href: viewer.url('panel') }, { label: title }],
        ...(sent && { errors: sent.error }),
        body: MemberAnswerPage({ viewer, view, typed: sent?.fields ?? null, isStale: sent?.error.kind === 'stale' }),
      },
      sent && (sent.error.kind === 'invalid' ? 422 : 409),
    );
  }

  private async agreed(viewer: Viewer, id: string, sent?: Sent): Promise<PageResult> {
    const view = await this.views.one(viewer.actor, id);
    if (!view.speaks || view.verification.state !== 'open') throw DomainError.notFound();
    const title = '審査会の答えをまとめる';
    return page(
      viewer,
      {
        title,
        lead: view.verification.title,
        wide: true,
        breadcrumb: [
          { label: HOME, href: viewer.url('panel') },
          { label: view.verification.title, href: viewer.url(`panel/verifications/${id}`) },
          { label: title },
        ],
        ...(sent && { errors: sent.error }),
        body: AgreedAnswerPage({ viewer, view, typed: sent?.fields ?? null, isStale: sent?.error.kind === 'stale' }),
      },
      sent && (sent.error.kind === 'invalid' ? 422 : 409),
    );
  }

  private async recusalPage(viewer: Viewer, id: string, error?: DomainError, reason = ''): Promise<PageResult> {
    const { verification } = await this.views.one(viewer.actor, id);
    return page(
      viewer,
      {
        title: '忌避を申し出る',
        breadcrumb: [
          { label: HOME, href: viewer.url('panel') },
          { label: verification.title, href: viewer.url(`panel/verifications/${id}`) },
          { label: '忌避' },
        ],
        ...(error && { errors: error }),
        body: RecusalPage({
          ...{ viewer, path: `panel/verifications/${verification.id}`, reason },
          thing: { label: '事業', title: verification.title },
          party: { label: '団体', name: verification.organizationName },
          loses: 'この検証は一覧から消え、読むことも答えることもできなくなります。保存した答えは消えます。',
          example: '団体の役員の家族であるため',
        }),
      },
      error && (error.kind === 'invalid' ? 422 : 409),
    );
  }
}
