import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CheckedItem, InspectionOutcomeKind, LineInspection } from '../domain/inspection.js';

@Entity('report_inspection_outcomes')
export class ReportInspectionOutcomeRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  reportId!: string;

  @Column({ type: 'integer' })
  round!: number;

  @Column({ type: 'text' })
  outcome!: InspectionOutcomeKind;

  @Column({ type: 'jsonb' })
  answers!: readonly CheckedItem[];

  @Column({ type: 'jsonb' })
  lines!: readonly LineInspection[];

  @Column({ type: 'timestamptz' })
  madeAt!: Date;

  @Column({ type: 'text' })
  madeBy!: string;

  @Column({ type: 'uuid', nullable: true })
  madeByStaff!: string | null;
}
