import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Yen } from '../../kernel/yen.js';
import { yenColumn } from '../../platform/database/index.js';

@Entity('repayment_paybacks')
export class RepaymentPaybackRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  /** In the order of entry. */
  @Column({ type: 'bigint', insert: false })
  number!: string;

  @Column({ type: 'uuid' })
  receiptId!: string;

  /** Of the form that it came from. */
  @Column({ type: 'uuid' })
  requestId!: string;

  /** By which it was decided. */
  @Column({ type: 'uuid', nullable: true })
  decisionId!: string | null;

  /** The record that this one takes back. */
  @Column({ type: 'uuid', nullable: true })
  reversesId!: string | null;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'bigint', transformer: yenColumn })
  amount!: Yen;

  @Column({ type: 'date' })
  paidOn!: LocalDate;

  @Column({ type: 'text' })
  paidTo!: string;

  @Column({ type: 'text' })
  documentNumber!: string;

  @Column({ type: 'timestamptz' })
  recordedAt!: Date;

  @Column({ type: 'text' })
  recordedBy!: string;
}
