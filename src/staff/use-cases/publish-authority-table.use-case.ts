import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { AuthorityTableStore } from '../store/authority-tables.store.js';
import { Authority } from './authority.js';

/** Puts a table in force from its first day. Refused with every reason while one person could carry a case alone. */
@Injectable()
export class PublishAuthorityTable {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tables: AuthorityTableStore,
    private readonly authority: Authority,
  ) {}

  execute(actor: Actor, command: { tableId: string; version: number }): Promise<void> {
    requireDuty(actor, 'administer');
    return this.unitOfWork.run(actor, async (tx) => {
      const table = await this.tables.get(tx, command.tableId);
      if (table.state !== 'draft') throw new DomainError('staff.table-published', 'conflict');
      refuseWhenFaulty(await this.authority.faultsOf(tx, table), 'staff.table-unsafe');
      await this.tables.publish(tx, { ...table, version: command.version });
      tx.audit({ action: 'authority-table.published', subjectKind: 'authority-table', subjectId: table.id });
    });
  }
}
