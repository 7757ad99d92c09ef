import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Yen } from '../../kernel/yen.js';
import { yenColumn } from '../../platform/database/index.js';
import type {
  PublicOrigin,
  PublicPhotograph,
  PublicState,
  PublicStep,
  PublicText,
  PublicVerification,
} from '../domain/public-grant.js';

/** JSON knows no bigint: amounts are kept as digits. */
export type StoredStep = Omit<PublicStep, 'amount'> & { readonly amount: string | null };

@Entity('public_grants')
export class PublicGrantRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'integer' })
  fiscalYear!: number;

  @Column({ type: 'uuid' })
  districtId!: string;

  @Column({ type: 'text' })
  districtName!: string;

  @Column({ type: 'integer' })
  districtPosition!: number;

  @Column({ type: 'uuid' })
  organizationId!: string;

  @Column({ type: 'text' })
  organizationName!: string;

  @Column({ type: 'uuid' })
  programId!: string;

  @Column({ type: 'text' })
  programName!: string;

  @Column({ type: 'uuid' })
  budgetLineId!: string;

  @Column({ type: 'text' })
  field!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  purpose!: string;

  @Column({ type: 'jsonb', nullable: true })
  proposal!: PublicOrigin | null;

  @Column({ type: 'jsonb' })
  plan!: readonly PublicText[];

  @Column({ type: 'date', nullable: true })
  plannedFrom!: LocalDate | null;

  @Column({ type: 'date', nullable: true })
  plannedUntil!: LocalDate | null;

  @Column({ type: 'text' })
  state!: PublicState;

  @Column({ type: 'bigint', transformer: yenColumn })
  amount!: Yen;

  @Column({ type: 'bigint', transformer: yenColumn })
  amountInForce!: Yen;

  @Column({ type: 'bigint', transformer: yenColumn, nullable: true })
  determinedAmount!: Yen | null;

  @Column({ type: 'bigint', transformer: yenColumn })
  paidAmount!: Yen;

  @Column({ type: 'bigint', transformer: yenColumn })
  paidLater!: Yen;

  @Column({ type: 'date', nullable: true })
  paidOn!: LocalDate | null;

  @Column({ type: 'bigint', transformer: yenColumn })
  paidBack!: Yen;

  @Column({ type: 'date' })
  decidedOn!: LocalDate;

  @Column({ type: 'date' })
  issuedOn!: LocalDate;

  @Column({ type: 'jsonb' })
  results!: readonly PublicText[];

  @Column({ type: 'jsonb' })
  photographs!: readonly PublicPhotograph[];

  @Column({ type: 'jsonb', nullable: true })
  verification!: PublicVerification | null;

  @Column({ type: 'jsonb' })
  steps!: readonly StoredStep[];

  @Column({ type: 'timestamptz' })
  updatedAt!: Date;
}
