import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Yen } from '../../kernel/yen.js';
import { yenColumn } from '../../platform/database/index.js';

@Entity('payment_batch_confirmations')
export class BatchConfirmationRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  batchId!: string;

  @PrimaryColumn({ type: 'text' })
  staffId!: string;

  @PrimaryColumn({ type: 'text' })
  fileSha256!: string;

  @Column({ type: 'integer' })
  count!: number;

  @Column({ type: 'bigint', transformer: yenColumn })
  total!: Yen;

  @Column({ type: 'text' })
  staffName!: string;

  @Column({ type: 'text' })
  postNames!: string;

  @Column({ type: 'timestamptz' })
  at!: Date;
}
