import { Injectable } from '@nestjs/common';
import { fiscalYear, formatFiscalYear, type FiscalYear } from '../../kernel/fiscal-year.js';
import { DomainError } from '../../kernel/domain-error.js';
import { yen, type Yen } from '../../kernel/yen.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Transaction } from '../../platform/database/index.js';
import type { BudgetLine, Cause, Commitment, LedgerPosting } from '../domain/budget-line.js';
import { commitmentNumber } from '../domain/commitment-number.js';
import type { YearClosing } from '../domain/budget-year.js';
import {
  ACCOUNTS,
  applyMovements,
  availableOf,
  NO_BALANCES,
  type Account,
  type Balances,
  type Entry,
  type Movement,
} from '../domain/ledger.js';
import { BudgetClosingRow } from './budget-closing-row.js';
import { BudgetLineRow } from './budget-line-row.js';
import { CommitmentRow } from './commitment-row.js';
import { LedgerPostingRow } from './ledger-posting-row.js';

/** What a group of postings is written for. */
export interface PostingReason {
  readonly entry: Entry;
  readonly cause: Cause;
  /** The paper behind it, see `LedgerPosting.order`. */
  readonly order?: Cause;
  readonly note?: string;
  /** See `LedgerPosting.moneyOn`. */
  readonly moneyOn?: LocalDate;
}

/** Rows of the ledger. Whoever posts must hold the lock of the line: `lock` comes first. */
@Injectable()
export class LedgerStore {
  async open(
    tx: Transaction,
    line: Pick<BudgetLineRow, 'id' | 'fiscalYear' | 'code' | 'name' | 'source'>,
  ): Promise<void> {
    await tx.manager.insert(BudgetLineRow, { ...line, ...NO_BALANCES, municipalityId: tx.municipalityId });
  }

  async hasCode(tx: Transaction, year: FiscalYear, code: string): Promise<boolean> {
    return tx.manager.existsBy(BudgetLineRow, { fiscalYear: year, code });
  }

  async line(tx: Transaction, id: string): Promise<BudgetLine> {
    const row = await tx.manager.findOneBy(BudgetLineRow, { id });
    if (!row) throw DomainError.notFound();
    return toLine(row);
  }

  async lines(tx: Transaction, year: FiscalYear): Promise<BudgetLine[]> {
    const rows = await tx.manager.find(BudgetLineRow, { where: { fiscalYear: year }, order: { code: 'ASC' } });
    return rows.map(toLine);
  }

  async allLines(tx: Transaction): Promise<BudgetLine[]> {
    const rows = await tx.manager.find(BudgetLineRow, { order: { fiscalYear: 'ASC', code: 'ASC' } });
    return rows.map(toLine);
  }

  /** Every other draft on the line waits here until this transaction ends. */
  async lock(tx: Transaction, id: string): Promise<BudgetLine> {
    const row = await tx.manager.findOne(BudgetLineRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!row) throw DomainError.notFound();
    return toLine(row);
  }

  /**
   * Writes the postings and brings the balances to their sum, which it returns; the caller holds the lock of `line`. Throws
   * `budgets.year-closed`: under that lock no closing can come between. What moves nothing is no posting, so a closed year
   * does not stand against it: a grant may be revoked after 出納閉鎖, and what comes back is revenue.
   */
  async post(
    tx: Transaction,
    line: BudgetLine,
    movements: readonly Movement[],
    reason: PostingReason,
  ): Promise<BudgetLine> {
    return this.postAll(tx, line, [{ movements, reason }]);
  }

  /** The same of several groups at once: only their sum must be lawful for the line. */
  async postAll(
    tx: Transaction,
    line: BudgetLine,
    groups: readonly { readonly movements: readonly Movement[]; readonly reason: PostingReason }[],
  ): Promise<BudgetLine> {
    const movements = groups.flatMap((group) => group.movements);
    if (movements.length === 0) return line;
    await this.refuseInClosedYear(tx, line.fiscalYear);
    for (const group of groups) await this.write(tx, line, group.movements, group.reason);
    const after = applyMovements(line, movements);
    await this.balance(tx, line.id, after);
    return { ...line, ...after, available: availableOf(after) };
  }

  private async write(
    tx: Transaction,
    line: BudgetLine,
    movements: readonly Movement[],
    reason: PostingReason,
  ): Promise<void> {
    const causeLabel = reason.cause.label ?? (await this.labelOf(tx, reason.cause));
    for (const { account, amount } of movements) {
      await tx.manager.insert(LedgerPostingRow, {
        municipalityId: tx.municipalityId,
        lineId: line.id,
        account,
        amount,
        entry: reason.entry,
        causeKind: reason.cause.kind,
        causeId: reason.cause.id,
        causeLabel,
        orderKind: reason.order?.kind ?? null,
        orderId: reason.order?.id ?? null,
        note: reason.note ?? '',
        postedOn: tx.today,
        moneyOn: reason.moneyOn ?? null,
        postedAt: tx.now,
        postedBy: tx.actor.name,
      });
    }
  }

