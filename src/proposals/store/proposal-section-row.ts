import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ParkedText, SectionName } from '../../forms/index.js';

@Entity('proposal_sections')
export class ProposalSectionRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  proposalId!: string;

  @PrimaryColumn({ type: 'text' })
  name!: SectionName;

  @Column({ type: 'jsonb' })
  fields!: readonly (readonly [string, string])[];

  @Column({ type: 'jsonb' })
  parked!: readonly ParkedText[];

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'timestamptz' })
  savedAt!: Date;

  @Column({ type: 'text' })
  savedBy!: string;
}
