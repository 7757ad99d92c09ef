import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';
import type { ProgramDocument } from '../domain/program-document.js';
import type { VersionState } from '../domain/program-version.js';

@Entity('program_versions')
export class ProgramVersionRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  programId!: string;

  @Column({ type: 'integer' })
  number!: number;

  @Column({ type: 'text' })
  state!: VersionState;

  @Column({ type: 'integer' })
  fiscalYear!: number;

  @Column({ type: 'date' })
  opensOn!: LocalDate;

  @Column({ type: 'date' })
  closesOn!: LocalDate;

  /** Editions older than the panels and the reports do not speak of them. */
  @Column({ type: 'jsonb' })
  document!: Omit<ProgramDocument, 'panel' | 'report'> & Partial<Pick<ProgramDocument, 'panel' | 'report'>>;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'timestamptz' })
  changedAt!: Date;

  @Column({ type: 'text' })
  changedBy!: string;

  @Column({ type: 'timestamptz', nullable: true })
  publishedAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  publishedBy!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  withdrawnAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  withdrawnBy!: string | null;

  @Column({ type: 'text', nullable: true })
  withdrawalReason!: string | null;
}
