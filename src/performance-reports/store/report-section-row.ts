import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ParkedText } from '../../forms/index.js';

@Entity('report_sections')
export class ReportSectionRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  reportId!: string;

  @PrimaryColumn({ type: 'text' })
  name!: string;

  @Column({ type: 'jsonb' })
  fields!: readonly (readonly [string, string])[];

  @Column({ type: 'jsonb' })
  parked!: readonly ParkedText[];

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'timestamptz' })
  openedAt!: Date;

  @Column({ type: 'timestamptz' })
  savedAt!: Date;

  @Column({ type: 'text' })
  savedBy!: string;

  @Column({ type: 'timestamptz', nullable: true })
  removedAt!: Date | null;
}
