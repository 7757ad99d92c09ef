import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('draft_series')
export class DraftSeriesRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'integer' })
  fiscalYear!: number;

  @Column({ type: 'integer' })
  lastNumber!: number;
}
