import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { hasDuty } from '../../kernel/actor.js';
import type { DomainError } from '../../kernel/domain-error.js';
import { EditDraftVersion, STARTING_RULES } from '../../programs/index.js';
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
import { typedText } from '../shared/typed-text.js';
import { DraftDesk, draftCrumbs } from './program-draft-desk.js';
import { draftPath } from './program-draft.page.js';
import { refusalOn } from './program-faults.js';
import { StructurePage } from './program-structure.page.js';
import { DraftVersionDto } from './programs.dto.js';

const RULE_PART = { fields: ['rule'] } as const;

/** The structure of a draft's rule: facts, terms and conditions as text. */
@Controller(':town/staff/programs/:versionId/edit/rule')
@Desk('staff')
export class ProgramStructureController {
  constructor(
    private readonly desk: DraftDesk,
    private readonly editDraft: EditDraftVersion,
  ) {}

  @Get()
  show(
    @Viewer() viewer: Viewer,
    @Id('versionId') versionId: string,
    @Query('start') start: unknown,
  ): Promise<PageResult | RedirectResult> {
    const chosen = STARTING_RULES.find(({ name }) => name === start);
    return this.structurePage(viewer, versionId, chosen && { text: textOf(chosen.rule) });
  }

  @Post()
  async save(
    @Viewer() viewer: Viewer,
    @Id('versionId') versionId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const text = typedText(body, 'rule');
    const outcome = await attempt(() =>
      this.editDraft.execute(viewer.actor, {
        versionId,
        version: Number(readForm(DraftVersionDto, body).version),
        fields: RULE_PART.fields,
        change: (document) => ({ ...document, rule: text }),
      }),
    );
    if (!outcome.ok) {
      return this.structurePage(viewer, versionId, { text, error: refusalOn(RULE_PART, outcome.error) });
    }
    return redirect(viewer.url(draftPath(versionId, 'amount')), { notice: '決まりの形を保存しました。' });
  }

  private async structurePage(
    viewer: Viewer,
    versionId: string,
    sent?: { readonly text: string; readonly error?: DomainError },
  ): Promise<PageResult | RedirectResult> {
    const version = await this.desk.draft(viewer, versionId);
    if (!version) return redirect(viewer.url(`staff/programs/${versionId}`));
    const error = sent?.error;
    return page(
      viewer,
      {
        title: '決まりの形',
        lead: '何を数え、どの行をどの順に足すかを決めます。',
        wide: true,
        breadcrumb: draftCrumbs(viewer, version, '決まりの形'),
        ...(error && { errors: error }),
        body: StructurePage({
          viewer,
          version,
          text: sent?.text ?? textOf(version.document.rule),
          mayChange: hasDuty(viewer.actor, 'administer'),
        }),
      },
      error && (error.kind === 'invalid' ? 422 : 409),
    );
  }
}

const textOf = (rule: unknown): string => JSON.stringify(rule, null, 2);
