import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import {
  ACT_KINDS,
  ACT_LABELS,
  DecideDemand,
  demandNumber,
  IssueDemand,
  ProposeAct,
  ReviseDemand,
  ViewRepayments,
  type ActKind,
} from '../../repayments/index.js';
import {
  attempt,
  Desk,
  Id,
  page,
  readForm,
  redirect,
  Viewer,
  type Outcome,
  type PageResult,
  type RedirectResult,
} from '../shared/index.js';
import { typedDay } from '../shared/typed-day.js';
import { typedText } from '../shared/typed-text.js';
import { optionsIn } from './draft-options.js';
import { RepaymentActPage } from './repayment-act.page.js';
import { RepaymentPage } from './repayment.page.js';
import type { TypedRepayment } from './repayment-steps.js';
import { RepaymentActDto, RepaymentDraftDto, RepaymentIssueDto, RepaymentSlipDto } from './repayments.dto.js';
import { RepaymentsPage } from './repayments.page.js';
import { typedAct } from './typed-repayment-act.js';

const TITLE = '返還';

/** 返還 at the section: decided, asked for, and followed until it is paid or has ended. */
@Controller(':town/staff/repayments')
@Desk('staff')
export class StaffRepaymentsController {
  constructor(
    private readonly repayments: ViewRepayments,
    private readonly decideDemand: DecideDemand,
    private readonly issueDemand: IssueDemand,
    private readonly reviseDemand: ReviseDemand,
    private readonly proposeAct: ProposeAct,
  ) {}

  @Get()
  async list(@Viewer() viewer: Viewer): Promise<PageResult> {
    const files = await this.repayments.list(viewer.actor);
    return page(viewer, {
      title: TITLE,
      lead: '払い過ぎた補助金を返してもらう手続です。額は今日の時点で計算しています。',
      wide: true,
      body: RepaymentsPage({ viewer, files }),
    });
  }

  @Get(':demandId')
  show(@Viewer() viewer: Viewer, @Id('demandId') id: string): Promise<PageResult> {
    return this.demandPage(viewer, id, {});
  }

  @Post(':demandId/draft')
  async draft(
    @Viewer() viewer: Viewer,
    @Id('demandId') demandId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const form = readForm(RepaymentDraftDto, body);
      return this.decideDemand.draft(viewer.actor, { demandId, ...form, ...optionsIn(form) });
    });
    if (!outcome.ok) return this.demandPage(viewer, demandId, { draft: body }, outcome.error);
    return redirect(viewer.url(`staff/approvals/${outcome.value.draftId}`), { notice: '返還を起案しました。' });
  }

  @Post(':demandId/decision')
  async decide(@Viewer() viewer: Viewer, @Id('demandId') id: string): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => this.decideDemand.decide(viewer.actor, id));
    return this.after(viewer, id, outcome, '返還を求めることを決めました。通知書を施行してください。', {});
  }

  @Post(':demandId/letter')
  async issue(
    @Viewer() viewer: Viewer,
    @Id('demandId') demandId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const { issuedOn, dueOn } = readForm(RepaymentIssueDto, body);
      return this.issueDemand.issue(viewer.actor, {
        demandId,
        issuedOn: typedDay(issuedOn, 'issuedOn', '施行日'),
        dueOn: typedDay(dueOn, 'dueOn', '返還の期限'),
      });
    });
    const typed = { issuedOn: typedText(body, 'issuedOn'), dueOn: typedText(body, 'dueOn') };
    return this.after(viewer, demandId, outcome, '返還の通知書を施行しました。', typed);
  }

  @Post(':demandId/slip')
  async slip(
    @Viewer() viewer: Viewer,
    @Id('demandId') demandId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const payBy = typedDay(readForm(RepaymentSlipDto, body).payBy, 'payBy', '納める期限');
      return this.issueDemand.issueSlip(viewer.actor, { demandId, payBy });
    });
    return this.after(viewer, demandId, outcome, '納付の用紙を作りました。', { payBy: typedText(body, 'payBy') });
  }

  @Post(':demandId/revision')
  async revise(
    @Viewer() viewer: Viewer,
    @Id('demandId') demandId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const revisionReason = typedText(body, 'revisionReason');
    const outcome = await attempt(() => this.reviseDemand.execute(viewer.actor, { demandId, reason: revisionReason }));
    return this.after(viewer, demandId, outcome, '返還を求める額を改めました。', { revisionReason });
  }

  @Get(':demandId/acts/:kind')
  actForm(@Viewer() viewer: Viewer, @Id('demandId') id: string, @Param('kind') kind: string): Promise<PageResult> {
    return this.actPage(viewer, id, kindOf(kind), null);
  }

  @Post(':demandId/acts/:kind')
  async act(
    @Viewer() viewer: Viewer,
    @Id('demandId') demandId: string,
    @Param('kind') typedKind: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const kind = kindOf(typedKind);
    const outcome = await attempt(() => {
      const { requestId, title, reason } = readForm(RepaymentActDto, body);
      return this.proposeAct.execute(viewer.actor, {
        demandId,
        kind,
        details: typedAct(body),
        requestId,
        title,
        reason,
      });
    });
    if (!outcome.ok) return this.actPage(viewer, demandId, kind, body, outcome.error);
    const { draftId } = outcome.value;
    const label = ACT_LABELS[kind];
    return draftId
      ? redirect(viewer.url(`staff/approvals/${draftId}`), { notice: `${label}を起案しました。` })
      : redirect(viewer.url(`staff/repayments/${demandId}`), { notice: `${label}は決裁が済んでいます。` });
  }

  private async after(
    viewer: Viewer,
    id: string,
    outcome: Outcome<unknown>,
    notice: string,
    typed: TypedRepayment,
  ): Promise<PageResult | RedirectResult> {
    if (!outcome.ok) return this.demandPage(viewer, id, typed, outcome.error);
    return redirect(viewer.url(`staff/repayments/${id}`), { notice });
  }

  private async demandPage(
    viewer: Viewer,
    id: string,
    typed: TypedRepayment,
    error?: DomainError,
  ): Promise<PageResult> {
    const view = await this.repayments.one(viewer.actor, id);
    const number = demandNumber(view.demand);
    return page(viewer, {
      title: `${number}　${view.demand.organizationName}`,
      wide: true,
      breadcrumb: [{ label: TITLE, href: viewer.url('staff/repayments') }, { label: number }],
      ...(error && { errors: error }),
      body: RepaymentPage({ viewer, view, typed }),
    });
  }

  private async actPage(
    viewer: Viewer,
    id: string,
    kind: ActKind,
    body: unknown,
    error?: DomainError,
  ): Promise<PageResult> {
    const view = await this.repayments.one(viewer.actor, id);
    const number = demandNumber(view.demand);
    return page(viewer, {
      title: `${ACT_LABELS[kind]}　${view.demand.organizationName}`,
      wide: true,
      breadcrumb: [
        { label: TITLE, href: viewer.url('staff/repayments') },
        { label: number, href: viewer.url(`staff/repayments/${id}`) },
        { label: ACT_LABELS[kind] },
      ],
      ...(error && { errors: error }),
      body: RepaymentActPage({ viewer, view, kind, body }),
    });
  }
}

function kindOf(typed: string): ActKind {
  const kind = ACT_KINDS.find((each) => each === typed);
  if (!kind) throw DomainError.notFound();
  return kind;
}
