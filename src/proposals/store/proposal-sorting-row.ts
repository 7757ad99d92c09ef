import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SortingKind } from '../domain/sorting.js';

@Entity('proposal_sortings')
export class ProposalSortingRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  proposalId!: string;

  @Column({ type: 'text' })
  kind!: SortingKind;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'integer' })
  turn!: number;

  @Column({ type: 'timestamptz' })
  sortedAt!: Date;

  @Column({ type: 'text' })
  sortedBy!: string;
}