  /** Brings the line to these balances; the caller has written the postings that make them. */
  async balance(tx: Transaction, lineId: string, balances: Balances): Promise<void> {
    const columns = Object.fromEntries(ACCOUNTS.map((account) => [account, balances[account]]));
    await tx.manager.update(BudgetLineRow, { id: lineId }, columns);
  }

  async closingOf(tx: Transaction, year: FiscalYear): Promise<YearClosing | null> {
    const row = await tx.manager.findOneBy(BudgetClosingRow, { fiscalYear: year });
    return row && { fiscalYear: year, closedOn: row.closedOn, closedAt: row.closedAt, closedBy: row.closedBy };
  }

  async saveClosing(tx: Transaction, year: FiscalYear): Promise<void> {
    const { municipalityId, today, now, actor } = tx;
    await tx.manager.insert(BudgetClosingRow, {
      municipalityId,
      fiscalYear: year,
      closedOn: today,
      closedAt: now,
      closedBy: actor.name,
    });
  }

  async refuseInClosedYear(tx: Transaction, year: FiscalYear): Promise<void> {
    const closing = await this.closingOf(tx, year);
    if (!closing) return;
    throw new DomainError('budgets.year-closed', 'conflict', { year: formatFiscalYear(year) });
  }

  /** The lines on which the cause still holds a reservation or a commitment; more than one is never written. */
  async linesHolding(tx: Transaction, cause: Cause): Promise<string[]> {
    const rows = await tx.query<{ line_id: string }>(
      `SELECT line_id FROM ledger_postings
        WHERE cause_kind = $1 AND cause_id = $2 AND account IN ('reserved', 'committed')
        GROUP BY line_id HAVING sum(amount) <> 0`,
      [cause.kind, cause.id],
    );
    return rows.map((row) => row.line_id);
  }

  /** What still waits on the line for a decision, by cause. */
  async reservationsOn(tx: Transaction, lineId: string): Promise<Cause[]> {
    return tx.query<Cause>(
      `SELECT cause_kind AS kind, cause_id AS id FROM ledger_postings WHERE line_id = $1 AND account = 'reserved'
        GROUP BY cause_kind, cause_id HAVING sum(amount) <> 0 ORDER BY min(id)`,
      [lineId],
    );
  }

  async heldBy(tx: Transaction, lineId: string, cause: Cause): Promise<Balances> {
    return sumOf(
      await tx.query<AccountSum>(
        `SELECT account, sum(amount) AS total FROM ledger_postings
          WHERE line_id = $1 AND cause_kind = $2 AND cause_id = $3 GROUP BY account`,
        [lineId, cause.kind, cause.id],
      ),
    );
  }

  /** What of the cause was carried over into the next year, in yen above zero. */
  async carriedOf(tx: Transaction, cause: Cause): Promise<Yen> {
    const [row] = await tx.query<{ total: string | null }>(
      `SELECT -sum(amount) AS total FROM ledger_postings
        WHERE cause_kind = $1 AND cause_id = $2 AND entry = 'carried-out'`,
      [cause.kind, cause.id],
    );
    return yen(row?.total ?? 0);
  }

  /** The budget that lines got from the year before, by line. */
  async carriedInto(tx: Transaction, lineId: string): Promise<Yen> {
    const [row] = await tx.query<{ total: string | null }>(
      `SELECT sum(amount) AS total FROM ledger_postings
        WHERE line_id = $1 AND entry = 'carried-in' AND account = 'ceiling'`,
      [lineId],
    );
    return yen(row?.total ?? 0);
  }

  /** The same by the paper behind it, in the order in which each came; null: what has none. */
  async heldByPaper(
    tx: Transaction,
    lineId: string,
    cause: Cause,
  ): Promise<{ readonly order: Cause | null; readonly held: Balances }[]> {
    const rows = await tx.query<AccountSum & { order_kind: string | null; order_id: string | null }>(
      `SELECT order_kind, order_id, account, sum(amount) AS total FROM ledger_postings
        WHERE line_id = $1 AND cause_kind = $2 AND cause_id = $3
        GROUP BY order_kind, order_id, account ORDER BY min(id)`,
      [lineId, cause.kind, cause.id],
    );
    const papers = new Map<string, { order: Cause | null; sums: AccountSum[] }>();
    for (const { order_kind: kind, order_id: id, ...sum } of rows) {
      const key = `${kind ?? ''}/${id ?? ''}`;
      const paper = papers.get(key) ?? { order: kind === null || id === null ? null : { kind, id }, sums: [] };
      paper.sums.push(sum);
      papers.set(key, paper);
    }
    return [...papers.values()].map(({ order, sums }) => ({ order, held: sumOf(sums) }));
  }

