import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Occasion, TellingWay } from '../domain/telling.js';

@Entity('proposal_tellings')
export class ProposalTellingRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  proposalId!: string;

  @Column({ type: 'text' })
  occasion!: Occasion;

  @Column({ type: 'integer' })
  turn!: number;

  @Column({ type: 'text' })
  how!: TellingWay;

  @Column({ type: 'date' })
  toldOn!: LocalDate;

  @Column({ type: 'text' })
  note!: string;

  @Column({ type: 'timestamptz' })
  writtenAt!: Date;

  @Column({ type: 'text' })
  writtenBy!: string;
}
