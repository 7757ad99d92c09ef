import { Body, Controller, Get, Post } from '@nestjs/common';
import { isUUID } from 'class-validator';
import {
  ApproveBatch,
  ApproveDraft,
  ListWaitingDrafts,
  ResubmitDraft,
  SendBackDraft,
  ViewDraft,
  WithdrawDraft,
  marksOf,
  type ShownLine,
} from '../../approvals/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Clock } from '../../platform/clock/index.js';
import { DeskOpenings } from '../../staff/index.js';
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
} from '../shared/index.js';
import { ApprovalsBatchPage } from './approvals-batch.page.js';
import { BatchDto, ApprovalDto, ResubmissionDto, SendBackDto, WithdrawalDto } from './approvals.dto.js';
import { ApprovalsPage } from './approvals.page.js';
import { draftPage, draftUrl } from './draft-view.js';

type Answer = Promise<PageResult | RedirectResult>;

/** The approver's list and one screen; 会計管理者 comes here too, for 合議. */
@Controller(':town/staff/approvals')
@Desk('staff')
export class ApprovalsController {
  constructor(
    private readonly waiting: ListWaitingDrafts,
    private readonly drafts: ViewDraft,
    private readonly approve: ApproveDraft,
    private readonly batch: ApproveBatch,
    private readonly sendBack: SendBackDraft,
    private readonly resubmit: ResubmitDraft,
    private readonly withdraw: WithdrawDraft,
    private readonly openings: DeskOpenings,
    private readonly clock: Clock,
  ) {}

  @Get()
  list(@Viewer() viewer: Viewer): Promise<PageResult> {
    return this.listPage(viewer);
  }

  /** Each draft is approved for itself, exactly as the list showed it, and answered for itself. */
  @Post('batch')
  async approveBatch(@Viewer() viewer: Viewer, @Body() body: unknown): Promise<PageResult> {
    const listed = await this.waiting.execute(viewer.actor);
    const outcome = await attempt(() => this.batch.execute(viewer.actor, linesIn(readForm(BatchDto, body))));
    if (!outcome.ok) return this.listPage(viewer, outcome.error);
    const outcomes = outcome.value.map((one) => ({
      ...one,
      line: listed.toApprove.find(({ id }) => id === one.draftId) ?? null,
    }));
    const refused = outcomes.filter(({ refusal }) => refusal !== null).length;
    return page(viewer, {
      title: 'まとめて承認した結果',
      lead: `${String(outcomes.length - refused)}件を承認し、${String(refused)}件は承認していません。`,
      wide: true,
      breadcrumb: [{ label: '起案・決裁', href: viewer.url('staff/approvals') }, { label: '結果' }],
      body: ApprovalsBatchPage({ viewer, outcomes }),
    });
  }

  private async listPage(viewer: Viewer, error?: DomainError): Promise<PageResult> {
    const waiting = await this.waiting.execute(viewer.actor);
    return page(viewer, {
      ...(error && { errors: error }),
      title: '起案・決裁',
      wide: true,
      body: ApprovalsPage({ viewer, waiting, now: this.clock.now() }),
    });
  }

  @Get(':draftId')
  async show(@Viewer() viewer: Viewer, @Id('draftId') draftId: string): Promise<PageResult> {
    const view = await this.drafts.execute(viewer.actor, draftId);
    const { mayResubmit, maySendBack } = view.mine;
    const acts = mayResubmit || maySendBack;
    const others = acts ? await this.openings.enter(viewer.actor, { kind: 'draft', id: draftId }) : [];
    return draftPage(viewer, view, { others: acts ? others : null });
  }

  @Post(':draftId/approval')
  async postApproval(@Viewer() viewer: Viewer, @Id('draftId') draftId: string, @Body() body: unknown): Answer {
    const outcome = await attempt(() => {
      const { step, digests, comment } = readForm(ApprovalDto, body);
      const shownDigests = Object.fromEntries(Object.entries(digests).map(([id, digest]) => [id, String(digest)]));
      return this.approve.execute(viewer.actor, { draftId, shownDigests, comment, step: Number(step) });
    });
    if (!outcome.ok) return this.pageOf(viewer, draftId, outcome.error, 'approval', body);
    await this.openings.leave(viewer.actor, { kind: 'draft', id: draftId });
    const notice = outcome.value.state === 'approved' ? '決裁しました。' : '承認しました。次の職に回りました。';
    return redirect(viewer.url('staff/approvals'), { notice });
  }

  @Post(':draftId/send-back')
  async postSendBack(@Viewer() viewer: Viewer, @Id('draftId') draftId: string, @Body() body: unknown): Answer {
    const outcome = await attempt(() => {
      const { step, toStep, reason } = readForm(SendBackDto, body);
      const target = toStep === 'drafter' ? 'drafter' : Number(toStep);
      return this.sendBack.execute(viewer.actor, { draftId, toStep: target, reason, step: Number(step) });
    });
    if (!outcome.ok) return this.pageOf(viewer, draftId, outcome.error, 'send-back', body);
    await this.openings.leave(viewer.actor, { kind: 'draft', id: draftId });
    return redirect(viewer.url('staff/approvals'), { notice: '差し戻しました。' });
  }

  @Post(':draftId/resubmission')
  async postResubmission(@Viewer() viewer: Viewer, @Id('draftId') draftId: string, @Body() body: unknown): Answer {
    const outcome = await attempt(() => {
      const { marks, carried, ...words } = readForm(ResubmissionDto, body);
      const how = { marks: marksOf(marks), carried: carried === 'yes' };
      return this.resubmit.execute(viewer.actor, { draftId, ...words, ...how });
    });
    if (!outcome.ok) return this.pageOf(viewer, draftId, outcome.error, 'resubmission', body);
    return redirect(draftUrl(viewer, draftId), { notice: '再提出しました。決裁経路のはじめから回ります。' });
  }

  @Post(':draftId/withdrawal')
  async postWithdrawal(@Viewer() viewer: Viewer, @Id('draftId') draftId: string, @Body() body: unknown): Answer {
    const outcome = await attempt(() => {
      const { withdrawalReason } = readForm(WithdrawalDto, body);
      return this.withdraw.execute(viewer.actor, { draftId, reason: withdrawalReason });
    });
    if (outcome.ok)
      return redirect(draftUrl(viewer, draftId), { notice: '取り下げました。押さえていた予算を戻しました。' });
    const error = underFieldName(outcome.error, 'reason', 'withdrawalReason');
    return this.pageOf(viewer, draftId, error, 'withdrawal', body);
  }

  private async pageOf(
    viewer: Viewer,
    draftId: string,
    error?: DomainError,
    form?: string,
    values?: unknown,
  ): Promise<PageResult> {
    const view = await this.drafts.execute(viewer.actor, draftId);
    return draftPage(viewer, view, { error, typed: form === undefined ? undefined : { form, values } });
  }
}

/** `<draft>/<position>/<fingerprint>` of each draft that was ticked. */
function linesIn({ drafts }: BatchDto): ShownLine[] {
  return drafts.flatMap((value) => {
    const [draftId = '', step = '', fingerprint = ''] = value.split('/');
    return isUUID(draftId) ? [{ draftId, step: Number(step), fingerprint }] : [];
  });
}

/** Two forms of the page ask for a reason; the fault belongs to the field of this one. */
const underFieldName = (error: DomainError, from: string, to: string): DomainError =>
  new DomainError(
    error.code,
    error.kind,
    error.params,
    error.faults.map((fault) => (fault.pointer === from ? { ...fault, pointer: to } : fault)),
  );
