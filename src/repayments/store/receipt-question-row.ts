import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Yen } from '../../kernel/yen.js';
import { yenColumn } from '../../platform/database/index.js';
import type { QuestionWhy, ReceiptQuestion } from '../domain/receipt-question.js';

@Entity('receipt_questions')
export class ReceiptQuestionRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  /** Counts on, so that several of one moment keep their order. */
  @Column({ type: 'bigint', insert: false })
  number!: string;

  @Column({ type: 'uuid' })
  demandId!: string;

  @Column({ type: 'text' })
  why!: QuestionWhy;

  @Column({ type: 'date' })
  receivedOn!: LocalDate;

  @Column({ type: 'bigint', transformer: yenColumn })
  amount!: Yen;

  @Column({ type: 'text' })
  slipNumber!: string;

  @Column({ type: 'text' })
  lateReason!: string;

  @Column({ type: 'text' })
  afterEnd!: ReceiptQuestion['afterEnd'];

  @Column({ type: 'timestamptz' })
  askedAt!: Date;

  @Column({ type: 'text' })
  askedBy!: string;

  @Column({ type: 'text', nullable: true })
  answer!: 'taken' | 'dismissed' | null;

  @Column({ type: 'text' })
  answerReason!: string;

  @Column({ type: 'timestamptz', nullable: true })
  answeredAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  answeredBy!: string | null;
}
