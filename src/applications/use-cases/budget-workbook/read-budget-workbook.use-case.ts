import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Actor } from '../../../kernel/actor.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { nextState } from '../../../kernel/machine.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { readWorkbook, type SheetRows } from '../../../platform/excel/index.js';
import { acceptUpload, type Upload } from '../../../platform/files/index.js';
import { applicationMachine } from '../../domain/application.js';
import { BUDGET } from '../../domain/form.js';
import { linesIn } from '../../domain/sections.js';
import { sectionNamed } from '../../../forms/index.js';
import { writeLine, type TypedLine } from '../../domain/typed-line.js';
import { ApplicationDrafts, type ApplicationDraft } from '../application-drafts.js';
import { readBudgetSheet, type CellFault } from './read-budget-sheet.js';

/** A line that the workbook would change; a side is null where the line is not there. */
export interface LineChange {
  readonly before: TypedLine | null;
  readonly after: TypedLine | null;
}

export interface ReadBudget {
  readonly draft: ApplicationDraft;
  /** Not empty: the workbook cannot be taken over. */
  readonly faults: readonly CellFault[];
  /** All lines of the budget as the workbook has them. */
  readonly lines: readonly TypedLine[];
  /** What would replace what. */
  readonly changes: readonly LineChange[];
}

/**
 * Reads a filled workbook against the draft and changes nothing: taking it over is a save of the section like any other,
 * from the version that was compared here. Throws `files.*` and `excel.*` with a fault at `workbook`.
 */
@Injectable()
export class ReadBudgetWorkbook {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: ApplicationDrafts,
  ) {}

  async execute(
    actor: Actor,
    { applicationId, workbook }: { readonly applicationId: string; readonly workbook: Upload | null },
  ): Promise<ReadBudget> {
    // who may not see the draft has no workbook read
    const draft = await this.unitOfWork.read(actor, (tx) => this.drafts.get(tx, applicationId));
    nextState(applicationMachine, 'applications.not-editable', draft.application.state, 'edit');
    if (!workbook) throw DomainError.invalid([{ pointer: 'workbook', code: 'applications.workbook-missing' }]);
    const { bytes } = await acceptUpload(workbook, ['excel'], 'workbook');
    const current = linesIn(sectionNamed(draft.sections, BUDGET));
    const newId = (): string => `l${randomUUID().slice(0, 8)}`;
    const { lines, faults } = readBudgetSheet(draft.document.budget, await sheetsOf(bytes), { lines: current, newId });
    return faults.length > 0
      ? { draft, faults, lines: [], changes: [] }
      : { draft, faults, lines, changes: changesBetween(current, lines) };
  }
}

/** What the reader says of the file stands at its field. */
async function sheetsOf(bytes: Buffer): Promise<SheetRows[]> {
  try {
    return await readWorkbook(bytes);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw DomainError.invalid([{ pointer: 'workbook', code: error.code, params: error.params }]);
  }
}

/** In the order of the workbook; what is taken out comes last. */
function changesBetween(before: readonly TypedLine[], after: readonly TypedLine[]): LineChange[] {
  const old = new Map(before.map((line) => [line.id, line]));
  const kept = new Set(after.map(({ id }) => id));
  return [
    ...after
      .map((line) => ({ before: old.get(line.id) ?? null, after: line }))
      .filter((change) => change.before === null || writeLine(change.before) !== writeLine(change.after)),
    ...before.filter(({ id }) => !kept.has(id)).map((line) => ({ before: line, after: null })),
  ];
}
