import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Yen } from '../../kernel/yen.js';
import { yenColumn } from '../../platform/database/index.js';

@Entity('budget_lines')
export class BudgetLineRow {
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

  @Column({ type: 'text' })
  source!: string;

  @Column({ type: 'bigint', transformer: yenColumn })
  ceiling!: Yen;

  @Column({ type: 'bigint', transformer: yenColumn })
  allotted!: Yen;

  @Column({ type: 'bigint', transformer: yenColumn })
  reserved!: Yen;

  @Column({ type: 'bigint', transformer: yenColumn })
  committed!: Yen;

  @Column({ type: 'bigint', transformer: yenColumn })
  ordered!: Yen;

  @Column({ type: 'bigint', transformer: yenColumn })
  paid!: Yen;

  @Column({ type: 'bigint', transformer: yenColumn })
  returned!: Yen;
}
