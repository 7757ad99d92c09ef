import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { BudgetLedger } from '../../budgets/index.js';
import { hasDuty } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { fiscalYear } from '../../kernel/fiscal-year.js';
import { Municipalities } from '../../municipalities/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import {
  DiscardDraftVersion,
  DraftFaults,
  EditDraftVersion,
  LetterWordings,
  type ProgramDocument,
} from '../../programs/index.js';
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
import { DraftDesk, draftCrumbs, mayEditPart } from './program-draft-desk.js';
import { draftPath, ProgramDraftPage, ProgramPartPage } from './program-draft.page.js';
import { refusalOn } from './program-faults.js';
import { samplePath } from './program-letters.js';
import { FormValues } from './program-form-values.js';
import { textInWords } from './program-choice-words.js';
import { FORM_PARTS, type DraftPart } from './program-parts.js';
import { editionInWords } from './program-words.js';
import { afterRowAct, readRowAct } from './program-row-act.js';
import { DeletionDto, DraftVersionDto } from './programs.dto.js';
import { panelInRows } from './typed-panel.js';
import { keepingInRows } from './program-keeping.js';
import { refundInRows } from './typed-refund.js';
import { verificationInRows } from './typed-verification.js';
import { reportInRows } from './typed-report.js';
import { letterToRestore, withStandingWords, type WordingDesks } from './typed-letters.js';
import { inRows, isRecord } from './typed-program.js';

/** How a part is shown again after it was sent. */
interface Sent {
  readonly body: unknown;
  readonly error?: DomainError;
}

