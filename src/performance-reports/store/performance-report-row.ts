import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';
import type { ReportState } from '../domain/report.js';

@Entity('performance_reports')
export class PerformanceReportRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  grantId!: string;

  @Column({ type: 'uuid' })
  applicationId!: string;

  @Column({ type: 'uuid' })
  organizationId!: string;

  @Column({ type: 'text' })
  organizationName!: string;

  @Column({ type: 'uuid' })
  programVersionId!: string;

  @Column({ type: 'text' })
  programName!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'integer' })
  fiscalYear!: number;

  @Column({ type: 'text' })
  state!: ReportState;

  @Column({ type: 'integer' })
  round!: number;

  @Column({ type: 'date' })
  completesOn!: LocalDate;

  @Column({ type: 'date' })
  dueOn!: LocalDate;

  @Column({ type: 'text', nullable: true })
  receivedNumber!: string | null;

  @Column({ type: 'date', nullable: true })
  receivedOn!: LocalDate | null;

  @Column({ type: 'timestamptz', nullable: true })
  submittedAt!: Date | null;

  @Column({ type: 'date', nullable: true })
  correctBy!: LocalDate | null;

  @Column({ type: 'date', nullable: true })
  paperReceivedOn!: LocalDate | null;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'timestamptz' })
  openedAt!: Date;
}
