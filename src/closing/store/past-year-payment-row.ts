import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Yen } from '../../kernel/yen.js';
import { yenColumn } from '../../platform/database/index.js';
import type { LaterGround } from '../domain/arrears.js';

@Entity('past_year_payments')
export class PastYearPaymentRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  grantId!: string;

  @Column({ type: 'bigint', transformer: yenColumn })
  amount!: Yen;

  /** What the section had asked for; null of a record from before it was asked for. */
  @Column({ type: 'uuid', nullable: true })
  orderId!: string | null;

  @Column({ type: 'date' })
  paidOn!: LocalDate;

  @Column({ type: 'text' })
  ground!: LaterGround;

  @Column({ type: 'text' })
  basis!: string;

  /** Of a record below zero: the payment that it takes back. */
  @Column({ type: 'uuid', nullable: true })
  reversesId!: string | null;

  /** Why it was taken back; blank in a payment. */
  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'timestamptz' })
  recordedAt!: Date;

  @Column({ type: 'text' })
  recordedBy!: string;
}
