import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Yen } from '../../kernel/yen.js';
import { yenColumn } from '../../platform/database/index.js';
import type { ReportKind, ReportState } from '../domain/grant-report.js';

@Entity('grant_reports')
export class GrantReportRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  grantId!: string;

  @Column({ type: 'uuid' })
  organizationId!: string;

  @Column({ type: 'text' })
  kind!: ReportKind;

  @Column({ type: 'text' })
  state!: ReportState;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'uuid', nullable: true })
  requestId!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  askedAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  askedBy!: string | null;

  @Column({ type: 'date', nullable: true })
  dueOn!: LocalDate | null;

  @Column({ type: 'text' })
  request!: string;

  @Column({ type: 'date', nullable: true })
  asOf!: LocalDate | null;

  @Column({ type: 'text' })
  happening!: string;

  @Column({ type: 'text' })
  outlook!: string;

  @Column({ type: 'bigint', transformer: yenColumn, nullable: true })
  spentAmount!: Yen | null;

  @Column({ type: 'timestamptz', nullable: true })
  sentAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  sentBy!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  readAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  readBy!: string | null;

  @Column({ type: 'text' })
  staffNote!: string;

  @Column({ type: 'text' })
  returnNote!: string;

  @Column({ type: 'date', nullable: true })
  correctBy!: LocalDate | null;
}
