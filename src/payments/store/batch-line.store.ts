import { Injectable } from '@nestjs/common';
import { fiscalYear, type FiscalYear } from '../../kernel/fiscal-year.js';
import { yen, type Yen } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import { snapshotOf, type PayeeSnapshot } from '../domain/payee.js';

/** One line of a batch: what the bank is told of an order. */
export interface BatchLine {
  readonly line: number;
  readonly orderId: string;
  readonly fiscalYear: FiscalYear;
  readonly number: number | null;
  readonly organizationName: string;
  readonly amount: Yen;
  readonly payee: PayeeSnapshot;
}

interface LineRow {
  readonly line: number;
  readonly order_id: string;
  readonly fiscal_year: number;
  readonly number: number | null;
  readonly organization_name: string;
  readonly amount: string;
  readonly payee: PayeeSnapshot;
}

const PAGE = 1_000;

/** The lines of a batch in their order, read a thousand at a time: a batch of any length passes through. */
@Injectable()
export class BatchLineStore {
  async *of(tx: Transaction, batchId: string): AsyncGenerator<BatchLine> {
    let after = 0;
    for (;;) {
      const rows = await tx.query<LineRow>(
        `SELECT i.line, i.order_id, o.fiscal_year, o.number, o.organization_name, i.amount, o.payee
           FROM payment_instructions i
           JOIN payment_orders o ON o.municipality_id = i.municipality_id AND o.id = i.order_id
          WHERE i.batch_id = $1 AND i.line > $2 ORDER BY i.line LIMIT $3`,
        [batchId, after, PAGE],
      );
      for (const row of rows) yield toLine(row);
      const last = rows.at(-1);
      if (!last || rows.length < PAGE) return;
      after = last.line;
    }
  }
}

const toLine = (row: LineRow): BatchLine => ({
  line: row.line,
  orderId: row.order_id,
  fiscalYear: fiscalYear(row.fiscal_year),
  number: row.number,
  organizationName: row.organization_name,
  amount: yen(row.amount),
  payee: snapshotOf(row.payee),
});
