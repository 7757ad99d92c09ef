import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { formatFiscalYear } from '../../kernel/fiscal-year.js';
import { BudgetLedger } from '../../budgets/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { forNextYear } from '../domain/editions/next-year.js';
import type { ProgramDocument } from '../domain/program-document.js';
import { placeForDraft } from '../domain/program-version.js';
import { ProgramStore } from '../store/program.store.js';
import { known } from './check-references.js';

/**
 * Makes the draft of the next 年度 from a published edition. Its budget line is the one of the same code in that year;
 * while the town has none, the old one stays and keeps the draft from being published. Throws `programs.draft-open` and
 * `programs.next-year-published` where that year has an edition already.
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
      await this.store.holdForDraft(tx, programId);
      const document = await this.withLineOfYear(tx, forNextYear(source.document));
      const { open, newest, number } = placeForDraft(await this.store.versionsOf(tx, programId), document.fiscalYear);
      const year = formatFiscalYear(document.fiscalYear);
      if (open) throw new DomainError('programs.draft-open', 'conflict', { year });
      if (newest?.state === 'published') throw new DomainError('programs.next-year-published', 'conflict', { year });
      const versionId = randomUUID();
      await this.store.addDraft(tx, { id: versionId, programId, number, document });
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
