import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';
import type { StoredWorking } from '../../kernel/working.js';
import type { Yen } from '../../kernel/yen.js';
import { yenColumn } from '../../platform/database/index.js';
import type { DeterminationState, DisallowedCost } from '../domain/determination.js';

@Entity('determinations')
export class DeterminationRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  reportId!: string;

  @Column({ type: 'uuid' })
  grantId!: string;

  @Column({ type: 'uuid' })
  applicationId!: string;

  @Column({ type: 'uuid' })
  organizationId!: string;

  @Column({ type: 'text' })
  organizationName!: string;

  @Column({ type: 'text' })
  programName!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'integer' })
  fiscalYear!: number;

  @Column({ type: 'uuid' })
  budgetLineId!: string;

  @Column({ type: 'bigint', transformer: yenColumn })
  decision!: Yen;

  @Column({ type: 'bigint', transformer: yenColumn })
  eligibleCost!: Yen;

  @Column({ type: 'bigint', transformer: yenColumn })
  amount!: Yen;

  @Column({ type: 'jsonb' })
  working!: StoredWorking;

  @Column({ type: 'jsonb' })
  disallowed!: readonly DisallowedCost[];

  @Column({ type: 'text' })
  state!: DeterminationState;

  @Column({ type: 'timestamptz' })
  proposedAt!: Date;

  @Column({ type: 'date', nullable: true })
  determinedOn!: LocalDate | null;

  @Column({ type: 'bigint', transformer: yenColumn, nullable: true })
  paidBefore!: Yen | null;

  @Column({ type: 'bigint', transformer: yenColumn, nullable: true })
  rest!: Yen | null;

  @Column({ type: 'bigint', transformer: yenColumn, nullable: true })
  over!: Yen | null;

  @Column({ type: 'date', nullable: true })
  issuedOn!: LocalDate | null;

  @Column({ type: 'uuid', nullable: true })
  letterId!: string | null;

  @Column({ type: 'text', nullable: true })
  letterNumber!: string | null;
}
