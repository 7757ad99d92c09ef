import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Account, PartyKind } from '../domain/account.js';

@Entity('accounts')
export class AccountRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  partyKind!: PartyKind;

  @Column({ type: 'uuid' })
  partyId!: string;

  @Column({ type: 'text' })
  signInName!: string;

  @Column({ type: 'text' })
  displayName!: string;

  @Column({ type: 'text' })
  passwordHash!: string;

  @Column({ type: 'text' })
  state!: Account['state'];

  @Column({ type: 'timestamptz' })
  createdAt!: Date;

  @Column({ type: 'timestamptz' })
  passwordChangedAt!: Date;
}
