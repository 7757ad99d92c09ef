import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';
import type { PartyKind } from '../domain/account.js';
import type { InvitationPurpose } from '../domain/invitation.js';

@Entity('invitations')
export class InvitationRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  purpose!: InvitationPurpose;

  @Column({ type: 'text' })
  partyKind!: PartyKind;

  @Column({ type: 'uuid' })
  partyId!: string;

  @Column({ type: 'text' })
  partyName!: string;

  @Column({ type: 'text' })
  codeHash!: string;

  @Column({ type: 'date' })
  expiresOn!: LocalDate;

  @Column({ type: 'timestamptz' })
  issuedAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  usedAt!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  voidAt!: Date | null;
}
