import { Body, Controller, Get, Post } from '@nestjs/common';
import { requireDuty } from '../../../kernel/actor.js';
import type { DomainError } from '../../../kernel/domain-error.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { PlanHearing, ProposalTies, ProposerNotes, ReceivedProposals } from '../../../proposals/index.js';
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
} from '../../shared/index.js';
import { typedDay } from '../../shared/typed-day.js';
import { typedText } from '../../shared/typed-text.js';
import { typedTime } from '../../shared/typed-time.js';
import { callCrumbs } from './crumbs.js';
import { HearingDto } from './hearing.dto.js';
import { HearingPage, TiePage } from './hearing.page.js';

const NOT_YET_HEARD = '聞き取りの日は、必要性の確認で「検討する」としてから決めます。';
const NOT_HEARD_ANY_MORE = 'この提案の検討は終わっています。聞き取りの日は、もう決められません。';

type Answered = Promise<PageResult | RedirectResult>;

/** The day on which a proposer is heard, and who keeps away from a proposal. */
@Controller(':town/staff/proposals/received/:proposalId')
@Desk('staff')
export class ProposalHearingController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly received: ReceivedProposals,
    private readonly notes: ProposerNotes,
    private readonly planning: PlanHearing,
    private readonly ties: ProposalTies,
  ) {}

  @Get('hearing')
  show(@Viewer() viewer: Viewer, @Id('proposalId') id: string): Answered {
    return this.hearingPage(viewer, id);
  }

  @Post('hearing')
  async plan(@Viewer() viewer: Viewer, @Id('proposalId') proposalId: string, @Body() body: unknown): Answered {
    const outcome = await attempt(() => {
      const { requestId, version, heldOn, startsAt, callOffReason: _other, ...words } = readForm(HearingDto, body);
      const day = typedDay(heldOn, 'heldOn', '聞き取りの日');
      const typed = { ...words, requestId, heldOn: day, startsAt: typedTime(startsAt, 'startsAt') };
      return this.planning.plan(viewer.actor, { proposalId, turn: Number(version), typed });
    });
    if (!outcome.ok) return this.hearingPage(viewer, proposalId, body, outcome.error);
    return this.told(viewer, proposalId, '聞き取りの日を決めました。');
  }

  @Post('hearing/calling-off')
  async callOff(@Viewer() viewer: Viewer, @Id('proposalId') proposalId: string, @Body() body: unknown): Answered {
    const outcome = await attempt(() => {
      const { requestId, version, callOffReason: reason } = readForm(HearingDto, body);
      return this.planning.callOff(viewer.actor, { proposalId, turn: Number(version), reason, requestId });
    });
    if (!outcome.ok) return this.hearingPage(viewer, proposalId, body, outcome.error);
    return this.told(viewer, proposalId, '聞き取りを取りやめました。');
  }

  @Get('tie')
  tie(@Viewer() viewer: Viewer, @Id('proposalId') id: string): Promise<PageResult> {
    return this.tiePage(viewer, id, '');
  }

  @Post('tie')
  async declare(@Viewer() viewer: Viewer, @Id('proposalId') proposalId: string, @Body() body: unknown): Answered {
    const reason = typedText(body, 'reason');
    const outcome = await attempt(() => this.ties.declare(viewer.actor, { proposalId, reason }));
    if (!outcome.ok) return this.tiePage(viewer, proposalId, reason, outcome.error);
    return redirect(viewer.url(`staff/proposals/received/${proposalId}`), {
      notice: '利害関係の届出を受け付けました。この提案の聞き取り・採点・決裁には加わりません。',
    });
  }

  private async told(viewer: Viewer, id: string, done: string): Promise<RedirectResult> {
    const mail = await this.unitOfWork.read(viewer.actor, async (tx) =>
      this.notes.addressOf(tx, (await this.received.get(tx, id)).proposal),
    );
    const how = mail === null ? '電話か手紙で提案者に知らせてください。' : '提案者にメールで知らせます。';
    return redirect(viewer.url(`staff/proposals/received/${id}`), { notice: `${done}${how}` });
  }

  private async hearingPage(viewer: Viewer, id: string, body?: unknown, errors?: DomainError): Answered {
    requireDuty(viewer.actor, 'promotion');
    const { draft, mail } = await this.unitOfWork.read(viewer.actor, async (tx) => {
      const read = await this.received.get(tx, id);
      await this.ties.refuseTied(tx, read.proposal);
      return { draft: read, mail: await this.notes.addressOf(tx, read.proposal) };
    });
    // An older page or a bookmark leads here when there is nothing to plan any more, or not yet.
    if (draft.proposal.state !== 'relevant') {
      const notice = draft.proposal.state === 'submitted' ? NOT_YET_HEARD : NOT_HEARD_ANY_MORE;
      return redirect(viewer.url(`staff/proposals/received/${id}`), { notice });
    }
    const title = draft.hearing.coming ? '聞き取りの日を変える' : '聞き取りの日を決める';
    return answer(
      viewer,
      {
        title,
        lead: draft.proposal.title,
        breadcrumb: crumbs(viewer, draft.call, draft.proposal, title),
        body: HearingPage({ viewer, draft, mail, body }),
      },
      errors,
    );
  }

  private async tiePage(viewer: Viewer, id: string, reason: string, errors?: DomainError): Promise<PageResult> {
    const draft = await this.unitOfWork.read(viewer.actor, (tx) => this.received.get(tx, id));
    const title = '利害関係を届け出る';
    const breadcrumb = crumbs(viewer, draft.call, draft.proposal, title);
    const body = TiePage({ viewer, draft, reason });
    return answer(viewer, { title, lead: draft.proposal.title, breadcrumb, body }, errors);
  }
}

interface Titled {
  readonly id: string;
  readonly title: string;
}

const crumbs = (viewer: Viewer, call: Titled, proposal: Titled, here: string): Crumb[] =>
  callCrumbs(
    viewer,
    { label: call.title, href: viewer.url(`staff/proposals/${call.id}`) },
    { label: proposal.title, href: viewer.url(`staff/proposals/received/${proposal.id}`) },
    { label: here },
  );

function answer(viewer: Viewer, content: Parameters<typeof page>[1], errors: DomainError | undefined): PageResult {
  if (!errors) return page(viewer, content);
  return page(viewer, { ...content, errors }, errors.kind === 'invalid' ? 422 : 409);
}
