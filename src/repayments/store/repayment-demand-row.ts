import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';
import type { RefundTerms } from '../../kernel/refund-terms.js';
import type { Yen } from '../../kernel/yen.js';
import { yenColumn } from '../../platform/database/index.js';
import type { DemandState, RepaymentCause } from '../domain/demand.js';

@Entity('repayment_demands')
export class RepaymentDemandRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'integer' })
  fiscalYear!: number;

  @Column({ type: 'integer' })
  number!: number;

  @Column({ type: 'text' })
  cause!: RepaymentCause;

  @Column({ type: 'uuid' })
  causeId!: string;

  @Column({ type: 'uuid' })
  grantId!: string;

  @Column({ type: 'uuid' })
  applicationId!: string;

  @Column({ type: 'uuid' })
  organizationId!: string;

  @Column({ type: 'text' })
  organizationName!: string;

  @Column({ type: 'text' })
  programName!: string;

  @Column({ type: 'uuid' })
  budgetLineId!: string;

  @Column({ type: 'bigint', transformer: yenColumn })
  amount!: Yen;

  @Column({ type: 'text' })
  note!: string;

  @Column({ type: 'boolean' })
  recipientAtFault!: boolean;

  @Column({ type: 'jsonb' })
  terms!: RefundTerms;

  /** Amounts in digits. */
  @Column({ type: 'jsonb' })
  received!: readonly { on: LocalDate; amount: string }[];

  @Column({ type: 'text' })
  state!: DemandState;

  @Column({ type: 'date' })
  openedOn!: LocalDate;

  @Column({ type: 'date', nullable: true })
  decidedOn!: LocalDate | null;

  @Column({ type: 'date', nullable: true })
  issuedOn!: LocalDate | null;

  @Column({ type: 'date', nullable: true })
  dueOn!: LocalDate | null;

  @Column({ type: 'date', nullable: true })
  chargesDueOn!: LocalDate | null;

  @Column({ type: 'uuid', nullable: true })
  chargesLetterId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  letterId!: string | null;

  @Column({ type: 'text', nullable: true })
  letterNumber!: string | null;

  @Column({ type: 'date', nullable: true })
  endedOn!: LocalDate | null;

  @Column({ type: 'integer' })
  version!: number;
}
