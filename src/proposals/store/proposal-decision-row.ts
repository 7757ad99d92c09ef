import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Yen } from '../../kernel/yen.js';
import { yenColumn } from '../../platform/database/index.js';
import type { DecisionKind } from '../domain/decision.js';

@Entity('proposal_decisions')
export class ProposalDecisionRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  proposalId!: string;

  @Column({ type: 'text' })
  kind!: DecisionKind;

  @Column({ type: 'bigint', nullable: true, transformer: yenColumn })
  amount!: Yen | null;

  @Column({ type: 'uuid', nullable: true })
  budgetLineId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  mergedInto!: string | null;

  @Column({ type: 'text' })
  comment!: string;

  @Column({ type: 'date', nullable: true })
  decidedOn!: LocalDate | null;

  @Column({ type: 'date', nullable: true })
  freedOn!: LocalDate | null;

  @Column({ type: 'text', nullable: true })
  freedBy!: string | null;

  @Column({ type: 'text', nullable: true })
  freedWhy!: string | null;

  @Column({ type: 'timestamptz' })
  writtenAt!: Date;

  @Column({ type: 'text' })
  writtenBy!: string;
}
