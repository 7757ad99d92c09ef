import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Transaction } from '../../platform/database/index.js';
import type { AuthorityRule, AuthorityTable } from '../domain/authority-table.js';
import { AuthorityRuleRow, AuthorityStepRow, AuthorityTableRow } from './authority-table-rows.js';

@Injectable()
export class AuthorityTableStore {
  async get(tx: Transaction, id: string): Promise<AuthorityTable> {
    const row = await tx.manager.findOneBy(AuthorityTableRow, { id });
    if (!row) throw DomainError.notFound();
    return this.withRules(tx, row);
  }

  /** Newest first. */
  async list(tx: Transaction): Promise<AuthorityTable[]> {
    const rows = await tx.manager.find(AuthorityTableRow, { order: { number: 'DESC' } });
    return Promise.all(rows.map((row) => this.withRules(tx, row)));
  }

  /** The published table that holds on a day: the one with the latest start, of equals the latest number. */
  async inForce(tx: Transaction, day: LocalDate): Promise<AuthorityTable | null> {
    const row = await tx.manager.findOne(AuthorityTableRow, {
      where: { state: 'published', validFrom: LessThanOrEqual(day) },
      order: { validFrom: 'DESC', number: 'DESC' },
    });
    return row && this.withRules(tx, row);
  }

  /** The number for a new table; two people at once are told apart by the unique constraint. */
  async nextNumber(tx: Transaction): Promise<number> {
    return ((await tx.manager.maximum(AuthorityTableRow, 'number')) ?? 0) + 1;
  }

  async insert(tx: Transaction, table: AuthorityTable): Promise<void> {
    const { rules, ...row } = table;
    await tx.manager.insert(AuthorityTableRow, { ...row, municipalityId: tx.municipalityId });
    await this.insertRules(tx, table.id, rules);
  }

  /** Replaces a draft. Stale when somebody else changed it meanwhile. */
  async replace(tx: Transaction, { id, version, rules, basis, validFrom }: AuthorityTable): Promise<void> {
    await this.change(tx, id, version, { basis, validFrom });
    await tx.manager.delete(AuthorityStepRow, { tableId: id });
    await tx.manager.delete(AuthorityRuleRow, { tableId: id });
    await this.insertRules(tx, id, rules);
  }

  async publish(tx: Transaction, { id, version }: AuthorityTable): Promise<void> {
    await this.change(tx, id, version, { state: 'published', publishedAt: tx.now });
  }

  private async change(
    tx: Transaction,
    id: string,
    version: number,
    columns: Partial<AuthorityTableRow>,
  ): Promise<void> {
    const { affected } = await tx.manager.update(
      AuthorityTableRow,
      { id, version, state: 'draft' },
      { ...columns, version: version + 1 },
    );
    if (affected !== 1) throw DomainError.stale();
  }

  private async insertRules(tx: Transaction, tableId: string, rules: readonly AuthorityRule[]): Promise<void> {
    const { municipalityId } = tx;
    await tx.manager.insert(
      AuthorityRuleRow,
      rules.map(({ act, upTo }, position) => ({ municipalityId, tableId, position, act, upTo })),
    );
    await tx.manager.insert(
      AuthorityStepRow,
      rules.flatMap(({ steps }, rulePosition) =>
        steps.map((step, position) => ({ municipalityId, tableId, rulePosition, position, ...step })),
      ),
    );
  }

  private async withRules(
    tx: Transaction,
    { municipalityId: _town, ...table }: AuthorityTableRow,
  ): Promise<AuthorityTable> {
    const rules = await tx.manager.find(AuthorityRuleRow, { where: { tableId: table.id }, order: { position: 'ASC' } });
    const steps = await tx.manager.find(AuthorityStepRow, { where: { tableId: table.id }, order: { position: 'ASC' } });
    return {
      ...table,
      rules: rules.map(({ act, upTo, position }) => ({
        act,
        upTo,
        steps: steps.filter((step) => step.rulePosition === position).map(({ postId, role }) => ({ postId, role })),
      })),
    };
  }
}
