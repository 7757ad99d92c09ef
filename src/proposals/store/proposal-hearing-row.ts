import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';
import type { HearingKind } from '../domain/hearing.js';

@Entity('proposal_hearings')
export class ProposalHearingRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  proposalId!: string;

  @PrimaryColumn({ type: 'integer' })
  turn!: number;

  @Column({ type: 'uuid' })
  requestId!: string;

  @Column({ type: 'text' })
  kind!: HearingKind;

  @Column({ type: 'date' })
  heldOn!: LocalDate;

  @Column({ type: 'text', nullable: true })
  startsAt!: string | null;

  @Column({ type: 'text' })
  place!: string;

  @Column({ type: 'text' })
  people!: string;

  @Column({ type: 'text' })
  words!: string;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'timestamptz' })
  plannedAt!: Date;

  @Column({ type: 'text' })
  plannedBy!: string;
}
