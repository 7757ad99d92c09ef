import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('proposal_carriers')
export class ProposalCarrierRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  proposalId!: string;

  @Column({ type: 'uuid' })
  organizationId!: string;

  @Column({ type: 'timestamptz' })
  chosenAt!: Date;

  @Column({ type: 'text' })
  chosenBy!: string;
}
