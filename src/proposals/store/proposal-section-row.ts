import { Entity, PrimaryColumn } from 'typeorm';
import { SectionRow } from '../../writing/index.js';

@Entity('proposal_sections')
export class ProposalSectionRow extends SectionRow {
  @PrimaryColumn({ type: 'uuid', name: 'proposal_id' })
  ownerId!: string;
}
