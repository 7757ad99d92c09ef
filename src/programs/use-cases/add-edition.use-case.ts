import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { formatFiscalYear } from '../../kernel/fiscal-year.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { placeForDraft } from '../domain/program-version.js';
import { readProgramDocument } from '../domain/read-program-document.js';
import { ProgramStore } from '../store/program.store.js';
import { CheckReferences } from './check-references.js';

/** Begins the edition of another year from a document, for a programme that is there. Faults at the fields of the document. */
@Injectable()
export class AddEdition {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: ProgramStore,
    private readonly references: CheckReferences,
  ) {}

  /** Throws not-found, and `programs.draft-open` where a draft of that year is open. */
  execute(
    actor: Actor,
    command: { readonly code: string; readonly document: unknown },
  ): Promise<{ readonly versionId: string }> {
    requireDuty(actor, 'promotion');
    const document = readProgramDocument(command.document);
    return this.unitOfWork.run(actor, async (tx) => {
      const programId = await this.store.programWithCode(tx, command.code);
      if (programId === null) throw DomainError.notFound();
      refuseWhenFaulty(await this.references.faultsOf(tx, document));
      await this.store.holdForDraft(tx, programId);
      const { open, number } = placeForDraft(await this.store.versionsOf(tx, programId), document.fiscalYear);
      if (open) {
        throw new DomainError('programs.draft-open', 'conflict', { year: formatFiscalYear(document.fiscalYear) });
      }
      const versionId = randomUUID();
      await this.store.addDraft(tx, { id: versionId, programId, number, document });
      tx.audit({ action: 'program-version.prepared', subjectKind: 'program-version', subjectId: versionId });
      return { versionId };
    });
  }
}
