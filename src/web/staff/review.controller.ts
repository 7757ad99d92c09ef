import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  APPLICATION_SUBJECT,
  ApplicationDirectory,
  ApplicationFiles,
  changesBetween,
  placesOf,
} from '../../applications/index.js';
import { CaseList } from '../../cases/index.js';
import { hasDuty } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { addDays, dayInJapan, formatEra } from '../../kernel/local-date.js';
import { PanelResults } from '../../panels/index.js';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import {
  PassApplication,
  PriorStarts,
  ReturnApplication,
  Reviews,
  SaveReview,
  type ReviewForm,
} from '../../reviews/index.js';
import { DeskOpenings, type Opening } from '../../staff/index.js';
import { Visits } from '../../visits/index.js';
import {
  attempt,
  Desk,
  download,
  Id,
  page,
  readForm,
  redirect,
  saved,
  Viewer,
  type DownloadResult,
  type JsonResult,
  type PageResult,
  type RedirectResult,
} from '../shared/index.js';
import { ReviewDto } from './review.dto.js';
import { ProjectOrigins } from '../shared/project-origins.js';
import type { ReviewedApplication } from './review-heading.js';
import { ReviewPage } from './review.page.js';
import { judgementOf, typedReview, withTyped } from './typed-review.js';

/** How long a committee is given for a correction unless staff say otherwise. */
const CORRECTION_DAYS = 14;

interface Refused {
  readonly error: DomainError;
  readonly form: ReviewForm;
  readonly correctBy: string;
}

/** 審査: one application beside its checklist; saved as it goes, returned with points, or passed. */
@Controller(':town/staff/applications/:applicationId')
@Desk('staff')
export class ReviewController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly directory: ApplicationDirectory,
    private readonly files: ApplicationFiles,
    private readonly reviews: Reviews,
    private readonly priorStarts: PriorStarts,
    private readonly panels: PanelResults,
    private readonly visits: Visits,
    private readonly openings: DeskOpenings,
    private readonly cases: CaseList,
    private readonly saveReview: SaveReview,
    private readonly returnApplication: ReturnApplication,
    private readonly passApplication: PassApplication,
    private readonly origins: ProjectOrigins,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Viewer() viewer: Viewer, @Id('applicationId') id: string): Promise<PageResult> {
    return this.reviewPage(viewer, await this.load(viewer, id));
  }

  @Post('review')
  async save(
    @Viewer() viewer: Viewer,
    @Id('applicationId') id: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult | JsonResult> {
    const { form, correctBy } = this.read(id, body);
    const outcome = await attempt(() => this.saveReview.execute(viewer.actor, form));
    if (viewer.autosave) {
      if (!outcome.ok) throw outcome.error;
      return saved(outcome.value.version);
    }
    if (outcome.ok) return redirect(viewer.url(`staff/applications/${id}`), { notice: '保存しました。' });
    return this.refused(viewer, id, { error: outcome.error, form, correctBy });
  }

  @Post('return')
  async return(
    @Viewer() viewer: Viewer,
    @Id('applicationId') id: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const { form, correctBy } = this.read(id, body);
    const outcome = await attempt(() => this.returnApplication.execute(viewer.actor, { ...form, correctBy }));
    if (outcome.ok) return redirect(viewer.url('staff/queue'), { notice: '指摘を送り、申請を差し戻しました。' });
    return this.refused(viewer, id, { error: outcome.error, form, correctBy });
  }

  @Post('passing')
  async pass(
    @Viewer() viewer: Viewer,
    @Id('applicationId') id: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const { form, correctBy } = this.read(id, body);
    const outcome = await attempt(() => this.passApplication.execute(viewer.actor, form));
    if (outcome.ok)
      return redirect(viewer.url('staff/queue'), { notice: '審査を終えました。交付決定を起案できます。' });
    return this.refused(viewer, id, { error: outcome.error, form, correctBy });
  }

  @Get('files/:sha256')
  async file(
    @Viewer() viewer: Viewer,
    @Id('applicationId') id: string,
    @Param('sha256') sha256: string,
    @Query('view') view: unknown,
  ): Promise<DownloadResult> {
    const { bytes, name, mediaType } = await this.unitOfWork.read(viewer.actor, (tx) =>
      this.files.read(tx, id, sha256),
    );
    return download({ bytes, mediaType, fileName: name, inline: view !== undefined });
  }

  private read(applicationId: string, body: unknown): { form: ReviewForm; correctBy: string } {
    const { version, correctBy } = readForm(ReviewDto, body);
    return { form: { applicationId, version: Number(version), ...typedReview(body) }, correctBy };
  }

  /** A colleague was first: the page shows the newest and lists what was typed; else it shows what was typed, in place. */
  private async refused(viewer: Viewer, id: string, { error, form, correctBy }: Refused): Promise<PageResult> {
    const loaded = await this.load(viewer, id);
    if (error.kind === 'stale')
      return this.reviewPage(viewer, loaded, { error, form, correctBy }, unsavedIn(loaded, form));
    return this.reviewPage(viewer, { ...loaded, review: withTyped(loaded.review, form) }, { error, form, correctBy });
  }

  private async reviewPage(
    viewer: Viewer,
    loaded: ReviewedApplication,
    refused?: Refused,
    unsaved?: readonly { label: string; text: string }[],
  ): Promise<PageResult> {
    const { application, submission } = loaded;
    const editable = application.state === 'submitted' && hasDuty(viewer.actor, 'promotion');
    const others = editable ? await this.openedBy(viewer, application.id) : [];
    const inTwoWeeks = formatEra(addDays(dayInJapan(this.clock.now()), CORRECTION_DAYS));
    const correctBy = refused?.correctBy ?? inTwoWeeks;
    const title = submission.content.applicant.name;
    return page(
      viewer,
      {
        title,
        wide: true,
        breadcrumb: [{ label: '案件', href: viewer.url('staff/queue') }, { label: title }],
        ...(refused && { errors: refused.error }),
        body: ReviewPage({ ...loaded, viewer, editable, correctBy, unsaved, others }),
      },
      refused && (refused.error.kind === 'invalid' ? 422 : 409),
    );
  }

  private openedBy(viewer: Viewer, id: string): Promise<Opening[]> {
    return this.openings.enter(viewer.actor, { kind: APPLICATION_SUBJECT, id });
  }

  private load(viewer: Viewer, id: string): Promise<ReviewedApplication> {
    return this.unitOfWork.read(viewer.actor, async (tx) => {
      const application = await this.directory.get(tx, id);
      const submissions = await this.directory.submissionsOf(tx, id);
      const [submission, previous] = submissions;
      if (!submission) throw DomainError.notFound();
      const item = await this.cases.find(tx, id);
      return {
        application,
        submission,
        phase: item?.phase ?? 'submitted',
        unread: item?.unreadByStaff ?? 0,
        points: await this.directory.pointsOf(tx, id),
        changes: previous ? changesBetween(previous.content, submission.sent) : [],
        rectifications: submissions.flatMap(({ rectifications }) => rectifications),
        review: await this.reviews.of(tx, id),
        scans: await this.files.scansOf(tx, id),
        late: (await this.directory.receptionOf(tx, id)).late,
        start: await this.priorStarts.of(tx, application),
        panel: await this.panels.of(tx, { kind: APPLICATION_SUBJECT, id }),
        origin: await this.origins.of(tx, application),
        visits: {
          notes: await this.visits.about(tx, { kind: APPLICATION_SUBJECT, id }),
          open: (await this.visits.subject(tx, { kind: APPLICATION_SUBJECT, id })).open,
        },
        now: tx.now,
      };
    });
  }
}

