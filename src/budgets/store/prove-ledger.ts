import { Injectable } from '@nestjs/common';
import { yen } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import type { LedgerDifference } from '../domain/budget-line.js';
import type { Account } from '../domain/ledger.js';

interface DifferenceRow {
  kind: LedgerDifference['kind'];
  line_id: string;
  line_name: string;
  account: Account;
  cause_kind: string | null;
  cause_id: string | null;
  recorded: string;
  proven: string;
}

/**
 * Recomputes the town's ledger from its postings alone and names every disagreement: a balance that is not the sum of its
 * postings, a cause that was given back more than it had, or
 * of which more was ordered than committed, paid than ordered or returned than paid; a numbered commitment whose posting differs, a 補正, 流用 or 配当
 * whose postings are not exactly its own amount on its own lines.
 */
@Injectable()
export class ProveLedger {
  async differences(tx: Transaction): Promise<LedgerDifference[]> {
    const rows = await tx.query<DifferenceRow>(`
      WITH kept AS (
        SELECT line.id, line.name, balance.account, balance.amount
          FROM budget_lines line
          CROSS JOIN LATERAL (VALUES ('ceiling', line.ceiling), ('allotted', line.allotted), ('reserved', line.reserved),
                                     ('committed', line.committed), ('ordered', line.ordered), ('paid', line.paid),
                                     ('returned', line.returned)) AS balance (account, amount)
      ), posted AS (
        SELECT line_id, account, sum(amount) AS amount FROM ledger_postings GROUP BY line_id, account
      ), by_cause AS (
        SELECT line_id, account, cause_kind, cause_id, sum(amount) AS amount,
               coalesce(sum(amount) FILTER (WHERE entry = 'committed'), 0) AS by_commitment
          FROM ledger_postings GROUP BY line_id, account, cause_kind, cause_id
      ), held AS (
        SELECT line_id, cause_kind, cause_id,
               coalesce(sum(amount) FILTER (WHERE account = 'committed'), 0) AS committed,
               coalesce(sum(amount) FILTER (WHERE account = 'ordered'), 0) AS ordered,
               coalesce(sum(amount) FILTER (WHERE account = 'paid'), 0) AS paid,
               coalesce(sum(amount) FILTER (WHERE account = 'returned'), 0) AS returned
          FROM ledger_postings GROUP BY line_id, cause_kind, cause_id
      ), leg AS (
        SELECT id::text AS cause_id, line_id, CASE kind WHEN 'allotment' THEN 'allotted' ELSE 'ceiling' END AS account,
               CASE kind WHEN 'transfer' THEN -amount ELSE amount END AS amount
          FROM budget_changes
        UNION ALL
        SELECT id::text, to_line_id, 'ceiling', amount FROM budget_changes WHERE to_line_id IS NOT NULL
      ), posted_leg AS (
        SELECT * FROM by_cause WHERE cause_kind = 'budget-change'
      )
      SELECT 'balance-differs' AS kind, kept.id AS line_id, kept.name AS line_name, kept.account,
             NULL AS cause_kind, NULL AS cause_id, kept.amount AS recorded, coalesce(posted.amount, 0) AS proven
        FROM kept LEFT JOIN posted ON posted.line_id = kept.id AND posted.account = kept.account
       WHERE kept.amount <> coalesce(posted.amount, 0)
      UNION ALL
      SELECT 'cause-below-zero', line.id, line.name, by_cause.account,
             by_cause.cause_kind, by_cause.cause_id, by_cause.amount, 0
        FROM by_cause JOIN budget_lines line ON line.id = by_cause.line_id
       WHERE by_cause.amount < 0 AND by_cause.account NOT IN ('ceiling', 'allotted')
      UNION ALL
      SELECT 'cause-overdrawn', line.id, line.name, chain.account, held.cause_kind, held.cause_id, chain.amount, chain.bound
        FROM held JOIN budget_lines line ON line.id = held.line_id
        CROSS JOIN LATERAL (VALUES ('ordered', held.ordered, held.committed + held.returned), ('paid', held.paid, held.ordered),
                                   ('returned', held.returned, held.paid)) AS chain (account, amount, bound)
       WHERE chain.amount > chain.bound
      UNION ALL
      SELECT 'commitment-differs', line.id, line.name, 'committed',
             coalesce(commitments.cause_kind, posted.cause_kind), coalesce(commitments.cause_id, posted.cause_id),
             coalesce(commitments.amount, 0), coalesce(posted.by_commitment, 0)
        FROM commitments
        FULL JOIN (SELECT * FROM by_cause WHERE account = 'committed') posted
          ON posted.line_id = commitments.line_id AND posted.cause_kind = commitments.cause_kind
         AND posted.cause_id = commitments.cause_id
        JOIN budget_lines line ON line.id = coalesce(commitments.line_id, posted.line_id)
       WHERE coalesce(commitments.amount, 0) <> coalesce(posted.by_commitment, 0)
      UNION ALL
      SELECT 'change-differs', line.id, line.name, coalesce(leg.account, posted_leg.account),
             'budget-change', coalesce(leg.cause_id, posted_leg.cause_id),
             coalesce(leg.amount, 0), coalesce(posted_leg.amount, 0)
        FROM leg
        FULL JOIN posted_leg ON posted_leg.line_id = leg.line_id AND posted_leg.account = leg.account
         AND posted_leg.cause_id = leg.cause_id
        JOIN budget_lines line ON line.id = coalesce(leg.line_id, posted_leg.line_id)
       WHERE coalesce(leg.amount, 0) <> coalesce(posted_leg.amount, 0)
       ORDER BY line_name, account`);
    return rows.map((row) => ({
      kind: row.kind,
      lineId: row.line_id,
      lineName: row.line_name,
      account: row.account,
      cause: row.cause_kind === null || row.cause_id === null ? null : { kind: row.cause_kind, id: row.cause_id },
      recorded: yen(row.recorded),
      proven: yen(row.proven),
    }));
  }
}
