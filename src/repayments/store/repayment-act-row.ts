import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Yen } from '../../kernel/yen.js';
import { yenColumn } from '../../platform/database/index.js';
import type { ChargePart } from '../domain/account.js';
import type { ActDetails, ActKind, ActState } from '../domain/act.js';

/** Details as JSON: amounts in digits. */
export type StoredDetails = Omit<ActDetails, 'parts' | 'reliefs'> & {
  readonly parts: readonly { dueOn: LocalDate; amount: string }[];
  /** Missing in what was kept before there was any. */
  readonly reliefs?: readonly { part: ChargePart; amount: string | null }[];
};

@Entity('repayment_acts')
export class RepaymentActRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  /** Counts on, so that several of one moment keep their order. */
  @Column({ type: 'bigint', insert: false })
  number!: string;

  @Column({ type: 'uuid' })
  demandId!: string;

  @Column({ type: 'uuid' })
  requestId!: string;

  @Column({ type: 'text' })
  kind!: ActKind;

  @Column({ type: 'text' })
  state!: ActState;

  @Column({ type: 'jsonb' })
  details!: StoredDetails;

  @Column({ type: 'bigint', transformer: yenColumn })
  openPrincipal!: Yen;

  @Column({ type: 'bigint', transformer: yenColumn })
  openTotal!: Yen;

  @Column({ type: 'date' })
  proposedOn!: LocalDate;

  @Column({ type: 'timestamptz' })
  proposedAt!: Date;

  @Column({ type: 'text' })
  proposedBy!: string;

  @Column({ type: 'date', nullable: true })
  doneOn!: LocalDate | null;

  @Column({ type: 'uuid', nullable: true })
  letterId!: string | null;
}
