import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { refuseWhenFaulty } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { storableFaults } from '../domain/authority-safety.js';
import type { AuthorityRule } from '../domain/authority-table.js';
import { AuthorityTableStore } from '../store/authority-tables.store.js';

export interface DraftAuthorityTableCommand {
  readonly basis: string;
  readonly validFrom: LocalDate;
  readonly rules: readonly AuthorityRule[];
}

/** Begins a table. A draft may be unsafe; it decides nothing until it is published. */
@Injectable()
export class DraftAuthorityTable {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tables: AuthorityTableStore,
  ) {}

  execute(actor: Actor, command: DraftAuthorityTableCommand): Promise<{ tableId: string }> {
    requireDuty(actor, 'administer');
    refuseWhenFaulty(storableFaults(command.rules));
    return this.unitOfWork.run(actor, async (tx) => {
      const id = randomUUID();
      await this.tables.insert(tx, {
        id,
        number: await this.tables.nextNumber(tx),
        basis: command.basis.trim(),
        validFrom: command.validFrom,
        state: 'draft',
        publishedAt: null,
        rules: command.rules,
        version: 1,
      });
      tx.audit({ action: 'authority-table.drafted', subjectKind: 'authority-table', subjectId: id });
      return { tableId: id };
    });
  }
}
