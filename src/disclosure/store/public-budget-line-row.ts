import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Yen } from '../../kernel/yen.js';
import { yenColumn } from '../../platform/database/index.js';

@Entity('public_budget_lines')
export class PublicBudgetLineRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'integer' })
  fiscalYear!: number;

  @Column({ type: 'text' })
  code!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'bigint', transformer: yenColumn })
  ceiling!: Yen;

  @Column({ type: 'text', array: true })
  programs!: string[];

  @Column({ type: 'text', array: true })
  programIds!: string[];

  @Column({ type: 'timestamptz' })
  updatedAt!: Date;
}
