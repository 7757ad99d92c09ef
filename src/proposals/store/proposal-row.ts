import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Answer } from '../../forms/index.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { ProposerKind } from '../domain/call.js';
import type { ProposalState } from '../domain/proposal.js';

@Entity('proposals')
export class ProposalRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  callId!: string;

  @Column({ type: 'integer', nullable: true })
  number!: number | null;

  @Column({ type: 'text' })
  proposerKind!: ProposerKind;

  @Column({ type: 'text' })
  proposerName!: string;

  @Column({ type: 'boolean' })
  publicName!: boolean;

  @Column({ type: 'text' })
  proposerContact!: string;

  @Column({ type: 'text' })
  proposerMail!: string;

  @Column({ type: 'uuid', nullable: true })
  organizationId!: string | null;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  fieldId!: string;

  @Column({ type: 'text' })
  state!: ProposalState;

  @Column({ type: 'text', nullable: true })
  accessHash!: string | null;

  @Column({ type: 'date', nullable: true })
  paperReceivedOn!: LocalDate | null;

  @Column({ type: 'text', nullable: true })
  enteredBy!: string | null;

  @Column({ type: 'jsonb', nullable: true })
  answers!: readonly Answer[] | null;

  @Column({ type: 'timestamptz' })
  begunAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  submittedAt!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  withdrawnAt!: Date | null;

  @Column({ type: 'date', nullable: true })
  erasedOn!: LocalDate | null;

  @Column({ type: 'timestamptz', nullable: true })
  codeMailFailedAt!: Date | null;

  @Column({ type: 'integer' })
  version!: number;
}
