import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource, type QueryRunner } from 'typeorm';
import type { Actor } from '../../kernel/actor.js';
import { dayInJapan } from '../../kernel/local-date.js';
import { Clock } from '../clock/index.js';
import { writeAudit } from '../audit/write-audit.js';
import { writeEvents } from '../outbox/write-events.js';
import type { AuditEntry, DomainEvent, Transaction } from './transaction.js';

/** The one way to the data: every read and write happens inside `run` or `read`, as an actor of one town. */
@Injectable()
export class UnitOfWork {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Commits rows, audit entries and events together, or nothing of them. */
  run<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.within(actor, 'READ WRITE', work);
  }

  /** A consistent look that can write nothing. */
  read<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.within(actor, 'READ ONLY', work);
  }

  private async within<T>(
    actor: Actor,
    mode: 'READ WRITE' | 'READ ONLY',
    work: (tx: Transaction) => Promise<T>,
  ): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.startTransaction(mode === 'READ ONLY' ? 'REPEATABLE READ' : 'READ COMMITTED');
      await runner.query(
        `SELECT set_config('app.municipality', $1, true)${mode === 'READ ONLY' ? `, set_config('transaction_read_only', 'on', true)` : ''}`,
        [actor.municipalityId],
      );
      const { tx, events, entries } = this.openTransaction(runner, actor);
      const result = await work(tx);
      if (mode === 'READ ONLY' && (events.length > 0 || entries.length > 0)) {
        throw new Error('a read cannot announce or audit: use run');
      }
      await tx.writeDown();
      await runner.commitTransaction();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  private openTransaction(
    runner: QueryRunner,
    actor: Actor,
  ): { tx: Transaction; events: (DomainEvent & { id: string })[]; entries: AuditEntry[] } {
    const now = this.clock.now();
    const events: (DomainEvent & { id: string })[] = [];
    const entries: AuditEntry[] = [];
    const tx: Transaction = {
      actor,
      municipalityId: actor.municipalityId,
      now,
      today: dayInJapan(now),
      manager: runner.manager,
      query: <Row>(sql: string, parameters: readonly unknown[] = []) =>
        runner.query(sql, [...parameters]) as Promise<Row[]>,
      announce: (event) => events.push({ ...event, id: randomUUID() }),
      audit: (entry) => entries.push(entry),
      writeDown: async () => {
        await writeAudit(tx, entries.splice(0));
        await writeEvents(tx, events.splice(0));
      },
    };
    return { tx, events, entries };
  }
}