const JUDGED: Readonly<Record<string, string>> = { yes: '対象', no: '対象外' };

/** What was typed and stands differently, or not at all, in what the colleague saved. */
function unsavedIn(
  { review, submission }: ReviewedApplication,
  { answers, points, assessments }: ReviewForm,
): { label: string; text: string }[] {
  const words: Readonly<Record<string, string>> = { yes: 'はい', no: 'いいえ', 'not-applicable': '該当なし' };
  const typedAnswers = review.items.flatMap((item) => {
    const typed = answers.find(({ itemId }) => itemId === item.id);
    const same = !typed || ((typed.answer || null) === item.answer && typed.remark === item.remark);
    return item.automatic || same
      ? []
      : [{ label: item.text, text: `${words[typed.answer] ?? '未回答'}　${typed.remark}`.trim() }];
  });
  const labels = new Map(placesOf(submission.content).map(({ pointer, label }) => [pointer, label]));
  const typedPoints = points
    .filter(
      ({ pointer, text }) =>
        text.trim() !== '' && review.points.find((kept) => kept.pointer === pointer)?.text !== text.trim(),
    )
    .map(({ pointer, text }) => ({ label: `「${labels.get(pointer) ?? ''}」への指摘`, text }));
  const typedAssessments = assessments.flatMap(({ lineId, eligible, reason }) => {
    const kept = review.assessments.find((each) => each.lineId === lineId);
    const blank = eligible === '' && reason.trim() === '';
    if (blank || (eligible === judgementOf(kept) && reason.trim() === kept?.reason)) return [];
    const line = review.lines.find(({ id }) => id === lineId)?.label ?? '';
    return [{ label: `「${line}」の査定`, text: `${JUDGED[eligible] ?? '申請のとおり'}　${reason}`.trim() }];
  });
  return [...typedAnswers, ...typedPoints, ...typedAssessments];
}
