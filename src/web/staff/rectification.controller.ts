import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import {
  ApplicationDirectory,
  ApplicationFiles,
  lineAt,
  rectifiablePlaces,
  RectifyApplication,
  timesAt,
  type ApplicationView,
  type Submission,
  type TypedRectification,
} from '../../applications/index.js';
import { hasDuty } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { PriorStarts } from '../../reviews/index.js';
import { Ties } from '../../staff/index.js';
import {
  attempt,
  Desk,
  Id,
  page,
  readForm,
  redirect,
  Viewer,
  type Crumb,
  type PageResult,
  type RedirectResult,
} from '../shared/index.js';
import { ApplicationContent } from '../shared/application-content.js';
import { typedAnswer } from '../shared/typed-answer.js';
import { recordAt, typedTexts } from '../shared/typed-records.js';
import { typedText } from '../shared/typed-text.js';
import { RectificationDto } from './rectification.dto.js';
import { RectificationPage } from './rectification.page.js';

interface Refused {
  readonly error: DomainError;
  readonly typed: TypedRectification;
  readonly reason: string;
}

/** 職権訂正 of a trifle in an application under review, and the application as it was sent. */
@Controller(':town/staff/applications/:applicationId')
@Desk('staff')
export class RectificationController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly directory: ApplicationDirectory,
    private readonly files: ApplicationFiles,
    private readonly priorStarts: PriorStarts,
    private readonly rectifyApplication: RectifyApplication,
    private readonly ties: Ties,
  ) {}

  @Get('rectification')
  show(@Viewer() viewer: Viewer, @Id('applicationId') id: string, @Query('place') place: unknown): Promise<PageResult> {
    return this.rectificationPage(viewer, id, typeof place === 'string' ? place : '');
  }

  @Post('rectification')
  async rectify(
    @Viewer() viewer: Viewer,
    @Id('applicationId') applicationId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const { application, submission } = await this.load(viewer, applicationId);
    const place = typedText(body, 'place');
    const typed = typedAt(application, submission, place, body);
    const outcome = await attempt(() => {
      const { version, reason, requestId } = readForm(RectificationDto, body);
      const command = { applicationId, pointer: place, typed, reason, requestId, seen: Number(version) };
      return this.rectifyApplication.execute(viewer.actor, command);
    });
    if (!outcome.ok) {
      const refused = { error: outcome.error, typed, reason: typedText(body, 'reason') };
      return this.rectificationPage(viewer, applicationId, place, refused);
    }
    return redirect(viewer.url(`staff/applications/${applicationId}`), {
      notice: '訂正しました。団体に連絡を送りました。',
    });
  }

  @Get('sent')
  async sent(@Viewer() viewer: Viewer, @Id('applicationId') id: string): Promise<PageResult> {
    const { application, submission, scans } = await this.load(viewer, id);
    const href = (sha256: string): string => viewer.url(`staff/applications/${id}/files/${sha256}`);
    return page(viewer, {
      title: '提出時の内容',
      lead: '団体が送ったままの内容です。職権で訂正したところも、訂正する前の内容を示しています。',
      breadcrumb: crumbs(viewer, application, '提出時の内容'),
      body: ApplicationContent({ content: submission.sent, access: { href, scans } }),
    });
  }

  private async rectificationPage(viewer: Viewer, id: string, pointer: string, refused?: Refused): Promise<PageResult> {
    const { application, submission, start } = await this.load(viewer, id);
    const place = rectifiablePlaces(application.document, submission.content).find((each) => each.pointer === pointer);
    if (!place || !hasDuty(viewer.actor, 'promotion')) throw DomainError.notFound();
    const content = {
      title: '職権で訂正する',
      lead: '書き間違いなどの軽い誤りを、団体に代わって直します。金額・書類・誓約は直せません。差し戻してください。',
      breadcrumb: crumbs(viewer, application, '職権で訂正する'),
      body: RectificationPage({
        ...{ viewer, application, submission, place, start },
        seen: timesAt(submission.rectifications, pointer),
        typed: refused?.typed ?? null,
        reason: refused?.reason ?? '',
      }),
    };
    if (!refused) return page(viewer, content);
    return page(viewer, { ...content, errors: refused.error }, refused.error.kind === 'invalid' ? 422 : 409);
  }

  private load(viewer: Viewer, id: string) {
    return this.unitOfWork.read(viewer.actor, async (tx) => {
      const application = await this.directory.get(tx, id);
      await this.ties.refuseTied(tx, application.organizationId);
      const [submission] = await this.directory.submissionsOf(tx, id);
      if (!submission) throw DomainError.notFound();
      const start = await this.priorStarts.of(tx, application);
      return { application, submission, start, scans: await this.files.scansOf(tx, id) };
    });
  }
}

const crumbs = (viewer: Viewer, { id, organizationName }: ApplicationView, here: string): Crumb[] => [
  { label: '案件', href: viewer.url('staff/queue') },
  { label: organizationName, href: viewer.url(`staff/applications/${id}`) },
  { label: here },
];

/** Throws not-found for a place that is neither an answer nor a budget line. */
function typedAt(
  { document }: ApplicationView,
  { content }: Submission,
  place: string,
  body: unknown,
): TypedRectification {
  const line = lineAt(content, place);
  if (line) return { remark: typedTexts(recordAt(body, 'budget'), line.id)['remark'] ?? '' };
  const [, asked] = place.split('.');
  const question = document.form.flatMap(({ questions }) => questions).find(({ id }) => id === asked);
  if (!question) throw DomainError.notFound();
  return { answer: typedAnswer(question, recordAt(body, 'form')) };
}
