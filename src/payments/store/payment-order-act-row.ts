import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OrderAct } from '../domain/payment-order.js';
import type { Finding } from '../domain/treasury-check.js';

@Entity('payment_order_acts')
export class PaymentOrderActRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'bigint', insert: false })
  id!: string;

  @Column({ type: 'uuid' })
  orderId!: string;

  @Column({ type: 'text' })
  act!: OrderAct;

  @Column({ type: 'text', nullable: true })
  staffId!: string | null;

  @Column({ type: 'text' })
  actorName!: string;

  @Column({ type: 'text' })
  postNames!: string;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ type: 'jsonb', nullable: true })
  findings!: Finding[] | null;

  @Column({ type: 'timestamptz' })
  at!: Date;
}
