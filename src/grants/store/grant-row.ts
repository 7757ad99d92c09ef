import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';
import type { StoredWorking } from '../../kernel/working.js';
import type { Yen } from '../../kernel/yen.js';
import { yenColumn } from '../../platform/database/index.js';
import type { AllocationNote } from '../domain/allocation/allocation-words.js';
import type { GrantState, JudgedCost } from '../domain/grant.js';
import type { GrantOutcome } from '../domain/outcome.js';

@Entity('grants')
export class GrantRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  applicationId!: string;

  @Column({ type: 'uuid' })
  programVersionId!: string;

  @Column({ type: 'uuid' })
  organizationId!: string;

  @Column({ type: 'text' })
  organizationName!: string;

  @Column({ type: 'text' })
  programName!: string;

  @Column({ type: 'integer' })
  fiscalYear!: number;

  @Column({ type: 'text' })
  outcome!: GrantOutcome;

  @Column({ type: 'bigint', transformer: yenColumn })
  appliedAmount!: Yen;

  @Column({ type: 'bigint', transformer: yenColumn })
  amount!: Yen;

  @Column({ type: 'jsonb' })
  assessedLines!: readonly JudgedCost[];

  @Column({ type: 'jsonb' })
  working!: StoredWorking;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'text' })
  unpaidRefunds!: string;

  @Column({ type: 'text' })
  overrideReason!: string;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'uuid' })
  budgetLineId!: string;

  @Column({ type: 'uuid', nullable: true })
  allocationId!: string | null;

  @Column({ type: 'jsonb', nullable: true })
  allocation!: AllocationNote | null;

  @Column({ type: 'text' })
  state!: GrantState;

  @Column({ type: 'text', nullable: true })
  commitmentNumber!: string | null;

  @Column({ type: 'timestamptz' })
  proposedAt!: Date;

  @Column({ type: 'date', nullable: true })
  decidedOn!: LocalDate | null;

  @Column({ type: 'date', nullable: true })
  issuedOn!: LocalDate | null;

  @Column({ type: 'uuid', nullable: true })
  letterId!: string | null;

  @Column({ type: 'text', nullable: true })
  letterNumber!: string | null;

  @Column({ type: 'date', nullable: true })
  withdrawnOn!: LocalDate | null;

  /** null while nothing changed the decision. */
  @Column({ type: 'bigint', transformer: yenColumn, nullable: true })
  amountInForce!: Yen | null;

  @Column({ type: 'date', nullable: true })
  discontinuedOn!: LocalDate | null;

  @Column({ type: 'date', nullable: true })
  revokedOn!: LocalDate | null;

  @Column({ type: 'date', nullable: true })
  determinedOn!: LocalDate | null;
}
