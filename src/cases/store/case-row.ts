import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Yen } from '../../kernel/yen.js';
import { yenColumn } from '../../platform/database/index.js';
import type { Phase, WaitingFor } from '../domain/case.js';

@Entity('cases')
export class CaseRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  organizationId!: string;

  @Column({ type: 'text' })
  organizationName!: string;

  @Column({ type: 'uuid' })
  programId!: string;

  @Column({ type: 'text' })
  programName!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'integer' })
  fiscalYear!: number;

  @Column({ type: 'text' })
  phase!: Phase;

  @Column({ type: 'text' })
  waitingFor!: WaitingFor;

  @Column({ type: 'date', nullable: true })
  dueOn!: LocalDate | null;

  @Column({ type: 'date' })
  sortOn!: LocalDate;

  @Column({ type: 'text', nullable: true })
  receivedNumber!: string | null;

  @Column({ type: 'bigint', transformer: yenColumn, nullable: true })
  amount!: Yen | null;

  @Column({ type: 'boolean' })
  onPaper!: boolean;

  @Column({ type: 'timestamptz' })
  changedAt!: Date;

  @Column({ type: 'integer', default: 0 })
  unreadByStaff!: number;

  @Column({ type: 'integer', default: 0 })
  unreadByCommittee!: number;

  /** Given by the database, as what is searched; see `CaseSearchStore`. */
  @Column({ type: 'bigint', insert: false, update: false, select: false })
  place!: string;

  @Column({ type: 'text', insert: false, update: false, select: false })
  searchText!: string;
}
