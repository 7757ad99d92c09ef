import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';
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

  @Column({ type: 'text' })
  meeting!: string;

  @Column({ type: 'date', nullable: true })
  metOn!: LocalDate | null;

  @Column({ type: 'timestamptz' })
  sortedAt!: Date;

  @Column({ type: 'text' })
  sortedBy!: string;
}
