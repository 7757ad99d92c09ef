import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DelegateAccount, DelegationState } from '../domain/delegation.js';

@Entity('claim_delegations')
export class DelegationRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  claimId!: string;

  @Column({ type: 'uuid' })
  organizationId!: string;

  @Column({ type: 'text' })
  delegateName!: string;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'jsonb' })
  account!: DelegateAccount;

  @Column({ type: 'text' })
  fileSha256!: string;

  @Column({ type: 'text' })
  fileName!: string;

  @Column({ type: 'text' })
  fileMediaType!: string;

  @Column({ type: 'text' })
  state!: DelegationState;

  @Column({ type: 'text', nullable: true })
  transferKana!: string | null;

  @Column({ type: 'text' })
  proposedBy!: string;

  @Column({ type: 'timestamptz' })
  proposedAt!: Date;

  @Column({ type: 'text', nullable: true })
  confirmedBy!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  confirmedAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  refusal!: string | null;

  @Column({ type: 'integer' })
  version!: number;

  /** Given by the database: the order in which they were proposed. */
  @Column({ type: 'bigint', insert: false, update: false })
  place!: string;
}
