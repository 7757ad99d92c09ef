import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { storableFaults } from '../domain/authority-safety.js';
import { AuthorityTableStore } from '../store/authority-tables.store.js';
import type { DraftAuthorityTableCommand } from './draft-authority-table.use-case.js';

/** Replaces the content of a draft; a published table refuses. */
@Injectable()
export class EditAuthorityTable {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tables: AuthorityTableStore,
  ) {}

  execute(actor: Actor, command: DraftAuthorityTableCommand & { tableId: string; version: number }): Promise<void> {
    requireDuty(actor, 'administer');
    refuseWhenFaulty(storableFaults(command.rules));
    return this.unitOfWork.run(actor, async (tx) => {
      const table = await this.tables.get(tx, command.tableId);
      if (table.state !== 'draft') throw new DomainError('staff.table-published', 'conflict');
      const { basis, validFrom, rules, version } = command;
      await this.tables.replace(tx, { ...table, basis: basis.trim(), validFrom, rules, version });
      tx.audit({ action: 'authority-table.edited', subjectKind: 'authority-table', subjectId: table.id });
    });
  }
}
