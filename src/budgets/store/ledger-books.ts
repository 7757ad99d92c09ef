import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import type { Cause, LapsedCommitment } from '../domain/budget-line.js';
import { applyMovements, NO_BALANCES, type Account, type Balances, type Entry } from '../domain/ledger.js';
import { yen } from '../../kernel/yen.js';

/** What the postings of one cause on one line add up to. */
export interface HeldByCause {
  readonly lineId: string;
  readonly cause: Cause;
  readonly held: Balances;
}

/** What the postings under one order, receipt or change add up to. */
export interface PostedUnder {
  readonly lineId: string;
  readonly paper: Cause;
  readonly posted: Balances;
}

/** A posting with the words of its line, as evidence prints it; the amount in signed digits. */
export interface NamedPosting {
  readonly id: string;
  readonly lineCode: string;
  readonly lineName: string;
  readonly fiscalYear: number;
  readonly postedOn: string;
  /** 支払日・領収日; null where no money moved. */
  readonly moneyOn: string | null;
  readonly entry: Entry;
  readonly account: Account;
  readonly amount: string;
  readonly label: string;
  readonly note: string;
  readonly postedBy: string;
}

interface SumRow {
  line_id: string;
  kind: string;
  id: string;
  label: string;
  sums: Partial<Record<Account, string>>;
}

/**
 * The ledger of all years as sums of its postings, for the proof that other books agree with it. What stands at nothing is left
 * out, so that a cause that a 科目更正 moved stands on its new line alone.
 */
@Injectable()
export class LedgerBooks {
  async byCause(tx: Transaction): Promise<HeldByCause[]> {
    const rows = await this.sums(tx, 'cause');
    return rows.map(({ line_id: lineId, kind, id, label, sums }) => ({
      lineId,
      cause: { kind, id, label },
      held: balancesOf(sums),
    }));
  }

  async byPaper(tx: Transaction): Promise<PostedUnder[]> {
    const rows = await this.sums(tx, 'order');
    return rows.map(({ line_id: lineId, kind, id, label, sums }) => ({
      lineId,
      paper: { kind, id, label },
      posted: balancesOf(sums),
    }));
  }

  /** 不用 of every closing. */
  async lapses(tx: Transaction): Promise<LapsedCommitment[]> {
    const rows = await tx.query<{ line_id: string; kind: string; id: string; label: string; amount: string }>(
      `SELECT line_id, cause_kind AS kind, cause_id AS id, max(cause_label) AS label, (-sum(amount))::text AS amount
         FROM ledger_postings WHERE entry = 'lapsed'
        GROUP BY line_id, cause_kind, cause_id ORDER BY line_id, kind, id`,
    );
    return rows.map(({ line_id: lineId, kind, id, label, amount }) => ({
      lineId,
      cause: { kind, id, label },
      amount: yen(amount),
    }));
  }

  /** Every posting for any of these causes or papers, oldest first. */
  async postingsOf(tx: Transaction, ids: readonly string[]): Promise<NamedPosting[]> {
    return tx.query<NamedPosting>(
      `SELECT posting.id, line.code AS "lineCode", line.name AS "lineName", line.fiscal_year AS "fiscalYear",
              posting.posted_on::text AS "postedOn", posting.money_on::text AS "moneyOn", posting.entry, posting.account, posting.amount::text AS amount,
              posting.cause_label AS label, posting.note, posting.posted_by AS "postedBy"
         FROM ledger_postings posting
         JOIN budget_lines line ON (line.municipality_id, line.id) = (posting.municipality_id, posting.line_id)
        WHERE posting.municipality_id = $1 AND (posting.cause_id = ANY ($2) OR posting.order_id = ANY ($2))
        ORDER BY posting.id`,
      [tx.municipalityId, ids],
    );
  }

  private sums(tx: Transaction, by: 'cause' | 'order'): Promise<SumRow[]> {
    return tx.query<SumRow>(
      `SELECT line_id, ${by}_kind AS kind, ${by}_id AS id, max(cause_label) AS label,
              jsonb_object_agg(account, total::text) AS sums
         FROM (SELECT line_id, ${by}_kind, ${by}_id, account, max(cause_label) AS cause_label, sum(amount) AS total
                 FROM ledger_postings WHERE ${by}_id IS NOT NULL GROUP BY line_id, ${by}_kind, ${by}_id, account) AS summed
        GROUP BY line_id, ${by}_kind, ${by}_id HAVING bool_or(total <> 0) ORDER BY line_id, kind, id`,
    );
  }
}

/** Of the sums of postings by account, in digits. */
export const balancesOf = (sums: Partial<Record<Account, string>>): Balances =>
  applyMovements(
    NO_BALANCES,
    Object.entries(sums).map(([account, total]) => ({ account: account as Account, amount: yen(total) })),
  );
