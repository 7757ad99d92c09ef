import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ItemChange, ProposalKind, ProposalState } from '../domain/item-act.js';

/** A line of 備品台帳 as JSON keeps it: the price in digits. */
export interface StoredLine {
  readonly name: string;
  readonly category: string;
  readonly quantity: number;
  readonly price: string;
  readonly boughtOn: string;
  readonly keptAt: string;
  readonly usefulYears: number;
  readonly restrictedUntil: string;
}

@Entity('property_proposals')
export class PropertyProposalRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  itemId!: string;

  @Column({ type: 'text' })
  kind!: ProposalKind;

  @Column({ type: 'jsonb', nullable: true })
  line!: StoredLine | null;

  @Column({ type: 'jsonb' })
  changes!: readonly ItemChange[];

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'text' })
  state!: ProposalState;

  @Column({ type: 'text' })
  proposedBy!: string;

  @Column({ type: 'text' })
  proposedByName!: string;

  @Column({ type: 'timestamptz' })
  proposedAt!: Date;

  @Column({ type: 'text', nullable: true })
  answeredBy!: string | null;

  @Column({ type: 'text', nullable: true })
  answeredByName!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  answeredAt!: Date | null;

  @Column({ type: 'text' })
  answer!: string;
}
