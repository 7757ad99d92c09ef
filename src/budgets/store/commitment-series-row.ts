import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('commitment_series')
export class CommitmentSeriesRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'integer' })
  fiscalYear!: number;

  @Column({ type: 'integer' })
  lastNumber!: number;
}
