import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { refuseWhenFaulty } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { readProgramDocument } from '../domain/read-program-document.js';
import { ProgramStore } from '../store/program.store.js';
import { CheckReferences } from './check-references.js';

export interface CreateProgramCommand {
  /** Stays the same over the years, e.g. `unei`; unique in the town. */
  readonly code: string;
  /** A form or a JSON file; read by `readProgramDocument`. */
  readonly document: unknown;
}

/** Starts a programme with the draft of its first edition. Faults at the fields of the document. */
@Injectable()
export class CreateProgram {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: ProgramStore,
    private readonly references: CheckReferences,
  ) {}

  execute(actor: Actor, command: CreateProgramCommand): Promise<{ programId: string; versionId: string }> {
    requireDuty(actor, 'promotion');
    const document = readProgramDocument(command.document);
    return this.unitOfWork.run(actor, async (tx) => {
      const faults = await this.references.faultsOf(tx, document);
      if (!/^[a-z][a-z0-9-]{0,39}$/.test(command.code)) faults.push({ pointer: 'code', code: 'forms.code-unreadable' });
      else if (await this.store.hasCode(tx, command.code))
        faults.push({ pointer: 'code', code: 'programs.code-taken' });
      refuseWhenFaulty(faults);
      const programId = randomUUID();
      const versionId = randomUUID();
      await this.store.addProgram(tx, { id: programId, code: command.code });
      await this.store.addDraft(tx, { id: versionId, programId, number: 1, document });
      tx.audit({ action: 'program.created', subjectKind: 'program-version', subjectId: versionId });
      return { programId, versionId };
    });
  }
}
