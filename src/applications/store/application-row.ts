import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';
import type { ApplicationState } from '../domain/application.js';
import type { Continuation } from '../domain/continuation.js';

@Entity('applications')
export class ApplicationRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  organizationId!: string;

  @Column({ type: 'text' })
  organizationName!: string;

  @Column({ type: 'uuid' })
  programId!: string;

  @Column({ type: 'uuid' })
  programVersionId!: string;

  @Column({ type: 'uuid', nullable: true })
  knownVersionId!: string | null;

  @Column({ type: 'integer' })
  fiscalYear!: number;

  @Column({ type: 'text' })
  state!: ApplicationState;

  @Column({ type: 'integer' })
  round!: number;

  @Column({ type: 'text', nullable: true })
  receivedNumber!: string | null;

  @Column({ type: 'date', nullable: true })
  receivedOn!: LocalDate | null;

  @Column({ type: 'timestamptz', nullable: true })
  submittedAt!: Date | null;

  @Column({ type: 'date', nullable: true })
  correctBy!: LocalDate | null;

  @Column({ type: 'uuid', nullable: true })
  lateAcceptanceId!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  withdrawalAskedAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  withdrawalAskedBy!: string | null;

  @Column({ type: 'text', nullable: true })
  withdrawalReason!: string | null;

  @Column({ type: 'date', nullable: true })
  paperReceivedOn!: LocalDate | null;

  @Column({ type: 'text', nullable: true })
  paperEnteredBy!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  paperEnteredAt!: Date | null;

  @Column({ type: 'uuid', nullable: true })
  proposalId!: string | null;

  @Column({ type: 'text' })
  continuation!: Continuation;

  @Column({ type: 'uuid', nullable: true })
  continuesId!: string | null;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'timestamptz' })
  startedAt!: Date;

  @Column({ type: 'text' })
  startedBy!: string;

  @Column({ type: 'uuid', nullable: true })
  startRequestId!: string | null;
}
