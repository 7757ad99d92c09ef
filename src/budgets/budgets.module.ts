import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BudgetChangeRow } from './store/budget-change-row.js';
import { BudgetChangeStore } from './store/budget-change.store.js';
import { BudgetClosingRow } from './store/budget-closing-row.js';
import { BudgetLineRow } from './store/budget-line-row.js';
import { CommitmentRow } from './store/commitment-row.js';
import { CommitmentSeriesRow } from './store/commitment-series-row.js';
import { LedgerPostingRow } from './store/ledger-posting-row.js';
import { LedgerBooks } from './store/ledger-books.js';
import { LapseStore } from './store/lapse.store.js';
import { LedgerOrders } from './store/ledger-orders.js';
import { LedgerStore } from './store/ledger.store.js';
import { ProveLedger } from './store/prove-ledger.js';
import { BudgetChangeBook } from './use-cases/budget-change-book.js';
import { BudgetLedger } from './use-cases/budget-ledger.js';
import { OpenBudgetLine } from './use-cases/open-budget-line.use-case.js';
import { RecordBudgetChange } from './use-cases/record-budget-change.use-case.js';
import { ReverseBudgetChange } from './use-cases/reverse-budget-change.use-case.js';
import { ViewBudget } from './use-cases/view-budget.use-case.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      BudgetLineRow,
      BudgetChangeRow,
      LedgerPostingRow,
      CommitmentRow,
      CommitmentSeriesRow,
      BudgetClosingRow,
    ]),
  ],
  providers: [
    LedgerOrders,
    LedgerStore,
    LapseStore,
    BudgetChangeStore,
    ProveLedger,
    LedgerBooks,
    BudgetLedger,
    BudgetChangeBook,
    OpenBudgetLine,
    RecordBudgetChange,
    ReverseBudgetChange,
    ViewBudget,
  ],
  exports: [BudgetLedger, LedgerBooks, OpenBudgetLine, RecordBudgetChange, ReverseBudgetChange, ViewBudget],
})
export class BudgetsModule {}
