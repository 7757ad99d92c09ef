import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Yen } from '../../kernel/yen.js';
import { yenColumn } from '../../platform/database/index.js';
import type { EntryPart } from '../domain/receipt.js';
import type { AssessmentGround } from '../domain/revenue.js';

@Entity('revenue_assessments')
export class RevenueAssessmentRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'integer' })
  fiscalYear!: number;

  @Column({ type: 'integer' })
  number!: number;

  @Column({ type: 'uuid' })
  demandId!: string;

  @Column({ type: 'text' })
  part!: EntryPart;

  @Column({ type: 'bigint', transformer: yenColumn })
  amount!: Yen;

  @Column({ type: 'text' })
  subjectCode!: string;

  @Column({ type: 'text' })
  subjectName!: string;

  @Column({ type: 'text' })
  ground!: AssessmentGround;

  @Column({ type: 'uuid' })
  causeId!: string;

  @Column({ type: 'date' })
  assessedOn!: LocalDate;

  @Column({ type: 'timestamptz' })
  recordedAt!: Date;

  @Column({ type: 'text' })
  recordedBy!: string;
}
