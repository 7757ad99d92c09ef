import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CheckedItem, Inspection, LineInspection } from '../domain/inspection.js';

@Entity('report_inspections')
export class ReportInspectionRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  reportId!: string;

  @Column({ type: 'jsonb' })
  answers!: readonly CheckedItem[];

  @Column({ type: 'jsonb' })
  lines!: readonly LineInspection[];

  @Column({ type: 'jsonb' })
  points!: Inspection['points'];

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'timestamptz' })
  changedAt!: Date;

  @Column({ type: 'text' })
  changedBy!: string;
}
