import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Yen } from '../../kernel/yen.js';
import { yenColumn } from '../../platform/database/index.js';
import type { AllocatedCase, AllocationPlan } from '../domain/allocation/allocation.js';

/** Amounts stand in JSON as digits. */
export type StoredCase = Omit<AllocatedCase, 'requested' | 'amount'> & {
  readonly requested: string;
  readonly amount: string;
};
export type StoredPlan = Omit<AllocationPlan, 'ceiling' | 'cap'> & { readonly cap: string | null };

@Entity('allocation_trials')
export class AllocationTrialRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  requestId!: string;

  @Column({ type: 'uuid' })
  programId!: string;

  @Column({ type: 'integer' })
  fiscalYear!: number;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'jsonb' })
  plan!: StoredPlan;

  @Column({ type: 'jsonb' })
  cases!: readonly StoredCase[];

  @Column({ type: 'bigint', transformer: yenColumn })
  ceiling!: Yen;

  @Column({ type: 'bigint', transformer: yenColumn })
  asked!: Yen;

  @Column({ type: 'bigint', transformer: yenColumn })
  allocated!: Yen;

  @Column({ type: 'text' })
  digest!: string;

  @Column({ type: 'integer' })
  ordinal!: number;

  @Column({ type: 'uuid', nullable: true })
  replaces!: string | null;

  @Column({ type: 'timestamptz' })
  madeAt!: Date;

  @Column({ type: 'text' })
  madeBy!: string;

  @Column({ type: 'timestamptz', nullable: true })
  retiredAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  retiredBy!: string | null;
}
