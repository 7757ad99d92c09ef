import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('payment_series')
export class PaymentSeriesRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'text' })
  series!: string;

  @Column({ type: 'integer' })
  lastNumber!: number;
}
