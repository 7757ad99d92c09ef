import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PaymentMode, TownBank, RevenueSubjects } from '../domain/municipality.js';

@Entity('municipalities')
export class MunicipalityRow {
  @PrimaryColumn({ type: 'text' })
  id!: string;

  @Column({ type: 'text' })
  slug!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  kana!: string;

  @Column({ type: 'text' })
  prefecture!: string;

  @Column({ type: 'text' })
  hallName!: string;

  @Column({ type: 'text' })
  postalCode!: string;

  @Column({ type: 'text' })
  address!: string;

  @Column({ type: 'text' })
  headTitle!: string;

  @Column({ type: 'text' })
  headName!: string;

  @Column({ type: 'text', nullable: true })
  headVacantActing!: string | null;

  @Column({ type: 'text' })
  treasurerTitle!: string;

  @Column({ type: 'text' })
  treasurerName!: string;

  @Column({ type: 'text' })
  paymentMode!: PaymentMode;

  @Column({ type: 'jsonb', nullable: true })
  bank!: TownBank | null;

  @Column({ type: 'text', nullable: true })
  electronicDeliveryBasis!: string | null;

  @Column({ type: 'integer', array: true })
  reminderDays!: readonly number[];

  @Column({ type: 'jsonb' })
  revenueSubjects!: RevenueSubjects;
}
