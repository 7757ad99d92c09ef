import { Injectable } from '@nestjs/common';
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { DataSource, type QueryRunner } from 'typeorm';
import type { Actor, MunicipalityId } from '../../kernel/actor.js';
import { dayInJapan } from '../../kernel/local-date.js';
import { Clock } from '../clock/index.js';
import { writeAudit } from '../audit/write-audit.js';
import { writeEvents } from '../outbox/write-events.js';
import type { AuditEntry, DomainEvent, Transaction } from './transaction.js';

type Mode = 'READ WRITE' | 'READ ONLY';

/** The one way to the data: every read and write happens inside `run` or `read`, as an actor of one town. */
@Injectable()
export class UnitOfWork {
  /** The transaction that several use cases share. */
  private readonly shared = new AsyncLocalStorage<{ readonly town: MunicipalityId; readonly runner: QueryRunner }>();

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

  /**
   * Several use cases as one: whatever `work` runs and reads, one after the other, is committed at its end or not at all. A
   * use case that throws takes back its own part; whoever catches that decides about the rest by throwing or not.
   */
  together<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
    return this.alone(actor, 'READ WRITE', (runner) => this.shared.run({ town: actor.municipalityId, runner }, work));
  }

  private within<T>(actor: Actor, mode: Mode, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const shared = this.shared.getStore();
    if (!shared) return this.alone(actor, mode, (runner) => this.unit(runner, actor, mode, work));
    if (shared.town !== actor.municipalityId) throw new Error('a transaction stays in one town');
    // Begun within another one, it is a savepoint.
    return this.committed(shared.runner, async () => {
      await shared.runner.startTransaction();
      return this.unit(shared.runner, actor, mode, work);
    });
  }

  private async alone<T>(actor: Actor, mode: Mode, work: (runner: QueryRunner) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      return await this.committed(runner, async () => {
        await runner.startTransaction(mode === 'READ ONLY' ? 'REPEATABLE READ' : 'READ COMMITTED');
        await runner.query(
          `SELECT set_config('app.municipality', $1, true)${mode === 'READ ONLY' ? `, set_config('transaction_read_only', 'on', true)` : ''}`,
          [actor.municipalityId],
        );
        return work(runner);
      });
    } finally {
      await runner.release();
    }
  }

  private async committed<T>(runner: QueryRunner, work: () => Promise<T>): Promise<T> {
    try {
      const result = await work();
      await runner.commitTransaction();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    }
  }

  private async unit<T>(
    runner: QueryRunner,
    actor: Actor,
    mode: Mode,
    work: (tx: Transaction) => Promise<T>,
  ): Promise<T> {
    const { tx, events, entries } = this.openTransaction(runner, actor);
    const result = await work(tx);
    if (mode === 'READ ONLY' && (events.length > 0 || entries.length > 0)) {
      throw new Error('a read cannot announce or audit: use run');
    }
    await tx.writeDown();
    return result;
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