  async under(tx: Transaction, order: Cause): Promise<Balances> {
    return sumOf(
      await tx.query<AccountSum>(
        `SELECT account, sum(amount) AS total FROM ledger_postings
          WHERE order_kind = $1 AND order_id = $2 GROUP BY account`,
        [order.kind, order.id],
      ),
    );
  }

  /** What the order was posted on: its line and the cause whose commitment it uses. */
  async postedOrder(tx: Transaction, order: Cause): Promise<{ lineId: string; cause: Cause } | null> {
    const row = await tx.manager.findOne(LedgerPostingRow, {
      where: { orderKind: order.kind, orderId: order.id },
      order: { id: 'DESC' },
    });
    return row && { lineId: row.lineId, cause: { kind: row.causeKind, id: row.causeId } };
  }

  /** Takes the next number of the town's year; a transaction that fails gives it back, so the series has no gaps. */
  async saveCommitment(
    tx: Transaction,
    line: BudgetLine,
    cause: Cause,
    amount: Balances['committed'],
  ): Promise<string> {
    const [taken] = await tx.query<{ last_number: number }>(
      `INSERT INTO commitment_series (municipality_id, fiscal_year, last_number) VALUES ($1, $2, 1)
       ON CONFLICT (municipality_id, fiscal_year) DO UPDATE SET last_number = commitment_series.last_number + 1
       RETURNING last_number`,
      [tx.municipalityId, line.fiscalYear],
    );
    if (!taken) throw new Error('the commitment series returned no number');
    await tx.manager.insert(CommitmentRow, {
      municipalityId: tx.municipalityId,
      fiscalYear: line.fiscalYear,
      number: taken.last_number,
      lineId: line.id,
      causeKind: cause.kind,
      causeId: cause.id,
      amount,
      committedOn: tx.today,
    });
    return commitmentNumber(line.fiscalYear, taken.last_number);
  }

  async commitmentOf(tx: Transaction, cause: Cause): Promise<Commitment | null> {
    const row = await tx.manager.findOneBy(CommitmentRow, { causeKind: cause.kind, causeId: cause.id });
    return row && toCommitment(row);
  }

  async commitmentsOn(tx: Transaction, lineId: string): Promise<Commitment[]> {
    const rows = await tx.manager.find(CommitmentRow, { where: { lineId }, order: { number: 'ASC' } });
    return rows.map(toCommitment);
  }

  async postings(tx: Transaction, lineId: string): Promise<LedgerPosting[]> {
    const rows = await tx.manager.find(LedgerPostingRow, { where: { lineId }, order: { id: 'ASC' } });
    return rows.map(toPosting);
  }

  private async labelOf(tx: Transaction, cause: Cause): Promise<string> {
    const first = await tx.manager.findOne(LedgerPostingRow, {
      where: { causeKind: cause.kind, causeId: cause.id },
      order: { id: 'ASC' },
    });
    return first?.causeLabel ?? '';
  }
}

interface AccountSum {
  account: Account;
  total: string;
}

const sumOf = (sums: readonly AccountSum[]): Balances =>
  applyMovements(
    NO_BALANCES,
    sums.map(({ account, total }) => ({ account, amount: yen(total) })),
  );

const toLine = ({ municipalityId: _town, ...row }: BudgetLineRow): BudgetLine => ({
  ...row,
  fiscalYear: fiscalYear(row.fiscalYear),
  available: availableOf(row),
});

const toPosting = (row: LedgerPostingRow): LedgerPosting => ({
  id: row.id,
  account: row.account,
  amount: row.amount,
  entry: row.entry,
  cause: { kind: row.causeKind, id: row.causeId, label: row.causeLabel },
  order: row.orderKind === null || row.orderId === null ? null : { kind: row.orderKind, id: row.orderId },
  note: row.note,
  postedOn: row.postedOn,
  moneyOn: row.moneyOn,
  postedAt: row.postedAt,
  postedBy: row.postedBy,
});

const toCommitment = (row: CommitmentRow): Commitment => ({
  number: commitmentNumber(fiscalYear(row.fiscalYear), row.number),
  lineId: row.lineId,
  cause: { kind: row.causeKind, id: row.causeId },
  amount: row.amount,
  committedOn: row.committedOn,
});
