import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Yen } from '../../kernel/yen.js';
import { yenColumn } from '../../platform/database/index.js';
import type { FailureState } from '../domain/transfer-failure.js';

@Entity('transfer_failures')
export class TransferFailureRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  orderId!: string;

  @Column({ type: 'integer' })
  attempt!: number;

  @Column({ type: 'bigint', transformer: yenColumn })
  amount!: Yen;

  @Column({ type: 'date' })
  failedOn!: LocalDate;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'date', nullable: true })
  paidOn!: LocalDate | null;

  @Column({ type: 'text', nullable: true })
  slipNumber!: string | null;

  @Column({ type: 'date', nullable: true })
  returnedOn!: LocalDate | null;

  @Column({ type: 'text' })
  state!: FailureState;

  @Column({ type: 'integer', nullable: true })
  revenueYear!: number | null;

  @Column({ type: 'text', nullable: true })
  conclusion!: string | null;

  @Column({ type: 'text', nullable: true })
  recordedBy!: string | null;

  @Column({ type: 'text' })
  recordedByName!: string;

  @Column({ type: 'timestamptz' })
  recordedAt!: Date;

  @Column({ type: 'integer' })
  version!: number;
}
