import { Body, Controller, Get, Post } from '@nestjs/common';
import { DraftDecision, IssueDecisionLetters, ViewDecisions } from '../../grants/index.js';
import { hasDuty } from '../../kernel/actor.js';
import type { DomainError } from '../../kernel/domain-error.js';
import { dayInJapan, formatEra } from '../../kernel/local-date.js';
import { Clock } from '../../platform/clock/index.js';
import {
  attempt,
  Desk,
  page,
  readForm,
  redirect,
  Viewer,
  type PageResult,
  type RedirectResult,
} from '../shared/index.js';
import { typedTexts } from '../shared/typed-records.js';
import { typedDay } from '../shared/typed-day.js';
import { optionsIn } from './draft-options.js';
import { DecisionDraftDto, IssueDto } from './decisions.dto.js';
import { DecisionsPage, type TypedDecisions, type TypedIssue } from './decisions.page.js';
import type { TypedDraft } from './decisions-to-draft.js';
import { outcomesIn } from './typed-outcome.js';

/** 交付決定: drafts for what passed the review, and 施行 of what was decided; one case or forty at once. */
@Controller(':town/staff/grants')
@Desk('staff')
export class DecisionsController {
  constructor(
    private readonly decisions: ViewDecisions,
    private readonly draftDecision: DraftDecision,
    private readonly issueLetters: IssueDecisionLetters,
    private readonly clock: Clock,
  ) {}

  @Get()
  list(@Viewer() viewer: Viewer): Promise<PageResult> {
    return this.listPage(viewer, {});
  }

  @Post('drafts')
  async draft(@Viewer() viewer: Viewer, @Body() body: unknown): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const form = readForm(DecisionDraftDto, body);
      const outcomes = outcomesIn(body, form.applicationIds);
      const overrides = typedTexts(body, 'overrides');
      return this.draftDecision.execute(viewer.actor, { ...form, ...optionsIn(form), outcomes, overrides });
    });
    if (!outcome.ok) return this.listPage(viewer, { draft: (body ?? {}) as TypedDraft }, outcome.error);
    return redirect(viewer.url(`staff/approvals/${outcome.value.draftId}`), { notice: '交付決定を起案しました。' });
  }

  @Post('letters')
  async issue(@Viewer() viewer: Viewer, @Body() body: unknown): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const { grantIds, issuedOn, externalNumbers } = readForm(IssueDto, body);
      const command = {
        grantIds,
        issuedOn: typedDay(issuedOn, 'issuedOn', '施行日'),
        externalNumbers: typedNumbers(externalNumbers),
      };
      return this.issueLetters.execute(viewer.actor, command);
    });
    if (!outcome.ok) return this.listPage(viewer, { issue: (body ?? {}) as TypedIssue }, outcome.error);
    return redirect(viewer.url(`staff/letters/batches/${outcome.value.batchId}`));
  }

  private async listPage(viewer: Viewer, typed: TypedDecisions, error?: DomainError): Promise<PageResult> {
    const desk = await this.decisions.execute(viewer.actor);
    return page(viewer, {
      title: '交付決定',
      wide: true,
      ...(error && { errors: error }),
      body: DecisionsPage({
        viewer,
        desk,
        typed,
        today: formatEra(dayInJapan(this.clock.now())),
        mayAct: hasDuty(viewer.actor, 'promotion'),
      }),
    });
  }
}

/** Only what was typed: a blank field takes its number from the series. */
const typedNumbers = (fields: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1].trim() !== '',
    ),
  );
