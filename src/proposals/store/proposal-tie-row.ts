import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('proposal_ties')
export class ProposalTieRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  proposalId!: string;

  @PrimaryColumn({ type: 'uuid' })
  staffId!: string;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'timestamptz' })
  declaredAt!: Date;
}
