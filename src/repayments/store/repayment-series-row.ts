import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('repayment_series')
export class RepaymentSeriesRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'integer' })
  fiscalYear!: number;

  @Column({ type: 'integer' })
  lastNumber!: number;
}
