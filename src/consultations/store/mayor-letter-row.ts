import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FiscalYear } from '../../kernel/fiscal-year.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Delivery, LetterState } from '../domain/mayor-letter.js';

@Entity('mayor_letters')
export class MayorLetterRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'integer' })
  fiscalYear!: FiscalYear;

  @Column({ type: 'integer' })
  number!: number;

  @Column({ type: 'text' })
  topic!: string;

  @Column({ type: 'text' })
  subject!: string;

  @Column({ type: 'text' })
  body!: string;

  @Column({ type: 'boolean' })
  wantsAnswer!: boolean;

  @Column({ type: 'boolean' })
  mayPublish!: boolean;

  @Column({ type: 'text', nullable: true })
  name!: string | null;

  @Column({ type: 'text', nullable: true })
  mail!: string | null;

  @Column({ type: 'text', nullable: true })
  address!: string | null;

  @Column({ type: 'text' })
  source!: 'online' | 'paper';

  @Column({ type: 'date' })
  receivedOn!: LocalDate;

  @Column({ type: 'timestamptz' })
  sentAt!: Date;

  @Column({ type: 'text', nullable: true })
  enteredBy!: string | null;

  @Column({ type: 'date' })
  dueOn!: LocalDate;

  @Column({ type: 'text' })
  codeHash!: string;

  @Column({ type: 'text' })
  state!: LetterState;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'uuid', nullable: true })
  sectionId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  staffId!: string | null;

  @Column({ type: 'text' })
  answer!: string;

  @Column({ type: 'text' })
  closingReason!: string;

  @Column({ type: 'boolean' })
  publishes!: boolean;

  @Column({ type: 'text' })
  publicSubject!: string;

  @Column({ type: 'text' })
  publicBody!: string;

  @Column({ type: 'text' })
  publicAnswer!: string;

  @Column({ type: 'date', nullable: true })
  closedOn!: LocalDate | null;

  @Column({ type: 'date', nullable: true })
  takenDownOn!: LocalDate | null;

  @Column({ type: 'text' })
  takenDownReason!: string;

  @Column({ type: 'text', nullable: true })
  deliveredBy!: Delivery | null;

  @Column({ type: 'date', nullable: true })
  deliveredOn!: LocalDate | null;

  @Column({ type: 'date', nullable: true })
  erasedOn!: LocalDate | null;
}
