import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';
import type { DraftMark, DraftState } from '../domain/draft.js';

@Entity('drafts')
export class DraftRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'integer' })
  fiscalYear!: number;

  @Column({ type: 'integer' })
  number!: number;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'text' })
  state!: DraftState;

  @Column({ type: 'integer' })
  round!: number;

  @Column({ type: 'integer', nullable: true })
  position!: number | null;

  @Column({ type: 'uuid' })
  drafterStaffId!: string;

  @Column({ type: 'text' })
  drafterName!: string;

  @Column({ type: 'uuid' })
  drafterPostId!: string;

  @Column({ type: 'text' })
  drafterPostName!: string;

  @Column({ type: 'text', array: true })
  marks!: DraftMark[];

  @Column({ type: 'boolean' })
  carried!: boolean;

  @Column({ type: 'uuid', nullable: true })
  citesDraftId!: string | null;

  @Column({ type: 'date' })
  draftedOn!: LocalDate;

  @Column({ type: 'date', nullable: true })
  decidedOn!: LocalDate | null;

  @Column({ type: 'timestamptz' })
  waitingSince!: Date;
}
