import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Transaction } from '../../platform/database/index.js';
import { yen } from '../../kernel/yen.js';
import { applyMovements, NO_BALANCES, paying, type Account, type Balances, type Movement } from '../domain/ledger.js';
import { LedgerStore } from './ledger.store.js';

/** An order that was paid, with the bank's day. */
export interface PaidOrder {
  readonly id: string;
  readonly paidOn: LocalDate;
}

/** What stands in the ledger for one order. */
interface PostedOrder {
  readonly id: string;
  readonly lineId: string;
  readonly causeKind: string;
  readonly causeId: string;
  readonly causeLabel: string;
  readonly under: Balances;
}

type PostedSum = Omit<PostedOrder, 'under'> & { readonly account: Account; readonly total: string };

/** Thousands of orders posted in as few statements as one: what a bank's 支払済 notice of a whole batch asks for. */
@Injectable()
export class LedgerOrders {
  constructor(private readonly store: LedgerStore) {}

  /** The caller holds the locks of the lines. Throws `budgets.not-ordered`, and what `paying` refuses. */
  async pay(tx: Transaction, kind: string, payments: readonly PaidOrder[]): Promise<void> {
    const days = new Map(payments.map(({ id, paidOn }) => [id, paidOn]));
    const posted = await this.posted(tx, kind, [...days.keys()]);
    if (posted.length < days.size) throw new DomainError('budgets.not-ordered', 'conflict');
    for (const lineId of new Set(posted.map((order) => order.lineId))) {
      const orders = posted.filter((order) => order.lineId === lineId);
      await this.post(tx, kind, lineId, orders, days);
    }
  }

  private async post(
    tx: Transaction,
    kind: string,
    lineId: string,
    orders: readonly PostedOrder[],
    days: ReadonlyMap<string, LocalDate>,
  ): Promise<void> {
    const line = await this.store.lock(tx, lineId);
    await this.store.refuseInClosedYear(tx, line.fiscalYear);
    const movements: Movement[] = [];
    const rows = orders.flatMap(({ under, ...order }) => {
      const moves = paying(under);
      movements.push(...moves);
      return moves.map(({ account, amount }) => ({
        ...order,
        paidOn: days.get(order.id),
        account,
        amount: String(amount),
      }));
    });
    await tx.query(
      `INSERT INTO ledger_postings (municipality_id, line_id, entry, posted_on, posted_at, posted_by, money_on,
         account, amount, cause_kind, cause_id, cause_label, order_kind, order_id, note)
       SELECT $1, $2, 'paid', $3, $4, $5, "paidOn", account, amount, "causeKind", "causeId", "causeLabel", $6, id, ''
         FROM jsonb_to_recordset($7::jsonb) AS posting
           (id text, "paidOn" date, "causeKind" text, "causeId" text, "causeLabel" text, account text, amount bigint)`,
      [tx.municipalityId, lineId, tx.today, tx.now, tx.actor.name, kind, JSON.stringify(rows)],
    );
    await this.store.balance(tx, lineId, applyMovements(line, movements));
  }

  private async posted(tx: Transaction, kind: string, ids: readonly string[]): Promise<PostedOrder[]> {
    const sums = await tx.query<PostedSum>(
      `SELECT order_id AS id, line_id AS "lineId", cause_kind AS "causeKind", cause_id AS "causeId",
              max(cause_label) AS "causeLabel", account, sum(amount) AS total
         FROM ledger_postings WHERE municipality_id = $1 AND order_kind = $2 AND order_id = ANY($3)
        GROUP BY order_id, line_id, cause_kind, cause_id, account ORDER BY min(ledger_postings.id)`,
      [tx.municipalityId, kind, ids],
    );
    const orders = new Map<string, PostedOrder>();
    for (const { account, total, ...order } of sums) {
      const before = orders.get(order.id)?.under ?? NO_BALANCES;
      orders.set(order.id, { ...order, under: applyMovements(before, [{ account, amount: yen(total) }]) });
    }
    return [...orders.values()];
  }
}
