import { Column, PrimaryColumn } from 'typeorm';
import type { ParkedText, SectionName } from '../../forms/index.js';

/** One section of what is written. The table is its stage's own, with the foreign key to whatever is written. */
export abstract class SectionRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  /** The application, proposal, change or report: each table names its column after it. */
  abstract ownerId: string;

  @PrimaryColumn({ type: 'text' })
  name!: SectionName;

  /** Pairs, because jsonb objects forget their order. */
  @Column({ type: 'jsonb' })
  fields!: readonly (readonly [field: string, text: string])[];

  @Column({ type: 'jsonb' })
  parked!: readonly ParkedText[];

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'timestamptz' })
  savedAt!: Date;

  @Column({ type: 'text' })
  savedBy!: string;
}
