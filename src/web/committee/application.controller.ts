import { Body, Controller, Get, Post } from '@nestjs/common';
import { isUUID } from 'class-validator';
import {
  ApplicationDirectory,
  ApplicationDrafts,
  ApplicationFiles,
  RECEIPT_SUBJECT,
  SayProject,
  SubmitApplication,
  withdrawalFaults,
  WithdrawApplication,
  Withdrawals,
  type Application,
  type ApplicationDraft,
} from '../../applications/index.js';
import { CaseList } from '../../cases/index.js';
import { GrantDirectory, PanelComments } from '../../grants/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Letters } from '../../notices/index.js';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { DeterminationDirectory, ReportDirectory } from '../../performance-reports/index.js';
import { PriorStarts } from '../../reviews/index.js';
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
import { ProjectOrigins } from '../shared/project-origins.js';
import { ApplicationContent } from '../shared/application-content.js';
import { ApplicationCheckPage } from './application-check.page.js';
import { SubmissionDto, WithdrawalDto } from './application-sections.dto.js';
import { ReceiptPage, SentPage, type SentApplication } from './application-sent.page.js';
import { ApplicationTasksPage, type EarlierRounds } from './application-tasks.page.js';
import { NEW_PROJECT } from './support-year/support-year.js';
import { WithdrawalPage } from './application-withdrawal.page.js';
import { applicationUrl, beginning, filesOf, writingIn } from './application-words.js';
import { typedText } from '../shared/typed-text.js';

/** The mark is the form's and the reason the application's to ask for: both are told at once. */
function withReason(error: DomainError, { round }: Application, reason: string): DomainError {
  const unconfirmed = error.faults.filter(({ pointer }) => pointer === 'confirmed');
  return unconfirmed.length === 0
    ? error
    : DomainError.invalid([...withdrawalFaults(round, reason.trim()), ...unconfirmed]);
}

const isWritten = ({ state }: Application): boolean => state === 'draft' || state === 'returned';

const headOf = (viewer: Viewer, { title, document }: ApplicationDraft) => ({
  title,
  ...(title === document.name ? {} : { lead: document.name }),
  breadcrumb: [beginning(viewer), { label: title }],
});

/**
 * One application of the organisation: its tasks, its check and submission, its receipt. Staff enter here what came on
 * paper; what is sent they read at their own desk.
 */
