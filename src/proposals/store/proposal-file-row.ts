import { Column, Entity } from 'typeorm';
import { PlacedPaperRow } from '../../writing/index.js';

@Entity('proposal_files')
export class ProposalFileRow extends PlacedPaperRow {
  @Column({ type: 'uuid', name: 'proposal_id' })
  ownerId!: string;
}
