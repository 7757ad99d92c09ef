import { Entity, PrimaryColumn } from 'typeorm';
import { SectionRevisionRow } from '../../writing/index.js';

@Entity('proposal_section_revisions')
export class ProposalSectionRevisionRow extends SectionRevisionRow {
  @PrimaryColumn({ type: 'uuid', name: 'proposal_id' })
  ownerId!: string;
}
