import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { BudgetLedger } from '../../budgets/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { forNextYear } from '../domain/editions/next-year.js';
import type { ProgramDocument } from '../domain/program-document.js';
import { ProgramStore } from '../store/program.store.js';
import { known } from './check-references.js';

/**
 * Makes the draft of the next 年度 from a published edition. Its budget line is the one of the same code in that year;
 * while the town has none, the old one stays and keeps the draft from being published. Throws `programs.draft-open`.
 */
@Injectable()
export class CopyForNextYear {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: ProgramStore,
    private readonly budgets: BudgetLedger,
  ) {}

  execute(actor: Actor, { versionId: sourceId }: { readonly versionId: string }): Promise<{ versionId: string }> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const source = await this.store.versionForUpdate(tx, sourceId);
      if (source.state !== 'published') throw new DomainError('programs.not-published', 'conflict');
      const { programId } = source;
      const [newest] = await this.store.versionsOf(tx, programId);
      if (newest?.state === 'draft') throw new DomainError('programs.draft-open', 'conflict');
      const document = await this.withLineOfYear(tx, forNextYear(source.document));
      const versionId = randomUUID();
      await this.store.addDraft(tx, { id: versionId, programId, number: (newest?.number ?? 0) + 1, document });
      tx.audit({ action: 'program-version.copied', subjectKind: 'program-version', subjectId: versionId });
      return { versionId };
    });
  }

  private async withLineOfYear(tx: Transaction, document: ProgramDocument): Promise<ProgramDocument> {
    const old = await known(document.budgetLineId, (id) => this.budgets.line(tx, id));
    const lines = await this.budgets.lines(tx, document.fiscalYear);
    const same = lines.find(({ code }) => code === old?.code);
    return same ? { ...document, budgetLineId: same.id } : document;
  }
}
