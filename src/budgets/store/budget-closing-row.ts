import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';

@Entity('budget_closings')
export class BudgetClosingRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'integer' })
  fiscalYear!: number;

  @Column({ type: 'date' })
  closedOn!: LocalDate;

  @Column({ type: 'timestamptz' })
  closedAt!: Date;

  @Column({ type: 'text' })
  closedBy!: string;
}
