import { Column, PrimaryColumn } from 'typeorm';
import type { SectionName } from '../../forms/index.js';

/** One save of a section, never altered: the texts of two writers are brought together from what both began with. */
export abstract class SectionRevisionRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  abstract ownerId: string;

  @PrimaryColumn({ type: 'text' })
  name!: SectionName;

  @PrimaryColumn({ type: 'integer' })
  version!: number;

  /** Names the opened page that saved. */
  @Column({ type: 'text' })
  page!: string;

  @Column({ type: 'jsonb' })
  fields!: readonly (readonly [field: string, text: string])[];

  @Column({ type: 'timestamptz' })
  savedAt!: Date;

  @Column({ type: 'text' })
  savedBy!: string;
}
