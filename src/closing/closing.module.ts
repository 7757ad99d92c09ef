import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BudgetsModule } from '../budgets/budgets.module.js';
import { GrantsModule } from '../grants/grants.module.js';
import { PaymentsModule } from '../payments/payments.module.js';
import { BookProofRow } from './store/book-proof-row.js';
import { BookProofStore } from './store/book-proof.store.js';
import { KeepProof } from './use-cases/keep-proof.use-case.js';
import { TownBooks } from './use-cases/town-books.js';
import { ViewProof } from './use-cases/view-proof.use-case.js';

@Module({
  imports: [TypeOrmModule.forFeature([BookProofRow]), BudgetsModule, GrantsModule, PaymentsModule],
  providers: [BookProofStore, TownBooks, KeepProof, ViewProof],
  exports: [KeepProof, ViewProof],
})
export class ClosingModule {}
