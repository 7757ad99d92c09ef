import { Injectable } from '@nestjs/common';
import { fiscalYear, type FiscalYear } from '../../kernel/fiscal-year.js';
import { sumYen, type Yen } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import type { BudgetLine, Cause, LapsedCommitment } from '../domain/budget-line.js';
import { lapsing, type Account } from '../domain/ledger.js';
import { BudgetLineRow } from './budget-line-row.js';
import { balancesOf } from './ledger-books.js';
import { LedgerPostingRow } from './ledger-posting-row.js';

interface HeldRow {
  kind: string;
  id: string;
  label: string;
  sums: Partial<Record<Account, string>>;
}

/** How many rows one statement writes: each takes thirteen of PostgreSQL's 65,535 parameters. */
const ROWS_AT_ONCE = 1000;

/** The postings by which a closing takes back what was committed and never ordered: those of a whole line at once. */
@Injectable()
export class LapseStore {
  /** The caller holds the lock of `line`, has released its reservations, and closes its year in this transaction. */
  async lapse(tx: Transaction, line: BudgetLine): Promise<LapsedCommitment[]> {
    const lapsed = (await this.committedOn(tx, line.id)).flatMap(({ kind, id, label, sums }): LapsedCommitment[] => {
      const [taken] = lapsing(balancesOf(sums));
      return taken ? [{ lineId: line.id, cause: { kind, id, label }, amount: -taken.amount as Yen }] : [];
    });
    const closing: Cause = { kind: 'year-closing', id: String(line.fiscalYear) };
    const rows = lapsed.map(({ cause, amount }) => ({
      ...{ municipalityId: tx.municipalityId, lineId: line.id, account: 'committed' as const, amount: -amount as Yen },
      ...{ entry: 'lapsed' as const, causeKind: cause.kind, causeId: cause.id, causeLabel: cause.label ?? '' },
      ...{ orderKind: closing.kind, orderId: closing.id, note: '' },
      ...{ postedOn: tx.today, postedAt: tx.now, postedBy: tx.actor.name },
    }));
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
      await tx.manager.insert(LedgerPostingRow, rows.slice(from, from + ROWS_AT_ONCE));
    const committed = (line.committed - sumYen(lapsed.map(({ amount }) => amount))) as Yen;
    if (lapsed.length > 0) await tx.manager.update(BudgetLineRow, { id: line.id }, { committed });
    return lapsed;
  }

  /** The closed year in which the cause's commitment lapsed; null where none did. */
  async lapsedIn(tx: Transaction, cause: Cause): Promise<FiscalYear | null> {
    const [row] = await tx.query<{ fiscal_year: number }>(
      `SELECT line.fiscal_year FROM ledger_postings posting
         JOIN budget_lines line ON (line.municipality_id, line.id) = (posting.municipality_id, posting.line_id)
        WHERE posting.cause_kind = $1 AND posting.cause_id = $2 AND posting.entry = 'lapsed' LIMIT 1`,
      [cause.kind, cause.id],
    );
    return row ? fiscalYear(row.fiscal_year) : null;
  }

  private committedOn(tx: Transaction, lineId: string): Promise<HeldRow[]> {
    return tx.query<HeldRow>(
      `SELECT kind, id, max(label) AS label, jsonb_object_agg(account, total::text) AS sums
         FROM (SELECT cause_kind AS kind, cause_id AS id, max(cause_label) AS label, account, sum(amount) AS total
                 FROM ledger_postings WHERE line_id = $1 AND account IN ('committed', 'ordered', 'returned')
                GROUP BY cause_kind, cause_id, account) AS summed
        GROUP BY kind, id ORDER BY kind, id`,
      [lineId],
    );
  }
}
