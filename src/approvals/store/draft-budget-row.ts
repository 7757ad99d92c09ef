import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { KeptBudget } from '../domain/kept-budget.js';

@Entity('draft_budgets')
export class DraftBudgetRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  draftId!: string;

  @Column({ type: 'jsonb' })
  budgets!: readonly KeptBudget[];
}
