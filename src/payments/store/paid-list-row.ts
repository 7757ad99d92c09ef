import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Yen } from '../../kernel/yen.js';
import { yenColumn } from '../../platform/database/index.js';

@Entity('paid_lists')
export class PaidListRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  fileSha256!: string;

  @Column({ type: 'text' })
  fileName!: string;

  @Column({ type: 'integer' })
  count!: number;

  @Column({ type: 'bigint', transformer: yenColumn })
  total!: Yen;

  @Column({ type: 'text' })
  takenBy!: string;

  @Column({ type: 'timestamptz' })
  takenAt!: Date;
}
