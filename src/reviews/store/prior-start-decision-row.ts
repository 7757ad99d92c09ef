import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';
import type { PriorStartDecision } from '../domain/prior-start.js';

@Entity('prior_start_decisions')
export class PriorStartDecisionRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'bigint', insert: false })
  id!: string;

  @Column({ type: 'uuid' })
  applicationId!: string;

  @Column({ type: 'text' })
  outcome!: PriorStartDecision['outcome'];

  @Column({ type: 'date' })
  startsOn!: LocalDate;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'date' })
  decidedOn!: LocalDate;

  @Column({ type: 'text' })
  decidedBy!: string;
}
