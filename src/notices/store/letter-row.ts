import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Delivery, DispatchWay } from '../domain/delivery.js';
import type { Letter } from '../domain/letter.js';
import type { LetterState } from '../domain/letter-state.js';

@Entity('letters')
export class LetterRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'uuid' })
  sectionId!: string;

  @Column({ type: 'integer' })
  fiscalYear!: number;

  /** Null for an external number and for documents without one. */
  @Column({ type: 'integer', nullable: true })
  serial!: number | null;

  @Column({ type: 'integer', nullable: true })
  branch!: number | null;

  @Column({ type: 'text', nullable: true })
  number!: string | null;

  @Column({ type: 'jsonb' })
  content!: Letter;

  @Column({ type: 'text' })
  subjectKind!: string;

  @Column({ type: 'text' })
  subjectId!: string;

  @Column({ type: 'uuid', nullable: true })
  organizationId!: string | null;

  @Column({ type: 'date' })
  issuedOn!: LocalDate;

  @Column({ type: 'timestamptz' })
  issuedAt!: Date;

  @Column({ type: 'text' })
  issuedBy!: string;

  @Column({ type: 'uuid', nullable: true })
  batchId!: string | null;

  @Column({ type: 'text' })
  delivery!: Delivery;

  @Column({ type: 'text' })
  state!: LetterState;

  /** 確認コード; null for letters that were drawn before codes were printed. */
  @Column({ type: 'text', nullable: true })
  checkCode!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  drawnAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  sha256!: string | null;

  @Column({ type: 'integer', nullable: true })
  size!: number | null;

  @Column({ type: 'text', nullable: true })
  failure!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  openedAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  openedBy!: string | null;

  @Column({ type: 'date', nullable: true })
  dispatchedOn!: LocalDate | null;

  @Column({ type: 'text', nullable: true })
  dispatchedHow!: DispatchWay | null;

  @Column({ type: 'text', nullable: true })
  dispatchedBy!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  voidedAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  voidedBy!: string | null;

  @Column({ type: 'text', nullable: true })
  voidReason!: string | null;
}
