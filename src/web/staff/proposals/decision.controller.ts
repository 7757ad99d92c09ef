import { Body, Controller, Get, Post } from '@nestjs/common';
import { requireDuty } from '../../../kernel/actor.js';
import type { DomainError } from '../../../kernel/domain-error.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { DecideProposal, ReceivedProposals } from '../../../proposals/index.js';
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
} from '../../shared/index.js';
import { typedText } from '../../shared/typed-text.js';
import { typedYen } from '../../shared/typed-yen.js';
import { DraftWordsDto } from '../approvals.dto.js';
import { optionsIn } from '../draft-options.js';
import { callCrumbs } from './crumbs.js';
import { DecisionPage } from './decision.page.js';

type Answered = Promise<PageResult | RedirectResult>;

/** The result of a proposal: adopted, merged into another, or refused. */
@Controller(':town/staff/proposals/received/:proposalId')
@Desk('staff')
export class ProposalDecisionController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly received: ReceivedProposals,
    private readonly decide: DecideProposal,
  ) {}

  @Get('decision')
  show(@Viewer() viewer: Viewer, @Id('proposalId') id: string): Promise<PageResult> {
    return this.decisionPage(viewer, id);
  }

  @Post('adoption')
  async adopt(@Viewer() viewer: Viewer, @Id('proposalId') proposalId: string, @Body() body: unknown): Answered {
    const { byDraft } = await this.unitOfWork.read(viewer.actor, (tx) => this.decide.choices(tx, proposalId));
    const outcome = await attempt(async () => {
      const command = {
        ...{ proposalId, version: versionIn(body), comment: typedText(body, 'comment') },
        amount: typedYen(typedText(body, 'amount'), 'amount', 'proposals.amount-missing'),
        budgetLineId: typedText(body, 'budgetLineId'),
      };
      if (!byDraft) return this.decide.adopt(viewer.actor, command);
      const form = readForm(DraftWordsDto, body);
      const draft = { title: form.title, reason: form.reason, ...optionsIn(form) };
      return this.decide.draftAdoption(viewer.actor, { ...command, draft });
    });
    if (!outcome.ok) return this.decisionPage(viewer, proposalId, body, outcome.error);
    if (!outcome.value) return this.after(viewer, proposalId, body, { ok: true, value: undefined }, '採択しました。');
    return redirect(viewer.url(`staff/approvals/${outcome.value.draftId}`), { notice: '採択を起案しました。' });
  }

  @Post('merger')
  async merge(@Viewer() viewer: Viewer, @Id('proposalId') proposalId: string, @Body() body: unknown): Answered {
    const [into, comment] = [typedText(body, 'into'), typedText(body, 'mergerComment')];
    const command = {
      proposalId,
      version: versionIn(body),
      into,
      comment,
      confirmed: isTicked(body, 'mergerConfirmed'),
    };
    const done = await attempt(() => this.decide.merge(viewer.actor, command));
    return this.after(viewer, proposalId, body, done, 'ほかの提案と統合しました。');
  }

  @Post('refusal')
  async refuse(@Viewer() viewer: Viewer, @Id('proposalId') proposalId: string, @Body() body: unknown): Answered {
    const [comment, confirmed] = [typedText(body, 'refusalComment'), isTicked(body, 'refusalConfirmed')];
    const command = { proposalId, version: versionIn(body), comment, confirmed };
    const done = await attempt(() => this.decide.refuse(viewer.actor, command));
    return this.after(viewer, proposalId, body, done, '不採択にしました。提案者の画面にコメントが出ています。');
  }

  private async after(viewer: Viewer, id: string, body: unknown, done: Outcome<void>, notice: string): Answered {
    if (!done.ok) return this.decisionPage(viewer, id, body, done.error);
    return redirect(viewer.url(`staff/proposals/received/${id}`), { notice });
  }

  private async decisionPage(viewer: Viewer, id: string, body?: unknown, errors?: DomainError): Promise<PageResult> {
    requireDuty(viewer.actor, 'promotion');
    const { draft, choices } = await this.unitOfWork.read(viewer.actor, async (tx) => ({
      draft: await this.received.get(tx, id),
      choices: await this.decide.choices(tx, id),
    }));
    const { call, proposal } = draft;
    const content = {
      title: '提案の結果を決める',
      lead: proposal.title,
      breadcrumb: callCrumbs(
        viewer,
        { label: call.title, href: viewer.url(`staff/proposals/${call.id}`) },
        { label: proposal.title, href: viewer.url(`staff/proposals/received/${id}`) },
      ),
      body: DecisionPage({ viewer, draft, choices, body }),
    };
    return page(viewer, errors ? { ...content, errors } : content, errors && (errors.kind === 'invalid' ? 422 : 409));
  }
}

const isTicked = (body: unknown, name: string): boolean => typedText(body, name) === 'yes';
const versionIn = (body: unknown): number => Number(typedText(body, 'version'));
