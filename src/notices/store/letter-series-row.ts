import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last number that a section gave out in a year (文書番号). */
@Entity('letter_series')
export class LetterSeriesRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  sectionId!: string;

  @PrimaryColumn({ type: 'integer' })
  fiscalYear!: number;

  @Column({ type: 'integer' })
  lastNumber!: number;
}
