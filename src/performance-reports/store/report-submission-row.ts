import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReportContent } from '../domain/report-content.js';

@Entity('report_submissions')
export class ReportSubmissionRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  reportId!: string;

  @Column({ type: 'integer' })
  round!: number;

  @Column({ type: 'uuid' })
  requestId!: string;

  @Column({ type: 'timestamptz' })
  submittedAt!: Date;

  @Column({ type: 'text' })
  submittedBy!: string;

  @Column({ type: 'jsonb' })
  content!: ReportContent;
}
