import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Yen } from '../../kernel/yen.js';
import { yenColumn } from '../../platform/database/index.js';
import type { BatchState } from '../domain/payment-batch.js';

@Entity('payment_batches')
export class PaymentBatchRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'date' })
  paymentDate!: LocalDate;

  @Column({ type: 'integer' })
  number!: number;

  @Column({ type: 'text' })
  state!: BatchState;

  @Column({ type: 'integer' })
  count!: number;

  @Column({ type: 'bigint', transformer: yenColumn })
  total!: Yen;

  @Column({ type: 'text' })
  collectedBy!: string;

  @Column({ type: 'timestamptz' })
  collectedAt!: Date;

  @Column({ type: 'text', nullable: true })
  releasedBy!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  releasedAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  fileSha256!: string | null;

  @Column({ type: 'text', nullable: true })
  fileName!: string | null;

  @Column({ type: 'date', nullable: true })
  paidOn!: LocalDate | null;

  @Column({ type: 'integer' })
  version!: number;
}
