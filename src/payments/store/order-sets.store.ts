import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { fiscalYear, type FiscalYear } from '../../kernel/fiscal-year.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { yen } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import type { BatchTotal } from '../domain/payment-batch.js';
import type { OrderAct, OrderState } from '../domain/payment-order.js';
import { signatureOf } from './signature.js';

/** What one of many orders becomes; what is left out stays. */
export interface OrderMove {
  readonly id: string;
  readonly state: OrderState;
  readonly paidOn?: LocalDate;
  readonly slipNumber?: string;
  readonly creditorNumber?: string;
}

/** Orders by the hundred thousand: one statement for all of them, and never more of them in memory than their ids. */
@Injectable()
export class OrderSetStore {
  /** In the order of their numbers. */
  async idsInState(tx: Transaction, state: OrderState): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      'SELECT id FROM payment_orders WHERE municipality_id = $1 AND state = $2 ORDER BY fiscal_year, number, id',
      [tx.municipalityId, state],
    );
    return rows.map(({ id }) => id);
  }

  /** By state: how many there are and what they add up to; a state without orders is missing. */
  async totals(tx: Transaction, states: readonly OrderState[]): Promise<ReadonlyMap<OrderState, BatchTotal>> {
    const rows = await tx.query<{ state: OrderState; count: number; total: string }>(
      `SELECT state, count(*)::integer AS count, sum(amount) AS total FROM payment_orders
        WHERE municipality_id = $1 AND state = ANY($2) GROUP BY state`,
      [tx.municipalityId, states],
    );
    return new Map(rows.map(({ state, count, total }) => [state, { count, total: yen(total) }]));
  }

  /** In the order of their ids, so that two transactions never wait for each other crosswise; not-found when one is missing. */
  async lock(tx: Transaction, ids: readonly string[]): Promise<void> {
    const [locked] = await tx.query<{ count: number }>(
      `SELECT count(*)::integer AS count FROM (
         SELECT FROM payment_orders WHERE municipality_id = $1 AND id = ANY($2) ORDER BY id FOR UPDATE) held`,
      [tx.municipalityId, ids],
    );
    if (locked?.count !== new Set(ids).size) throw DomainError.notFound();
  }

  /** The budget lines that these orders are paid from. */
  async linesOf(tx: Transaction, ids: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      'SELECT DISTINCT budget_line_id AS id FROM payment_orders WHERE municipality_id = $1 AND id = ANY($2)',
      [tx.municipalityId, ids],
    );
    return rows.map(({ id }) => id);
  }

  /** The years whose budgets these orders are paid from. */
  async yearsOf(tx: Transaction, ids: readonly string[]): Promise<FiscalYear[]> {
    const rows = await tx.query<{ year: number }>(
      'SELECT DISTINCT fiscal_year AS year FROM payment_orders WHERE municipality_id = $1 AND id = ANY($2) ORDER BY 1',
      [tx.municipalityId, ids],
    );
    return rows.map(({ year }) => fiscalYear(year));
  }

  /** The cases of these orders. */
  async applicationsOf(tx: Transaction, ids: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      'SELECT DISTINCT application_id AS id FROM payment_orders WHERE municipality_id = $1 AND id = ANY($2)',
      [tx.municipalityId, ids],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * The same act on orders whose locks the caller holds, each with its line in the history. Throws stale when one of them is
   * missing.
   */
  async act(tx: Transaction, act: OrderAct, moves: readonly OrderMove[]): Promise<void> {
    const { staffId, actorName, postNames } = signatureOf(tx);
    const written = await tx.query(
      `WITH moved AS (
         UPDATE payment_orders o
            SET state = m.state, paid_on = coalesce(m."paidOn", o.paid_on), version = o.version + 1,
                slip_number = coalesce(m."slipNumber", o.slip_number),
                creditor_number = coalesce(m."creditorNumber", o.creditor_number)
           FROM jsonb_to_recordset($1::jsonb) AS m
             (id uuid, state text, "paidOn" date, "slipNumber" text, "creditorNumber" text)
          WHERE o.municipality_id = $2 AND o.id = m.id
         RETURNING o.id)
       INSERT INTO payment_order_acts (municipality_id, order_id, act, staff_id, actor_name, post_names, at)
       SELECT $2, id, $3, $4, $5, $6, $7 FROM moved RETURNING 1`,
      [JSON.stringify(moves), tx.municipalityId, act, staffId, actorName, postNames, tx.now],
    );
    if (written.length !== moves.length) throw DomainError.stale();
  }
}
