import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ScreeningOutcome } from '../domain/proposal.js';

@Entity('proposal_screenings')
export class ProposalScreeningRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  proposalId!: string;

  @Column({ type: 'text' })
  outcome!: ScreeningOutcome;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'integer' })
  turn!: number;

  @Column({ type: 'timestamptz' })
  screenedAt!: Date;

  @Column({ type: 'text' })
  screenedBy!: string;
}
