import { Body, Controller, Get, Post } from '@nestjs/common';
import { hasDuty } from '../../../kernel/actor.js';
import type { DomainError } from '../../../kernel/domain-error.js';
import { Clock } from '../../../platform/clock/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { Calls, HearingsAndPresentations, WriteCall, type CallView } from '../../../proposals/index.js';
import {
  attempt,
  Desk,
  Id,
  page,
  redirect,
  Viewer,
  type Outcome,
  type PageResult,
  type RedirectResult,
} from '../../shared/index.js';
import { typedDay } from '../../shared/typed-day.js';
import { typedText } from '../../shared/typed-text.js';
import { FormValues } from '../program-form-values.js';
import { afterRowAct, readRowAct } from '../program-row-act.js';
import { callValues, CallFormPage } from './call-form.page.js';
import { CallDeskPage, CallsPage } from './calls.page.js';
import { callCrumbs, PROPOSALS } from './crumbs.js';
import { typedCall } from './typed-call.js';

type Answered = Promise<PageResult | RedirectResult>;

/** 募集 at the desk of the promotion section: made, edited, seen beforehand, published, extended, taken back. */
@Controller(':town/staff/proposals')
@Desk('staff')
export class CallsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly calls: Calls,
    private readonly write: WriteCall,
    private readonly progress: HearingsAndPresentations,
    private readonly clock: Clock,
  ) {}

  @Get()
  async list(@Viewer() viewer: Viewer): Promise<PageResult> {
    const rows = await this.unitOfWork.read(viewer.actor, (tx) => this.calls.all(tx));
    return page(viewer, {
      title: PROPOSALS,
      lead: '募集を作って公開し、届いた提案を見ます。',
      wide: true,
      body: CallsPage({ viewer, rows, now: this.clock.now(), mayWrite: hasDuty(viewer.actor, 'promotion') }),
    });
  }

  @Post()
  async begin(@Viewer() viewer: Viewer): Answered {
    const { callId } = await this.write.begin(viewer.actor);
    return redirect(viewer.url(`staff/proposals/${callId}/edit`), {
      notice: '募集の下書きを作りました。文と期間を確かめて保存してください。',
    });
  }

  @Get(':callId')
  async show(@Viewer() viewer: Viewer, @Id('callId') id: string): Promise<PageResult> {
    return this.callPage(viewer, id);
  }

  @Get(':callId/edit')
  async edit(@Viewer() viewer: Viewer, @Id('callId') id: string): Answered {
    const { call } = await this.viewOf(viewer, id);
    if (call.state !== 'draft') return redirect(viewer.url(`staff/proposals/${id}`));
    return this.formPage(viewer, id, FormValues.stored(callValues(call)));
  }

  @Post(':callId/edit')
  async save(@Viewer() viewer: Viewer, @Id('callId') callId: string, @Body() body: unknown): Answered {
    const { call } = await this.viewOf(viewer, callId);
    const act = readRowAct(body);
    if (act) return this.formPage(viewer, callId, FormValues.typed(afterRowAct(body, act)));
    const typed = typedCall(body, call.form);
    const outcome = await attempt(() => this.write.edit(viewer.actor, { callId, version: versionIn(body), typed }));
    if (outcome.ok) return redirect(viewer.url(`staff/proposals/${callId}`), { notice: '募集を保存しました。' });
    return this.formPage(viewer, callId, FormValues.typed(body), outcome.error);
  }

  @Post(':callId/publication')
  async publish(@Viewer() viewer: Viewer, @Id('callId') callId: string, @Body() body: unknown): Answered {
    const confirmed = typedText(body, 'confirmed') === 'yes';
    const done = await attempt(() => this.write.publish(viewer.actor, { callId, version: versionIn(body), confirmed }));
    return this.after(viewer, callId, done, '募集を公開しました。');
  }

  @Post(':callId/extension')
  async extend(@Viewer() viewer: Viewer, @Id('callId') callId: string, @Body() body: unknown): Answered {
    const done = await attempt(() => {
      const closes = typedDay(typedText(body, 'closes'), 'closes', '新しい受付の終わり');
      return this.write.extend(viewer.actor, {
        callId,
        version: versionIn(body),
        closes,
        reason: typedText(body, 'reason'),
      });
    });
    return this.after(viewer, callId, done, '受付を延ばしました。');
  }

  @Post(':callId/withdrawal')
  async withdraw(@Viewer() viewer: Viewer, @Id('callId') callId: string, @Body() body: unknown): Answered {
    const confirmed = typedText(body, 'withdrawalConfirmed') === 'yes';
    const reason = typedText(body, 'withdrawalReason');
    const done = await attempt(() =>
      this.write.withdraw(viewer.actor, { callId, version: versionIn(body), reason, confirmed }),
    );
    return this.after(viewer, callId, done, '募集を取りやめました。');
  }

  private async after(viewer: Viewer, id: string, outcome: Outcome<void>, notice: string): Answered {
    if (outcome.ok) return redirect(viewer.url(`staff/proposals/${id}`), { notice });
    return this.callPage(viewer, id, outcome.error);
  }

  private async callPage(viewer: Viewer, id: string, errors?: DomainError): Promise<PageResult> {
    const { view, progress } = await this.unitOfWork.read(viewer.actor, async (tx) => ({
      view: await this.calls.get(tx, id),
      progress: await this.progress.ofCall(tx, id),
    }));
    const mayWrite = hasDuty(viewer.actor, 'promotion');
    const content = {
      title: view.call.title,
      breadcrumb: callCrumbs(viewer),
      body: CallDeskPage({ viewer, view, now: this.clock.now(), mayWrite, progress }),
    };
    return page(viewer, errors ? { ...content, errors } : content);
  }

  private async formPage(viewer: Viewer, id: string, values: FormValues, errors?: DomainError): Promise<PageResult> {
    const { call } = await this.viewOf(viewer, id);
    const content = {
      title: '募集の編集',
      breadcrumb: callCrumbs(viewer, { label: call.title, href: viewer.url(`staff/proposals/${id}`) }),
      body: CallFormPage({ viewer, call, values, unsaved: values.typed && !errors }),
    };
    return page(viewer, errors ? { ...content, errors } : content);
  }

  private viewOf(viewer: Viewer, id: string): Promise<CallView> {
    return this.unitOfWork.read(viewer.actor, (tx) => this.calls.get(tx, id));
  }
}

const versionIn = (body: unknown): number => Number(typedText(body, 'version'));
