import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Yen } from '../../kernel/yen.js';
import { yenColumn } from '../../platform/database/index.js';
import type { PaybackDecision } from '../domain/receipt.js';

@Entity('repayment_payback_decisions')
export class PaybackDecisionRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  /** In the order of the decisions. */
  @Column({ type: 'bigint', insert: false })
  number!: string;

  @Column({ type: 'uuid' })
  receiptId!: string;

  @Column({ type: 'text' })
  kind!: PaybackDecision['kind'];

  @Column({ type: 'bigint', transformer: yenColumn })
  amount!: Yen;

  @Column({ type: 'text' })
  documentNumber!: string;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'date' })
  decidedOn!: LocalDate;

  @Column({ type: 'timestamptz' })
  decidedAt!: Date;

  @Column({ type: 'text' })
  decidedBy!: string;

  /** Who carries it out is another person. */
  @Column({ type: 'text' })
  decidedById!: string;
}
