import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Acknowledge, IssueAcknowledgement, TOLD_KINDS, type ToldKind } from '../../../acknowledgements/index.js';
import { DomainError } from '../../../kernel/domain-error.js';
import {
  attempt,
  Desk,
  Id,
  readForm,
  redirect,
  Viewer,
  type PageResult,
  type RedirectResult,
} from '../../shared/index.js';
import { typedDay } from '../../shared/typed-day.js';
import { ChangeIssueDto } from '../changes.dto.js';
import { optionsIn } from '../draft-options.js';
import { AcknowledgementPages } from './acknowledgement-pages.js';
import { AcknowledgementDto } from './acknowledgements.dto.js';

type Answered = Promise<PageResult | RedirectResult>;

/** The answer to whatever an organisation told: its draft and its letter. */
@Controller(':town/staff/acknowledgements/:kind/:recordId')
@Desk('staff')
export class AcknowledgementsController {
  constructor(
    private readonly pages: AcknowledgementPages,
    private readonly acknowledge: Acknowledge,
    private readonly issueLetter: IssueAcknowledgement,
  ) {}

  @Get()
  show(@Viewer() viewer: Viewer, @Param('kind') kind: string, @Id('recordId') recordId: string): Answered {
    return this.pages.of(viewer, kindNamed(kind), recordId);
  }

  @Post()
  async answer(
    @Viewer() viewer: Viewer,
    @Param('kind') named: string,
    @Id('recordId') recordId: string,
    @Body() body: unknown,
  ): Answered {
    const kind = kindNamed(named);
    const outcome = await attempt(() => {
      const { version, reply, title, reason, ...options } = readForm(AcknowledgementDto, body);
      const words = { title, reason, ...optionsIn(options) };
      return this.acknowledge.execute(viewer.actor, { kind, recordId, version: Number(version), reply, ...words });
    });
    if (!outcome.ok) return this.pages.of(viewer, kind, recordId, { body, error: outcome.error });
    const { draftId } = outcome.value;
    if (draftId !== null) return redirect(viewer.url(`staff/approvals/${draftId}`), { notice: '起案しました。' });
    const notice = '確認しました。つづけて、通知書を施行してください。';
    return redirect(viewer.url(`staff/acknowledgements/${kind}/${recordId}`), { notice });
  }

  @Post('letter')
  async issue(
    @Viewer() viewer: Viewer,
    @Param('kind') named: string,
    @Id('recordId') recordId: string,
    @Body() body: unknown,
  ): Answered {
    const kind = kindNamed(named);
    const outcome = await attempt(() => {
      const { issuedOn: typed, externalNumber } = readForm(ChangeIssueDto, body);
      const issuedOn = typedDay(typed, 'issuedOn', '施行日');
      return this.issueLetter.execute(viewer.actor, { kind, recordId, issuedOn, externalNumber });
    });
    if (!outcome.ok) return this.pages.of(viewer, kind, recordId, { body, error: outcome.error });
    return redirect(viewer.url(`staff/letters/batches/${outcome.value.batchId}`));
  }
}

function kindNamed(name: string): ToldKind {
  const kind = TOLD_KINDS.find((known) => known === name);
  if (!kind) throw DomainError.notFound();
  return kind;
}
