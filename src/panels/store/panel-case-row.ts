import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Rubric } from '../../kernel/rubric.js';
import type { PanelResult } from '../domain/meeting.js';

@Entity('panel_cases')
export class PanelCaseRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  meetingId!: string;

  @Column({ type: 'text' })
  subjectKind!: string;

  @Column({ type: 'uuid' })
  subjectId!: string;

  @Column({ type: 'uuid', nullable: true })
  organizationId!: string | null;

  @Column({ type: 'text' })
  organizationName!: string;

  @Column({ type: 'text' })
  reference!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'uuid' })
  programId!: string;

  @Column({ type: 'text' })
  programName!: string;

  @Column({ type: 'jsonb' })
  rubric!: Rubric;

  @Column({ type: 'integer' })
  position!: number;

  @Column({ type: 'text' })
  talk!: string;

  @Column({ type: 'text' })
  questions!: string;

  @Column({ type: 'text' })
  comment!: string;

  @Column({ type: 'integer', nullable: true })
  tiePlace!: number | null;

  @Column({ type: 'text', nullable: true })
  tieReason!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  takenOffAt!: Date | null;

  @Column({ type: 'jsonb', nullable: true })
  result!: PanelResult | null;
}
