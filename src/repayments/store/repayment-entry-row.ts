import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Yen } from '../../kernel/yen.js';
import { yenColumn } from '../../platform/database/index.js';
import type { EntryBooking, EntryPart } from '../domain/receipt.js';

@Entity('repayment_entries')
export class RepaymentEntryRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  receiptId!: string;

  @PrimaryColumn({ type: 'text' })
  part!: EntryPart;

  @Column({ type: 'bigint', transformer: yenColumn })
  amount!: Yen;

  @Column({ type: 'text' })
  booking!: EntryBooking;

  @Column({ type: 'integer' })
  fiscalYear!: number;
}