/** The draft of an edition: its list of parts, and each part that is one form. */
@Controller(':town/staff/programs/:versionId/edit')
@Desk('staff')
export class ProgramDraftController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: DraftDesk,
    private readonly faults: DraftFaults,
    private readonly budgets: BudgetLedger,
    private readonly municipalities: Municipalities,
    private readonly editDraft: EditDraftVersion,
    private readonly discardDraft: DiscardDraftVersion,
    private readonly wordings: LetterWordings,
  ) {}

  @Get()
  async tasks(@Viewer() viewer: Viewer, @Id('versionId') versionId: string): Promise<PageResult | RedirectResult> {
    return this.tasksPage(viewer, versionId);
  }

  @Post('discard')
  async discard(
    @Viewer() viewer: Viewer,
    @Id('versionId') versionId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const { version } = readForm(DeletionDto, body);
      return this.discardDraft.execute(viewer.actor, { versionId, version: Number(version) });
    });
    if (!outcome.ok) return this.tasksPage(viewer, versionId, outcome.error);
    return redirect(viewer.url('staff/programs'), { notice: '下書きを破棄しました。' });
  }

  @Get(':part')
  async show(
    @Viewer() viewer: Viewer,
    @Id('versionId') versionId: string,
    @Param('part') name: string,
  ): Promise<PageResult | RedirectResult> {
    return this.partPage(viewer, versionId, partNamed(name));
  }

  @Post(':part')
  async save(
    @Viewer() viewer: Viewer,
    @Id('versionId') versionId: string,
    @Param('part') name: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const part = partNamed(name);
    const act = readRowAct(body);
    if (act) return this.partPage(viewer, versionId, part, { body: afterRowAct(body, act) });
    const letter = letterToRestore(body);
    if (letter) return this.partPage(viewer, versionId, part, { body: withStandingWords(body, letter) });
    const version = await this.desk.draft(viewer, versionId);
    if (!version) return redirect(viewer.url(`staff/programs/${versionId}`));
    const wordings = await this.unitOfWork.read(viewer.actor, (tx) => this.wordings.desks(tx, version.document));
    const outcome = await attempt(() =>
      this.editDraft.execute(viewer.actor, {
        versionId,
        version: Number(readForm(DraftVersionDto, body).version),
        fields: part.fields,
        change: (document) => ({ ...document, ...part.typed(document, body, wordings) }),
      }),
    );
    if (!outcome.ok) return this.partPage(viewer, versionId, part, { body, error: refusalOn(part, outcome.error) });
    const next = typedText(body, 'act') === 'stay' ? draftPath(versionId, part.name) : draftPath(versionId);
    return redirect(viewer.url(next), { notice: `「${part.title}」を保存しました。` });
  }

  private async tasksPage(
    viewer: Viewer,
    versionId: string,
    error?: DomainError,
  ): Promise<PageResult | RedirectResult> {
    const version = await this.desk.draft(viewer, versionId);
    if (!version) return redirect(viewer.url(`staff/programs/${versionId}`));
    const faults = await this.unitOfWork.read(viewer.actor, (tx) => this.faults.of(tx, version.document));
    return page(viewer, {
      title: '補助制度の下書きを直す',
      lead: `${version.document.name}　${editionInWords(version)}`,
      breadcrumb: draftCrumbs(viewer, version),
      ...(error && { errors: error }),
      body: ProgramDraftPage({
        ...{ viewer, version, faults },
        mayEdit: (part) => mayEditPart(viewer, part),
        mayDiscard: hasDuty(viewer.actor, 'promotion'),
      }),
    });
  }

  private async partPage(
    viewer: Viewer,
    versionId: string,
    part: DraftPart,
    sent?: Sent,
  ): Promise<PageResult | RedirectResult> {
    const version = await this.desk.draft(viewer, versionId);
    if (!version || !mayEditPart(viewer, part.name)) return redirect(viewer.url(`staff/programs/${versionId}`));
    const { document } = version;
    const error = sent?.error;
    const values = sent
      ? FormValues.typed(sent.body)
      : FormValues.stored({
          ...inRows(document),
          ...{ panel: panelInRows(document), report: reportInRows(document), refund: refundInRows(document) },
          ...{ keeping: keepingInRows(document), verification: verificationInRows(document) },
        });
    const year = part.name === 'schedule' ? yearIn(values, document.fiscalYear) : document.fiscalYear;
    const offered = await this.unitOfWork.read(viewer.actor, async (tx) => ({
      budgetLines: await this.budgets.lines(tx, year),
      sections: await this.municipalities.sections(tx),
      wordings: await this.wordings.desks(tx, document),
    }));
    const compared = error?.kind === 'stale' && sent ? comparedWith(part, document, sent.body, offered.wordings) : null;
    return page(
      viewer,
      {
        title: part.title,
        lead: part.lead,
        wide: true,
        breadcrumb: draftCrumbs(viewer, version, part.title),
        ...(error && { errors: error }),
        body: ProgramPartPage({
          viewer,
          part,
          values,
          document,
          ...offered,
          sampleOf: (letter) => viewer.url(samplePath(versionId, letter)),
          // Rows that were moved belong to the save that they were read from.
          version: { ...version, version: sent && !error ? versionIn(sent.body, version.version) : version.version },
          compared,
          unsaved: sent !== undefined && !error,
        }),
      },
      error && (error.kind === 'invalid' ? 422 : 409),
    );
  }
}

/** Throws not-found. */
function partNamed(name: string): DraftPart {
  const part = FORM_PARTS.find((each) => each.name === name);
  if (!part) throw DomainError.notFound();
  return part;
}

/** The year whose budget lines are offered: the one that was typed, when it is one. */
const yearIn = (values: FormValues, stored: ReturnType<typeof fiscalYear>) =>
  /^20[2-9]\d$/.test(values.text('fiscalYear')) ? fiscalYear(Number(values.text('fiscalYear'))) : stored;

const versionIn = (body: unknown, current: number): number =>
  /^\d{1,9}$/.test(typedText(body, 'version')) ? Number(typedText(body, 'version')) : current;

/** What the other person saved beside what was typed here, in words. */
function comparedWith(part: DraftPart, document: ProgramDocument, body: unknown, wordings: WordingDesks) {
  const typed = part.typed(document, body, wordings);
  const [kept, mine] = [FormValues.stored(document), FormValues.stored({ ...document, ...(isRecord(typed) && typed) })];
  return part.compared.map(([path, label]) => ({
    label,
    kept: kept.words(path, textInWords),
    typed: mine.words(path, textInWords),
  }));
}
