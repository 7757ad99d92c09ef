import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('reception_series')
export class ReceptionSeriesRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'integer' })
  fiscalYear!: number;

  @Column({ type: 'integer' })
  lastNumber!: number;
}
