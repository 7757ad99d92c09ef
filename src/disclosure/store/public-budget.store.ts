import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { fiscalYear, type FiscalYear } from '../../kernel/fiscal-year.js';
import { yen } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import type { BudgetExecution, PublicBudgetLine } from '../domain/public-budget.js';
import { PublicBudgetLineRow } from './public-budget-line-row.js';

interface ExecutionRow {
  id: string;
  fiscalYear: number;
  code: string;
  name: string;
  ceiling: string;
  programs: string[];
  programIds: string[];
  grants: number;
  decided: string;
  paid: string;
  paidBack: string;
}

@Injectable()
export class PublicBudgetStore {
  /** By line: its code. */
  async codes(tx: Transaction): Promise<ReadonlyMap<string, string>> {
    const rows = await tx.manager.find(PublicBudgetLineRow, { select: { id: true, code: true } });
    return new Map(rows.map(({ id, code }) => [id, code]));
  }

  /** Whether anything reads otherwise now. */
  async put(tx: Transaction, line: PublicBudgetLine): Promise<boolean> {
    const before = await tx.manager.findOneBy(PublicBudgetLineRow, { id: line.id });
    const row = { ...line, municipalityId: tx.municipalityId };
    if (before && isDeepStrictEqual({ ...before }, { ...row, updatedAt: before.updatedAt })) return false;
    await tx.manager.upsert(PublicBudgetLineRow, { ...row, updatedAt: tx.now } as never, ['municipalityId', 'id']);
    return true;
  }

  async remove(tx: Transaction, id: string): Promise<boolean> {
    return ((await tx.manager.delete(PublicBudgetLineRow, { id })).affected ?? 0) > 0;
  }

  /** Newest year first, then by code; every year, or one. What is decided is counted from the grants that are public. */
  async execution(tx: Transaction, year?: FiscalYear): Promise<BudgetExecution[]> {
    const rows = await tx.query<ExecutionRow>(
      `SELECT l.id, l.fiscal_year AS "fiscalYear", l.code, l.name, l.ceiling, l.programs,
              l.program_ids AS "programIds", count(g.id)::int AS grants,
              coalesce(sum(g.amount_in_force), 0) AS decided, coalesce(sum(g.paid_amount - g.paid_later), 0) AS paid,
              coalesce(sum(g.paid_back), 0) AS "paidBack"
         FROM public_budget_lines l
         LEFT JOIN public_grants g ON (g.municipality_id, g.budget_line_id) = (l.municipality_id, l.id)
        WHERE l.municipality_id = $1 AND ($2::int IS NULL OR l.fiscal_year = $2)
        GROUP BY l.municipality_id, l.id ORDER BY l.fiscal_year DESC, l.code`,
      [tx.municipalityId, year ?? null],
    );
    return rows.map((row) => ({
      ...row,
      fiscalYear: fiscalYear(row.fiscalYear),
      ...{ ceiling: yen(row.ceiling), decided: yen(row.decided), paid: yen(row.paid), paidBack: yen(row.paidBack) },
    }));
  }
}
