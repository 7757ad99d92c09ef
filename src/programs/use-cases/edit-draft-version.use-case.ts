import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty, type Fault } from '../../kernel/domain-error.js';
import { formatFiscalYear, type FiscalYear } from '../../kernel/fiscal-year.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { sameStructure } from '../domain/editing/rule-structure.js';
import type { ProgramDocument } from '../domain/program-document.js';
import { placeForDraft, versionMachine, type ProgramVersion } from '../domain/program-version.js';
import { ProgramStore } from '../store/program.store.js';
import { DraftFaults } from './draft-faults.js';

export interface EditDraftVersionCommand {
  readonly versionId: string;
  /** The save that the form was filled from; an older one is refused as stale. */
  readonly version: number;
  /** The fields of the document that this save is about. */
  readonly fields: readonly (keyof ProgramDocument)[];
  /** The document as it becomes, from the stored one: a form or a JSON file, not yet read. */
  readonly change: (document: ProgramDocument) => unknown;
}

/**
 * Saves a part of a draft edition. Refused by faults of this part and by those that it brings about elsewhere; what was
 * faulty elsewhere before waits for its own part. Throws `programs.published` once the edition is published.
 */
@Injectable()
export class EditDraftVersion {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: ProgramStore,
    private readonly faults: DraftFaults,
  ) {}

  execute(actor: Actor, { versionId, version, fields, change }: EditDraftVersionCommand): Promise<void> {
    const ruleOnly = fields.every((field) => field === 'rule');
    requireDuty(actor, 'promotion', ...(ruleOnly ? (['administer'] as const) : []));
    return this.unitOfWork.run(actor, async (tx) => {
      const current = await this.store.versionForUpdate(tx, versionId);
      nextState(versionMachine, 'programs.published', current.state, 'edit');
      if (current.version !== version) throw DomainError.stale();
      const before = await this.faults.of(tx, current.document);
      const { document, faults } = await this.faults.examine(tx, change(current.document));
      refuseWhenFaulty(faults.filter((fault) => isAbout(fields, fault) || !before.some((known) => same(known, fault))));
      // What is added, taken out or put in another order decides who gets money at all.
      if (!sameStructure(current.document.rule, document.rule)) requireDuty(actor, 'administer');
      const saved = faults.length === 0 ? document : { ...current.document, ...only(document, fields) };
      const number = await this.numberIn(tx, current, saved.fiscalYear);
      await this.store.saveDraft(tx, { id: versionId, version, number, document: saved });
      tx.audit({ action: 'program-version.edited', subjectKind: 'program-version', subjectId: versionId });
    });
  }

  /** A draft that moves to another year is counted there, beside no other draft. */
  private async numberIn(tx: Transaction, current: ProgramVersion, fiscalYear: FiscalYear): Promise<number> {
    if (fiscalYear === current.document.fiscalYear) return current.number;
    await this.store.holdForDraft(tx, current.programId);
    const { open, number } = placeForDraft(await this.store.versionsOf(tx, current.programId), fiscalYear);
    if (!open) return number;
    const params = { year: formatFiscalYear(fiscalYear) };
    throw DomainError.invalid([{ pointer: 'fiscalYear', code: 'programs.draft-open-in-year', params }]);
  }
}

const isAbout = (fields: readonly string[], { pointer }: Fault): boolean =>
  fields.includes(pointer.split(/[.[]/)[0] ?? '');

const same = (one: Fault, other: Fault): boolean => one.pointer === other.pointer && one.code === other.code;

const only = (document: ProgramDocument, fields: readonly (keyof ProgramDocument)[]): Partial<ProgramDocument> =>
  Object.fromEntries(fields.map((field) => [field, document[field]]));
