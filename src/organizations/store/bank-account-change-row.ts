import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AccountChangeState } from '../domain/account-change.js';

@Entity('bank_account_changes')
export class BankAccountChangeRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  organizationId!: string;

  @Column({ type: 'text' })
  state!: AccountChangeState;

  @Column({ type: 'uuid' })
  replacedAccountId!: string;

  @Column({ type: 'uuid' })
  proposedAccountId!: string;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'text' })
  requestedByKind!: 'officer' | 'staff';

  @Column({ type: 'text' })
  requestedById!: string;

  @Column({ type: 'text' })
  requestedBy!: string;

  @Column({ type: 'timestamptz' })
  requestedAt!: Date;

  @Column({ type: 'text', nullable: true })
  closedBy!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  closedAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  closedReason!: string | null;
}
