import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BudgetLineRow } from './store/budget-line-row.js';
import { CommitmentRow } from './store/commitment-row.js';
import { CommitmentSeriesRow } from './store/commitment-series-row.js';
import { LedgerPostingRow } from './store/ledger-posting-row.js';
import { LedgerStore } from './store/ledger.store.js';
import { ProveLedger } from './store/prove-ledger.js';
import { BudgetLedger } from './use-cases/budget-ledger.js';
import { OpenBudgetLine } from './use-cases/open-budget-line.use-case.js';
import { ViewBudget } from './use-cases/view-budget.use-case.js';

@Module({
  imports: [TypeOrmModule.forFeature([BudgetLineRow, LedgerPostingRow, CommitmentRow, CommitmentSeriesRow])],
  providers: [LedgerStore, ProveLedger, BudgetLedger, OpenBudgetLine, ViewBudget],
  exports: [BudgetLedger, OpenBudgetLine, ViewBudget],
})
export class BudgetsModule {}