@Controller([':town/committee/applications/:applicationId', ':town/staff/paper/:applicationId'])
@Desk('committee', 'staff')
export class ApplicationController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: ApplicationDrafts,
    private readonly directory: ApplicationDirectory,
    private readonly files: ApplicationFiles,
    private readonly cases: CaseList,
    private readonly letters: Letters,
    private readonly priorStarts: PriorStarts,
    private readonly grants: GrantDirectory,
    private readonly panelComments: PanelComments,
    private readonly reports: ReportDirectory,
    private readonly determinations: DeterminationDirectory,
    private readonly submitApplication: SubmitApplication,
    private readonly withdrawApplication: WithdrawApplication,
    private readonly withdrawals: Withdrawals,
    private readonly origins: ProjectOrigins,
    private readonly project: SayProject,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Viewer() viewer: Viewer, @Id('applicationId') id: string): Promise<PageResult | RedirectResult> {
    const draft = await this.draftOf(viewer, id);
    if (isWritten(draft.application)) return this.tasksPage(viewer, draft);
    if (viewer.desk === 'staff') return redirect(viewer.url(`staff/applications/${id}`));
    const sent = await this.sentOf(viewer, id);
    return page(viewer, { ...headOf(viewer, draft), body: SentPage({ viewer, sent }) });
  }

  /** By which the year of support is counted. */
  @Post('project')
  async sayProject(
    @Viewer() viewer: Viewer,
    @Id('applicationId') applicationId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const said = typedText(body, 'continuesId');
      if (said !== NEW_PROJECT && !isUUID(said)) {
        throw DomainError.invalid([{ pointer: 'continuesId', code: 'applications.project-unsaid' }]);
      }
      const continuesId = said === NEW_PROJECT ? null : said;
      return this.project.execute(viewer.actor, { applicationId, continuesId });
    });
    if (!outcome.ok) return this.tasksPage(viewer, await this.draftOf(viewer, applicationId), outcome.error);
    return redirect(applicationUrl(viewer, applicationId), { notice: '支援の年次を計算し直しました。' });
  }

  @Get('check')
  async check(@Viewer() viewer: Viewer, @Id('applicationId') id: string): Promise<PageResult | RedirectResult> {
    const draft = await this.draftOf(viewer, id);
    return isWritten(draft.application) ? this.checkPage(viewer, draft) : redirect(applicationUrl(viewer, id));
  }

  @Post('submission')
  async submit(
    @Viewer() viewer: Viewer,
    @Id('applicationId') applicationId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const command = readForm(SubmissionDto, body);
    const outcome = await attempt(() => this.submitApplication.execute(viewer.actor, { ...command, applicationId }));
    if (outcome.ok && viewer.desk === 'staff') {
      const notice = `紙の申請を受け付けました。収受番号は${outcome.value.receivedNumber}です。`;
      return redirect(viewer.url(`staff/applications/${applicationId}`), { notice });
    }
    if (outcome.ok) return redirect(applicationUrl(viewer, applicationId, 'receipt'));
    return this.checkPage(viewer, await this.draftOf(viewer, applicationId), outcome.error);
  }

  @Get('receipt')
  async receipt(@Viewer() viewer: Viewer, @Id('applicationId') id: string): Promise<PageResult | RedirectResult> {
    if (viewer.desk === 'staff') return redirect(viewer.url(`staff/applications/${id}`));
    const sent = await this.sentOf(viewer, id);
    if (isWritten(sent.application)) return redirect(applicationUrl(viewer, id));
    return page(viewer, {
      title: '申請の受付',
      breadcrumb: this.crumbs(viewer, sent.application, sent.application.title, '受付'),
      body: ReceiptPage({ viewer, sent }),
    });
  }

  @Get('sent')
  async asSent(@Viewer() viewer: Viewer, @Id('applicationId') id: string): Promise<PageResult> {
    const { application, submission, scans } = await this.sentOf(viewer, id);
    return page(viewer, {
      title: '提出時の内容',
      lead: '送ったままの内容です。担当課が職権で訂正したところも、訂正する前の内容を示しています。',
      breadcrumb: this.crumbs(viewer, application, application.title, '提出時の内容'),
      body: ApplicationContent({ content: submission.sent, access: filesOf(viewer, id, scans) }),
    });
  }

  @Get('withdrawal')
  async withdrawal(@Viewer() viewer: Viewer, @Id('applicationId') id: string): Promise<PageResult> {
    return this.withdrawalPage(viewer, id);
  }

  @Post('withdrawal')
  async withdraw(
    @Viewer() viewer: Viewer,
    @Id('applicationId') applicationId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const { reason } = readForm(WithdrawalDto, body);
      return this.withdrawApplication.execute(viewer.actor, { applicationId, reason });
    });
    if (!outcome.ok) return this.withdrawalPage(viewer, applicationId, outcome.error, typedText(body, 'reason'));
    if (viewer.desk === 'staff') return redirect(beginning(viewer).href, { notice: '紙の申請の入力をやめました。' });
    const notice =
      outcome.value === 'asked' ? '取下げを申し出ました。担当課が手続を止めます。' : '申請を取り下げました。';
    return redirect(beginning(viewer).href, { notice });
  }

  private async tasksPage(viewer: Viewer, draft: ApplicationDraft, error?: DomainError): Promise<PageResult> {
    const { application, document } = draft;
    const body = ApplicationTasksPage({
      viewer,
      draft,
      earlier: await this.earlierOf(viewer, draft),
      origin: await this.unitOfWork.read(viewer.actor, (tx) => this.origins.of(tx, { ...application, document })),
      now: this.clock.now(),
    });
    return page(viewer, { ...headOf(viewer, draft), ...(error && { errors: error }), body });
  }

  private checkPage(viewer: Viewer, draft: ApplicationDraft, error?: DomainError): PageResult {
    return page(viewer, {
      title: viewer.desk === 'staff' ? '内容を確かめて受け付ける' : '内容を確かめて提出する',
      breadcrumb: this.crumbs(
        viewer,
        draft.application,
        draft.title,
        viewer.desk === 'staff' ? '確かめて受付' : '確かめて提出',
      ),
      ...(error && { errors: error.kind === 'invalid' ? draft.faults : error }),
      body: ApplicationCheckPage({ viewer, draft }),
    });
  }

  private async withdrawalPage(viewer: Viewer, id: string, error?: DomainError, reason = ''): Promise<PageResult> {
    const { application, document, title, standing } = await this.unitOfWork.read(viewer.actor, async (tx) => ({
      ...(await this.drafts.get(tx, id)),
      standing: await this.withdrawals.outlook(tx, id),
    }));
    return page(viewer, {
      title: application.round > 0 ? '申請を取り下げる' : `申請の${writingIn(viewer)}をやめる`,
      breadcrumb: this.crumbs(
        viewer,
        application,
        title,
        application.round > 0 ? '取下げ' : `${writingIn(viewer)}をやめる`,
      ),
      ...(error && { errors: withReason(error, application, reason) }),
      body: WithdrawalPage({ viewer, application, document, standing, reason }),
    });
  }

  private crumbs(viewer: Viewer, { id }: Application, name: string, here: string): Crumb[] {
    return [beginning(viewer), { label: name, href: applicationUrl(viewer, id) }, { label: here }];
  }

  private draftOf(viewer: Viewer, id: string): Promise<ApplicationDraft> {
    return this.unitOfWork.read(viewer.actor, (tx) => this.drafts.get(tx, id));
  }

  /** null for what was never sent. */
  private earlierOf(
    viewer: Viewer,
    { application, document, content }: ApplicationDraft,
  ): Promise<EarlierRounds | null> {
    const { id, state } = application;
    if (state !== 'returned') return Promise.resolve(null);
    return this.unitOfWork.read(viewer.actor, async (tx) => {
      const submissions = await this.directory.submissionsOf(tx, id);
      return {
        start: await this.priorStarts.of(tx, { id, document, answers: content.answers }),
        rectifications: submissions.flatMap(({ rectifications }) => rectifications),
      };
    });
  }

  private sentOf(viewer: Viewer, id: string): Promise<SentApplication> {
    return this.unitOfWork.read(viewer.actor, async (tx) => {
      const application = await this.directory.get(tx, id);
      const submissions = await this.directory.submissionsOf(tx, id);
      const [submission] = submissions;
      if (!submission) throw DomainError.notFound();
      const items = await this.cases.forOrganization(tx, application.organizationId);
      const item = items.find((each) => each.id === id);
      const [receipt = null] = await this.letters.forSubject(tx, RECEIPT_SUBJECT, submission.id);
      const grant = await this.grants.byApplication(tx, id);
      return {
        application,
        document: application.document,
        submission,
        points: await this.directory.pointsOf(tx, id),
        scans: await this.files.scansOf(tx, id),
        phase: item?.phase ?? 'submitted',
        unread: item?.unreadByCommittee ?? 0,
        rectifications: submissions.flatMap(({ rectifications }) => rectifications),
        receipt,
        start: await this.priorStarts.of(tx, application),
        grant,
        panelComment: await this.panelComments.of(tx, id),
        report: await this.reports.ofApplication(tx, id),
        determination: grant && (await this.determinations.ofGrant(tx, grant.id)),
      };
    });
  }
}
