import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/index.js';
import type { Transaction } from '../database/transaction.js';
import type { CommittedEvent } from './handler.js';

/** One event for one handler. `round` counts how often it was handed to the queue. */
export interface Delivery {
  readonly eventId: string;
  readonly handler: string;
  readonly round: number;
}

export interface FailedDelivery extends Delivery {
  readonly eventType: string;
  readonly subjectId: string;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly finishedAt: Date;
}

/** `[rows, count]` for a data-changing statement, as TypeORM answers it. */
type Changed<Row> = [Row[], number];

const EVENT_COLUMNS = `e.id, e.municipality_id AS "municipalityId", e.type, e.subject_id AS "subjectId",
  e.organization_id AS "organizationId", e.data, e.occurred_at AS "occurredAt"`;

/** The outbox tables. They hold ids only and are read across towns. */
@Injectable()
export class OutboxStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Turns new events into one delivery a handler; returns how many events were taken. Safe with several relays. */
  dispatch(handlersOf: (eventType: string) => readonly string[], limit: number): Promise<number> {
    return this.dataSource.transaction(async (manager) => {
      const events = (await manager.query(
        `SELECT id, type, municipality_id FROM outbox_events WHERE dispatched_at IS NULL
          ORDER BY position LIMIT $1 FOR UPDATE SKIP LOCKED`,
        [limit],
      )) as { id: string; type: string; municipality_id: string }[];
      for (const event of events) {
        for (const handler of handlersOf(event.type)) {
          await manager.query(
            `INSERT INTO outbox_deliveries (event_id, handler, municipality_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
            [event.id, handler, event.municipality_id],
          );
        }
      }
      await manager.query(`UPDATE outbox_events SET dispatched_at = now() WHERE id = ANY($1::uuid[])`, [
        events.map(({ id }) => id),
      ]);
      return events.length;
    });
  }

  /** Claims deliveries that were never handed to the queue, or asked to be handed over again by now. */
  async claimNew(limit: number): Promise<Delivery[]> {
    const [rows] = (await this.dataSource.query(
      `UPDATE outbox_deliveries d SET enqueued_at = now(), round = round + 1
        WHERE (event_id, handler) IN (
          SELECT event_id, handler FROM outbox_deliveries
           WHERE state = 'pending' AND enqueued_at IS NULL AND (not_before IS NULL OR not_before <= $2)
           LIMIT $1 FOR UPDATE SKIP LOCKED)
        RETURNING event_id AS "eventId", handler, round`,
      [limit, this.clock.now()],
    )) as Changed<Delivery>;
    return rows;
  }

  /** Deliveries that the queue has held for so long that it may have lost them; marks them as looked at. */
  async claimOverdue(seconds: number, limit: number): Promise<Delivery[]> {
    const [rows] = (await this.dataSource.query(
      `UPDATE outbox_deliveries d SET enqueued_at = now()
        WHERE (event_id, handler) IN (
          SELECT event_id, handler FROM outbox_deliveries
           WHERE state = 'pending' AND enqueued_at < now() - make_interval(secs => $1)
           ORDER BY enqueued_at LIMIT $2 FOR UPDATE SKIP LOCKED)
        RETURNING event_id AS "eventId", handler, round`,
      [seconds, limit],
    )) as Changed<Delivery>;
    return rows;
  }

  /** Makes the relay hand the delivery to the queue anew. */
  async release(delivery: Delivery): Promise<void> {
    await this.dataSource.query(
      `UPDATE outbox_deliveries SET enqueued_at = NULL WHERE event_id = $1 AND handler = $2 AND state = 'pending'`,
      [delivery.eventId, delivery.handler],
    );
  }

  async event(eventId: string): Promise<CommittedEvent | null> {
    const rows = (await this.dataSource.query(`SELECT ${EVENT_COLUMNS} FROM outbox_events e WHERE e.id = $1`, [
      eventId,
    ])) as CommittedEvent[];
    return rows[0] ?? null;
  }

  /** Locks the delivery; false when it is already done, so that the caller does nothing. */
  async begin(tx: Transaction, delivery: Delivery): Promise<boolean> {
    const rows = await tx.query<{ state: string }>(
      `SELECT state FROM outbox_deliveries WHERE event_id = $1 AND handler = $2 FOR UPDATE`,
      [delivery.eventId, delivery.handler],
    );
    return rows[0] !== undefined && rows[0].state !== 'done';
  }

  async complete(tx: Transaction, delivery: Delivery): Promise<void> {
    await tx.query(
      `UPDATE outbox_deliveries SET state = 'done', attempts = attempts + 1, finished_at = now(), last_error = NULL
        WHERE event_id = $1 AND handler = $2`,
      [delivery.eventId, delivery.handler],
    );
  }

  /** Leaves the delivery to be handed to the queue again at that instant. */
  async postpone(tx: Transaction, delivery: Delivery, until: Date): Promise<void> {
    await tx.query(
      `UPDATE outbox_deliveries SET enqueued_at = NULL, not_before = $3 WHERE event_id = $1 AND handler = $2`,
      [delivery.eventId, delivery.handler, until],
    );
  }

  /** Counts a failed attempt; with `final` the delivery waits for a person. */
  async recordFailure(delivery: Delivery, error: string, final: boolean): Promise<void> {
    await this.dataSource.query(
      `UPDATE outbox_deliveries
          SET attempts = attempts + 1, last_error = $3,
              state = CASE WHEN $4 THEN 'failed' ELSE state END, finished_at = CASE WHEN $4 THEN now() END
        WHERE event_id = $1 AND handler = $2 AND state <> 'done'`,
      [delivery.eventId, delivery.handler, error, final],
    );
  }

  failed(tx: Transaction): Promise<FailedDelivery[]> {
    return tx.query<FailedDelivery>(
      `SELECT d.event_id AS "eventId", d.handler, d.round, e.type AS "eventType", e.subject_id AS "subjectId",
              d.attempts, d.last_error AS "lastError", d.finished_at AS "finishedAt"
         FROM outbox_deliveries d JOIN outbox_events e ON e.id = d.event_id
        WHERE d.state = 'failed' AND d.municipality_id = $1 ORDER BY d.finished_at`,
      [tx.municipalityId],
    );
  }

  /** True when the delivery was failed and now waits to be handed to the queue again. */
  async restart(tx: Transaction, eventId: string, handler: string): Promise<boolean> {
    const rows = await tx.query<unknown>(
      `WITH restarted AS (
         UPDATE outbox_deliveries SET state = 'pending', enqueued_at = NULL, finished_at = NULL
          WHERE event_id = $1 AND handler = $2 AND municipality_id = $3 AND state = 'failed' RETURNING 1)
       SELECT * FROM restarted`,
      [eventId, handler, tx.municipalityId],
    );
    return rows.length > 0;
  }

  /** Nothing new, nothing pending that is due: what a test waits for. */
  async isQuiet(): Promise<boolean> {
    const rows = (await this.dataSource.query(
      `SELECT NOT EXISTS (SELECT 1 FROM outbox_events WHERE dispatched_at IS NULL)
          AND NOT EXISTS (SELECT 1 FROM outbox_deliveries
                           WHERE state = 'pending' AND (not_before IS NULL OR not_before <= $1)) AS quiet`,
      [this.clock.now()],
    )) as { quiet: boolean }[];
    return rows[0]?.quiet ?? false;
  }
}
