import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('proposal_settings')
export class ProposalSettingsRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @Column({ type: 'integer' })
  draftDays!: number;

  @Column({ type: 'integer' })
  contactDays!: number;

  @Column({ type: 'integer' })
  version!: number;
}
