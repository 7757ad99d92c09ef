import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FormSection } from '../../forms/index.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Rubric } from '../../kernel/rubric.js';
import type { CallState, ProposalField, ProposerKind, ThemeKind } from '../domain/call.js';

@Entity('calls')
export class CallRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'integer' })
  fiscalYear!: number;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  lead!: string;

  @Column({ type: 'text' })
  themeKind!: ThemeKind;

  @Column({ type: 'text' })
  theme!: string;

  @Column({ type: 'text', array: true })
  proposers!: ProposerKind[];

  @Column({ type: 'jsonb' })
  fields!: readonly ProposalField[];

  @Column({ type: 'date' })
  opens!: LocalDate;

  @Column({ type: 'date' })
  closes!: LocalDate;

  @Column({ type: 'jsonb' })
  form!: readonly FormSection[];

  @Column({ type: 'jsonb', nullable: true })
  rubric!: Rubric | null;

  @Column({ type: 'text' })
  afterwards!: string;

  @Column({ type: 'uuid' })
  sectionId!: string;

  @Column({ type: 'text' })
  state!: CallState;

  @Column({ type: 'timestamptz', nullable: true })
  publishedAt!: Date | null;

  @Column({ type: 'text' })
  withdrawalReason!: string;

  @Column({ type: 'integer' })
  lastNumber!: number;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'timestamptz' })
  createdAt!: Date;

  @Column({ type: 'text' })
  createdBy!: string;
}
