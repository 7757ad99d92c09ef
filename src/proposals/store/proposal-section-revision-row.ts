import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SectionName } from '../../forms/index.js';

@Entity('proposal_section_revisions')
export class ProposalSectionRevisionRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  proposalId!: string;

  @PrimaryColumn({ type: 'text' })
  name!: SectionName;

  @PrimaryColumn({ type: 'integer' })
  version!: number;

  @Column({ type: 'text' })
  page!: string;

  @Column({ type: 'jsonb' })
  fields!: readonly (readonly [string, string])[];

  @Column({ type: 'timestamptz' })
  savedAt!: Date;

  @Column({ type: 'text' })
  savedBy!: string;
}
