import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Yen } from '../../kernel/yen.js';
import { yenColumn } from '../../platform/database/index.js';
import type { OrderState } from '../domain/payment-order.js';
import type { PayeeSnapshot } from '../domain/payee.js';

@Entity('payment_orders')
export class PaymentOrderRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  claimId!: string;

  @Column({ type: 'uuid' })
  grantId!: string;

  @Column({ type: 'uuid' })
  applicationId!: string;

  @Column({ type: 'uuid' })
  organizationId!: string;

  @Column({ type: 'text' })
  organizationName!: string;

  @Column({ type: 'text' })
  programName!: string;

  @Column({ type: 'integer' })
  fiscalYear!: number;

  @Column({ type: 'uuid' })
  budgetLineId!: string;

  @Column({ type: 'text' })
  budgetCode!: string;

  @Column({ type: 'text' })
  budgetName!: string;

  @Column({ type: 'text' })
  commitmentNumber!: string;

  @Column({ type: 'date' })
  committedOn!: LocalDate;

  @Column({ type: 'bigint', transformer: yenColumn })
  commitmentAmount!: Yen;

  @Column({ type: 'date' })
  claimedOn!: LocalDate;

  @Column({ type: 'text' })
  paymentMethod!: string;

  @Column({ type: 'bigint', transformer: yenColumn })
  amount!: Yen;

  @Column({ type: 'jsonb' })
  payee!: PayeeSnapshot;

  @Column({ type: 'text' })
  state!: OrderState;

  @Column({ type: 'uuid', nullable: true })
  draftId!: string | null;

  @Column({ type: 'integer', nullable: true })
  number!: number | null;

  @Column({ type: 'date', nullable: true })
  orderedOn!: LocalDate | null;

  @Column({ type: 'boolean', nullable: true })
  checkPassed!: boolean | null;

  @Column({ type: 'date', nullable: true })
  paidOn!: LocalDate | null;

  @Column({ type: 'text', nullable: true })
  slipNumber!: string | null;

  @Column({ type: 'text', nullable: true })
  creditorNumber!: string | null;

  @Column({ type: 'integer' })
  version!: number;
}
