import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('revenue_series')
export class RevenueSeriesRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'integer' })
  fiscalYear!: number;

  @Column({ type: 'integer' })
  lastNumber!: number;
}
