import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FiscalYear } from '../../kernel/fiscal-year.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { VerificationState } from '../domain/verification.js';

@Entity('verifications')
export class VerificationRow {
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
  programId!: string;

  @Column({ type: 'text' })
  programName!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'integer' })
  fiscalYear!: FiscalYear;

  @Column({ type: 'text' })
  state!: VerificationState;

  @Column({ type: 'date' })
  openedOn!: LocalDate;

  @Column({ type: 'date' })
  dueOn!: LocalDate;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'text', nullable: true })
  direction!: string | null;

  @Column({ type: 'text', nullable: true })
  directionLabel!: string | null;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'date', nullable: true })
  decidedOn!: LocalDate | null;

  @Column({ type: 'date', nullable: true })
  publishedOn!: LocalDate | null;

  @Column({ type: 'date', nullable: true })
  issuedOn!: LocalDate | null;

  @Column({ type: 'uuid', nullable: true })
  letterId!: string | null;

  @Column({ type: 'text', nullable: true })
  letterNumber!: string | null;
  @Column({ type: 'uuid', nullable: true })
  meetingId!: string | null;

  @Column({ type: 'text' })
  note!: string;
}
