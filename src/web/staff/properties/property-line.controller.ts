import { Body, Controller, Get, Post } from '@nestjs/common';
import { hasDuty } from '../../../kernel/actor.js';
import { CorrectProperty, ViewProperties } from '../../../properties/index.js';
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
import { typedDay } from '../../shared/typed-day.js';
import { LineCorrectionDto, LineDisposalDto, LineStrikeDto, ProposalAnswerDto } from '../properties.dto.js';
import { StaffPropertyLinePage, type LineAct } from './property-line.page.js';

type Answered = Promise<PageResult | RedirectResult>;
const DESK = '備品と書類の保存';
const WAITS = '訂正を申し出ました。ほかの職員が確認すると、備品台帳に反映されます。';

/** One line of 備品台帳, put right by staff. */
@Controller(':town/staff/properties/items/:itemId')
@Desk('staff')
export class StaffPropertyLineController {
  constructor(
    private readonly views: ViewProperties,
    private readonly corrections: CorrectProperty,
  ) {}

  @Get()
  show(@Viewer() viewer: Viewer, @Id('itemId') itemId: string): Answered {
    return this.linePage(viewer, itemId);
  }

  @Post('corrections')
  async correct(@Viewer() viewer: Viewer, @Id('itemId') itemId: string, @Body() body: unknown): Answered {
    const outcome = await attempt(() => {
      const { version, reason, ...typed } = readForm(LineCorrectionDto, body);
      return this.corrections.correct(viewer.actor, { itemId, version: Number(version), typed, reason });
    });
    const waits = outcome.ok && outcome.value.waits;
    const notice = waits ? WAITS : '備品台帳を直しました。';
    return this.after(viewer, itemId, { act: 'correction', body }, outcome, notice);
  }

  @Post('strike')
  async strike(@Viewer() viewer: Viewer, @Id('itemId') itemId: string, @Body() body: unknown): Answered {
    const outcome = await attempt(() => {
      const { version, strikeReason } = readForm(LineStrikeDto, body);
      return this.corrections.strike(viewer.actor, itemId, Number(version), strikeReason);
    });
    return this.after(viewer, itemId, { act: 'strike', body }, outcome, WAITS);
  }

  @Post('proposal')
  async confirm(@Viewer() viewer: Viewer, @Id('itemId') itemId: string, @Body() body: unknown): Answered {
    const outcome = await attempt(() => {
      const { proposalId } = readForm(ProposalAnswerDto, body);
      return this.corrections.confirm(viewer.actor, itemId, proposalId);
    });
    return this.after(viewer, itemId, { act: 'proposal', body }, outcome, '訂正を確認し、備品台帳に反映しました。');
  }

  @Post('proposal/refusal')
  async refuse(@Viewer() viewer: Viewer, @Id('itemId') itemId: string, @Body() body: unknown): Answered {
    const outcome = await attempt(() => {
      const { proposalId, refusal } = readForm(ProposalAnswerDto, body);
      return this.corrections.refuse(viewer.actor, itemId, proposalId, refusal);
    });
    return this.after(viewer, itemId, { act: 'proposal', body }, outcome, '訂正の申出を取りやめました。');
  }

  @Post('free-disposal')
  async dispose(@Viewer() viewer: Viewer, @Id('itemId') itemId: string, @Body() body: unknown): Answered {
    const outcome = await attempt(() => {
      const { version, kind, disposedOn } = readForm(LineDisposalDto, body);
      const day = typedDay(disposedOn, 'disposedOn', '処分した日');
      return this.corrections.disposeFreely(viewer.actor, { itemId, version: Number(version), kind, disposedOn: day });
    });
    return this.after(viewer, itemId, { act: 'free-disposal', body }, outcome, '処分したことを記録しました。');
  }

  private async after(
    viewer: Viewer,
    itemId: string,
    typed: { readonly act: LineAct; readonly body: unknown },
    outcome: Outcome<unknown>,
    notice: string,
  ): Answered {
    if (outcome.ok) return redirect(viewer.url(`staff/properties/items/${itemId}`), { notice });
    return this.linePage(viewer, itemId, typed, outcome);
  }

  private async linePage(
    viewer: Viewer,
    itemId: string,
    typed: { readonly act: LineAct; readonly body: unknown } | null = null,
    refused: Extract<Outcome<unknown>, { ok: false }> | null = null,
  ): Promise<PageResult> {
    const view = await this.views.line(viewer.actor, itemId);
    const { name } = view.item;
    return page(viewer, {
      title: `備品台帳　${name}`,
      wide: true,
      breadcrumb: [{ label: DESK, href: viewer.url('staff/properties') }, { label: name }],
      ...(refused && { errors: refused.error }),
      body: StaffPropertyLinePage({
        ...{ viewer, view, typed },
        mayAct: hasDuty(viewer.actor, 'promotion'),
        mayConfirm: hasDuty(viewer.actor, 'promotion') || hasDuty(viewer.actor, 'approve'),
      }),
    });
  }
}
