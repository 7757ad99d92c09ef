import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Yen } from '../../kernel/yen.js';
import { yenColumn } from '../../platform/database/index.js';
import type { ClaimState } from '../domain/claim.js';
import type { ClaimKind } from '../domain/instalments.js';

@Entity('claims')
export class ClaimRow {
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
  organizationName!: string;

  @Column({ type: 'text' })
  programName!: string;

  @Column({ type: 'integer' })
  fiscalYear!: number;

  @Column({ type: 'text' })
  kind!: ClaimKind;

  @Column({ type: 'integer', nullable: true })
  instalment!: number | null;

  @Column({ type: 'integer' })
  instalments!: number;

  @Column({ type: 'uuid', nullable: true })
  causeId!: string | null;

  @Column({ type: 'text' })
  paymentMethod!: string;

  @Column({ type: 'bigint', transformer: yenColumn })
  amount!: Yen;

  @Column({ type: 'text' })
  state!: ClaimState;

  @Column({ type: 'timestamptz' })
  preparedAt!: Date;

  @Column({ type: 'date', nullable: true })
  claimedOn!: LocalDate | null;

  @Column({ type: 'text', nullable: true })
  responsibleName!: string | null;

  @Column({ type: 'text', nullable: true })
  responsiblePhone!: string | null;

  @Column({ type: 'text', nullable: true })
  inChargeName!: string | null;

  @Column({ type: 'text', nullable: true })
  inChargePhone!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  confirmedAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  confirmedBy!: string | null;

  @Column({ type: 'uuid', nullable: true })
  letterId!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  withdrawnAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  withdrawnReason!: string | null;

  @Column({ type: 'integer' })
  version!: number;
}
