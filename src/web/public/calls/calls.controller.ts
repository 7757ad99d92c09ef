import { Body, Controller, Get, Post } from '@nestjs/common';
import { publicActor } from '../../../kernel/actor.js';
import { AppConfig } from '../../../config/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import {
  BeginProposal,
  Calls,
  HearingsAndPresentations,
  ReissueCode,
  openKinds,
  standingOf,
  type TypedBasics,
} from '../../../proposals/index.js';
import type { DomainError } from '../../../kernel/domain-error.js';
import {
  attempt,
  Desk,
  Id,
  page,
  redirect,
  refuseRobots,
  Sender,
  SHARED_FOR_SECONDS,
  Viewer,
  type PageResult,
  type RedirectResult,
} from '../../shared/index.js';
import { townWord } from '../../shared/head-words.js';
import { CodeMail, type CodeMailing } from '../../shared/proposals/code-mail.js';
import { BLANK_BASICS, typedBasics } from '../../shared/proposals/basics-fields.js';
import { townCrumbs } from '../town-crumbs.js';
import { CallListPage, CallPage, ProposingPage } from './calls.page.js';
import { proposalTicket } from './proposal-ticket.js';

const CALLS = '企画提案の募集';

const MAILED: Readonly<Record<CodeMailing, string>> = {
  sent: 'メールでもお送りしました。',
  failed: 'メールは送れませんでした。ここに出ているコードを、必ず書き写してください。',
  'no-address': '',
};

/** 募集 for everyone, and the beginning of a proposal without an account. */
@Controller(':town/calls')
@Desk('public')
export class PublicCallsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly calls: Calls,
    private readonly begin: BeginProposal,
    private readonly presentations: HearingsAndPresentations,
    private readonly mail: CodeMail,
    private readonly codes: ReissueCode,
    private readonly clock: Clock,
    private readonly config: AppConfig,
  ) {}

  @Get()
  async list(@Viewer() viewer: Viewer): Promise<PageResult> {
    const calls = await this.unitOfWork.read(viewer.actor, (tx) => this.calls.published(tx));
    return page(viewer, {
      title: CALLS,
      sharedForSeconds: SHARED_FOR_SECONDS,
      lead: `地域をよくする考えを、${townWord(viewer.town)}に提案できます。登録やログインは要りません。`,
      breadcrumb: townCrumbs(viewer, { label: CALLS }),
      body: CallListPage({ viewer, calls, now: this.clock.now() }),
    });
  }

  @Get(':callId')
  async show(@Viewer() viewer: Viewer, @Id('callId') id: string): Promise<PageResult> {
    // What staff are still writing is seen at their desk, not here.
    const { view, order } = await this.unitOfWork.read(publicActor(viewer.town.id), async (tx) => ({
      view: await this.calls.get(tx, id),
      order: await this.presentations.orderOf(tx, id),
    }));
    return page(viewer, {
      sharedForSeconds: SHARED_FOR_SECONDS,
      title: view.call.title,
      breadcrumb: townCrumbs(viewer, { label: CALLS, href: viewer.url('calls') }, { label: view.call.title }),
      body: CallPage({ viewer, view, order, now: this.clock.now() }),
    });
  }

  @Get(':callId/proposing')
  async proposing(@Viewer() viewer: Viewer, @Id('callId') id: string): Promise<PageResult | RedirectResult> {
    const { call } = await this.unitOfWork.read(publicActor(viewer.town.id), (tx) => this.calls.get(tx, id));
    const kinds = openKinds(call);
    if (standingOf(call, this.clock.now()) !== 'open' || kinds.length === 0) return redirect(viewer.url(`calls/${id}`));
    const only = kinds.length === 1 ? kinds[0] : undefined;
    return this.form(viewer, id, only ? { ...BLANK_BASICS, kind: only } : BLANK_BASICS);
  }

  @Post(':callId/proposing')
  async propose(
    @Viewer() viewer: Viewer,
    @Id('callId') callId: string,
    @Body() body: unknown,
    @Sender() sender: string,
  ): Promise<PageResult | RedirectResult> {
    const typed = typedBasics(body);
    const outcome = await attempt(() => {
      refuseRobots(body);
      return this.begin.openly(publicActor(viewer.town.id), { callId, typed, sender });
    });
    if (!outcome.ok) return this.form(viewer, callId, typed, outcome.error);
    const { id, code, basics, call } = outcome.value;
    const link = new URL(viewer.url('my-proposals'), this.config.publicUrl).href;
    const mailed = await this.mail.send(viewer, { id, to: basics.proposer.mail, title: call.title, code, link });
    if (mailed === 'failed') await this.codes.mailFailed(publicActor(viewer.town.id), id);
    const first = call.form[0]?.id ?? '';
    return redirect(viewer.url(`my-proposals/${id}${first === '' ? '' : `/form/${first}`}`), {
      ticket: proposalTicket(code),
      notice: `控えのコードは ${code} です。続きを開くときに使うので、控えてください。${MAILED[mailed]}`,
    });
  }

  private async form(viewer: Viewer, id: string, typed: TypedBasics, errors?: DomainError): Promise<PageResult> {
    const { call } = await this.unitOfWork.read(publicActor(viewer.town.id), (tx) => this.calls.get(tx, id));
    const content = {
      title: '提案を始める',
      lead: call.title,
      breadcrumb: townCrumbs(
        viewer,
        { label: CALLS, href: viewer.url('calls') },
        { label: call.title, href: viewer.url(`calls/${id}`) },
        { label: '提案を始める' },
      ),
      body: ProposingPage({ viewer, call, typed }),
    };
    return page(viewer, errors ? { ...content, errors } : content);
  }
}
