import { Body, Controller, Get, Post } from '@nestjs/common';
import { ClosedGrants } from '../../closing/index.js';
import {
  AskForReport,
  DraftRevocation,
  REPORT_TITLES,
  ViewGrantCase,
  WithdrawChange,
} from '../../grant-changes/index.js';
import { hasDuty } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { VerificationDirectory } from '../../verifications/index.js';
import { parseDay, type LocalDate } from '../../kernel/local-date.js';
import { parseYen, type Yen } from '../../kernel/yen.js';
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
import { typedDay } from '../shared/typed-day.js';
import { ReportAskingDto, RevocationDto } from './changes.dto.js';
import { optionsIn } from './draft-options.js';
import { StaffGrantCasePage } from './grant-case.page.js';
import { RevocationPage } from './revocation.page.js';

type Answered = Promise<PageResult | RedirectResult>;

/** A grant after its decision as staff see it: its history, asking for a report, and the revocation. */
@Controller(':town/staff/grants/:grantId')
@Desk('staff')
export class StaffGrantCaseController {
  constructor(
    private readonly viewGrant: ViewGrantCase,
    private readonly askForReport: AskForReport,
    private readonly draftRevocation: DraftRevocation,
    private readonly withdrawChange: WithdrawChange,
    private readonly unitOfWork: UnitOfWork,
    private readonly verifications: VerificationDirectory,
    private readonly closedGrants: ClosedGrants,
  ) {}

  @Get()
  show(@Viewer() viewer: Viewer, @Id('grantId') grantId: string): Answered {
    return this.casePage(viewer, grantId);
  }

  @Post('reports')
  async ask(@Viewer() viewer: Viewer, @Id('grantId') grantId: string, @Body() body: unknown): Answered {
    const outcome = await attempt(() => {
      const { kind, requestId, dueOn, request } = readForm(ReportAskingDto, body);
      const day = typedDay(dueOn, 'dueOn', '提出の期限');
      return this.askForReport
        .execute(viewer.actor, { grantId, kind, requestId, dueOn: day, request })
        .then(() => REPORT_TITLES[kind]);
    });
    if (!outcome.ok) return this.casePage(viewer, grantId, body, outcome.error);
    const notice = `${outcome.value}の提出を求めました。団体にメールで知らせます。`;
    return redirect(viewer.url(`staff/grants/${grantId}`), { notice });
  }

  @Get('revocation')
  revocation(@Viewer() viewer: Viewer, @Id('grantId') grantId: string): Answered {
    return this.revocationPage(viewer, grantId);
  }

  @Post('revocation')
  async revoke(@Viewer() viewer: Viewer, @Id('grantId') grantId: string, @Body() body: unknown): Answered {
    const outcome = await attempt(() => {
      const form = readForm(RevocationDto, body);
      const { extent, kept, article, ground, recipientAtFault, heardOn, hearing, title, reason } = form;
      return this.draftRevocation.execute(viewer.actor, {
        ...{ grantId, article, hearing, title, draftReason: reason, reason: ground, ...optionsIn(form) },
        whole: extent === 'whole',
        kept: amountIn(kept),
        recipientAtFault: recipientAtFault === undefined ? null : recipientAtFault === 'yes',
        heardOn: dayIn(heardOn),
      });
    });
    if (!outcome.ok) return this.revocationPage(viewer, grantId, body, outcome.error);
    return redirect(viewer.url(`staff/approvals/${outcome.value.draftId}`), { notice: '取消しを起案しました。' });
  }

  @Post('revocation/:changeId/withdrawal')
  async giveUp(
    @Viewer() viewer: Viewer,
    @Id('grantId') grantId: string,
    @Id('changeId') changeId: string,
  ): Promise<RedirectResult> {
    await this.withdrawChange.execute(viewer.actor, changeId);
    return redirect(viewer.url(`staff/grants/${grantId}`), { notice: '取消しをやめました。交付決定はそのままです。' });
  }

  private async casePage(viewer: Viewer, grantId: string, body?: unknown, error?: DomainError): Promise<PageResult> {
    const view = await this.viewGrant.execute(viewer.actor, grantId);
    const { verification, after } = await this.unitOfWork.read(viewer.actor, async (tx) => ({
      verification: await this.verifications.ofGrant(tx, grantId),
      after: await this.closedGrants.of(tx, grantId),
    }));
    return page(viewer, {
      title: `${view.grant.organizationName}の交付決定`,
      breadcrumb: [{ label: '変更・報告', href: viewer.url('staff/changes') }, { label: view.grant.organizationName }],
      ...(error && { errors: error }),
      body: StaffGrantCasePage({
        viewer,
        view,
        verification,
        after,
        body,
        mayAct: hasDuty(viewer.actor, 'promotion'),
      }),
    });
  }

  private async revocationPage(viewer: Viewer, grantId: string, body?: unknown, error?: DomainError): Answered {
    if (!hasDuty(viewer.actor, 'promotion')) throw DomainError.forbidden();
    const view = await this.viewGrant.execute(viewer.actor, grantId);
    const { organizationName } = view.grant;
    return page(viewer, {
      title: '交付決定の取消し',
      breadcrumb: [
        { label: '変更・報告', href: viewer.url('staff/changes') },
        { label: organizationName, href: viewer.url(`staff/grants/${grantId}`) },
        { label: '取消し' },
      ],
      ...(error && { errors: error }),
      body: RevocationPage({ viewer, view, body }),
    });
  }
}

function readAt<Value>(pointer: string, parse: () => Value): Value {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw DomainError.invalid([{ pointer, code: error.code, params: error.params }]);
  }
}

const amountIn = (typed: string): Yen | null => readAt('kept', () => parseYen(typed));
const dayIn = (typed: string): LocalDate | null => readAt('heardOn', () => parseDay(typed));
