import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SubmittedContent } from '../../applications/index.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { StoredWorking } from '../../kernel/working.js';
import type { Yen } from '../../kernel/yen.js';
import { yenColumn } from '../../platform/database/index.js';
import type { ChangeKind, ChangeOutcome, ChangeState } from '../domain/grant-change.js';

@Entity('grant_changes')
export class GrantChangeRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  grantId!: string;

  @Column({ type: 'uuid' })
  applicationId!: string;

  @Column({ type: 'uuid' })
  organizationId!: string;

  @Column({ type: 'text' })
  kind!: ChangeKind;

  @Column({ type: 'text' })
  state!: ChangeState;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'timestamptz' })
  startedAt!: Date;

  @Column({ type: 'text' })
  startedBy!: string;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'boolean' })
  increase!: boolean;

  @Column({ type: 'boolean' })
  approvalAsked!: boolean;

  @Column({ type: 'boolean' })
  needsApproval!: boolean;

  @Column({ type: 'jsonb', nullable: true })
  previous!: SubmittedContent | null;

  @Column({ type: 'jsonb', nullable: true })
  sent!: SubmittedContent | null;

  @Column({ type: 'bigint', transformer: yenColumn, nullable: true })
  askedAmount!: Yen | null;

  @Column({ type: 'date', nullable: true })
  effectiveOn!: LocalDate | null;

  @Column({ type: 'bigint', transformer: yenColumn, nullable: true })
  spentAmount!: Yen | null;

  @Column({ type: 'text' })
  article!: string;

  @Column({ type: 'boolean' })
  whole!: boolean;

  @Column({ type: 'boolean' })
  recipientAtFault!: boolean;

  @Column({ type: 'date', nullable: true })
  heardOn!: LocalDate | null;

  @Column({ type: 'text' })
  hearing!: string;

  @Column({ type: 'uuid', nullable: true })
  requestId!: string | null;

  @Column({ type: 'integer' })
  round!: number;

  @Column({ type: 'text', nullable: true })
  receivedNumber!: string | null;

  @Column({ type: 'date', nullable: true })
  receivedOn!: LocalDate | null;

  @Column({ type: 'timestamptz', nullable: true })
  sentAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  sentBy!: string | null;

  @Column({ type: 'text' })
  returnNote!: string;

  @Column({ type: 'date', nullable: true })
  correctBy!: LocalDate | null;

  @Column({ type: 'bigint', transformer: yenColumn })
  beforeAmount!: Yen;

  @Column({ type: 'text', nullable: true })
  outcome!: ChangeOutcome | null;

  @Column({ type: 'text' })
  decisionReason!: string;

  @Column({ type: 'bigint', transformer: yenColumn, nullable: true })
  amount!: Yen | null;

  @Column({ type: 'jsonb', nullable: true })
  working!: StoredWorking | null;

  @Column({ type: 'bigint', transformer: yenColumn, nullable: true })
  overAmount!: Yen | null;

  @Column({ type: 'date', nullable: true })
  decidedOn!: LocalDate | null;

  @Column({ type: 'date', nullable: true })
  closedOn!: LocalDate | null;

  @Column({ type: 'date', nullable: true })
  issuedOn!: LocalDate | null;

  @Column({ type: 'uuid', nullable: true })
  letterId!: string | null;

  @Column({ type: 'text', nullable: true })
  letterNumber!: string | null;
}
