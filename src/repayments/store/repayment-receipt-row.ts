import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Yen } from '../../kernel/yen.js';
import { yenColumn } from '../../platform/database/index.js';

@Entity('repayment_receipts')
export class RepaymentReceiptRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  /** Counts on, so that several of one moment keep their order. */
  @Column({ type: 'bigint', insert: false })
  number!: string;

  @Column({ type: 'uuid' })
  demandId!: string;

  @Column({ type: 'uuid' })
  requestId!: string;

  @Column({ type: 'date' })
  receivedOn!: LocalDate;

  @Column({ type: 'bigint', transformer: yenColumn })
  amount!: Yen;

  @Column({ type: 'text' })
  slipNumber!: string;

  @Column({ type: 'uuid', nullable: true })
  reversesId!: string | null;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'text' })
  lateReason!: string;

  @Column({ type: 'timestamptz' })
  enteredAt!: Date;

  @Column({ type: 'text' })
  enteredBy!: string;
}
