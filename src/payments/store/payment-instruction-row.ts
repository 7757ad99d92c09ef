import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Yen } from '../../kernel/yen.js';
import { yenColumn } from '../../platform/database/index.js';

@Entity('payment_instructions')
export class PaymentInstructionRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  claimId!: string;

  /** Counts what was tried for the claim, from 1. */
  @PrimaryColumn({ type: 'integer' })
  attempt!: number;

  @Column({ type: 'uuid' })
  orderId!: string;

  @Column({ type: 'text' })
  way!: 'accounting-file' | 'bank-file';

  @Column({ type: 'uuid', nullable: true })
  exportId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  batchId!: string | null;

  @Column({ type: 'integer' })
  line!: number;

  @Column({ type: 'bigint', transformer: yenColumn })
  amount!: Yen;

  @Column({ type: 'date', nullable: true })
  failedOn!: LocalDate | null;
}
