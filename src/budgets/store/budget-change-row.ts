import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Yen } from '../../kernel/yen.js';
import { yenColumn } from '../../platform/database/index.js';
import type { ChangeKind } from '../domain/budget-change.js';

@Entity('budget_changes')
export class BudgetChangeRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  requestId!: string;

  @Column({ type: 'text' })
  kind!: ChangeKind;

  @Column({ type: 'uuid' })
  lineId!: string;

  @Column({ type: 'uuid', nullable: true })
  toLineId!: string | null;

  @Column({ type: 'bigint', transformer: yenColumn })
  amount!: Yen;

  @Column({ type: 'date' })
  effectiveOn!: LocalDate;

  @Column({ type: 'text' })
  basis!: string;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'text' })
  provision!: string;

  @Column({ type: 'uuid', nullable: true })
  reverses!: string | null;

  @Column({ type: 'date' })
  recordedOn!: LocalDate;

  @Column({ type: 'timestamptz' })
  recordedAt!: Date;

  @Column({ type: 'text' })
  recordedBy!: string;
}
