import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Yen } from '../../kernel/yen.js';
import { yenColumn } from '../../platform/database/index.js';
import type { Account, Entry } from '../domain/ledger.js';

@Entity('ledger_postings')
export class LedgerPostingRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'bigint', insert: false })
  id!: string;

  @Column({ type: 'uuid' })
  lineId!: string;

  @Column({ type: 'text' })
  account!: Account;

  @Column({ type: 'bigint', transformer: yenColumn })
  amount!: Yen;

  @Column({ type: 'text' })
  entry!: Entry;

  @Column({ type: 'text' })
  causeKind!: string;

  @Column({ type: 'text' })
  causeId!: string;

  @Column({ type: 'text' })
  causeLabel!: string;

  @Column({ type: 'text', nullable: true })
  orderKind!: string | null;

  @Column({ type: 'text', nullable: true })
  orderId!: string | null;

  @Column({ type: 'text' })
  note!: string;

  @Column({ type: 'date' })
  postedOn!: LocalDate;

  @Column({ type: 'date', nullable: true })
  moneyOn!: LocalDate | null;

  @Column({ type: 'timestamptz' })
  postedAt!: Date;

  @Column({ type: 'text' })
  postedBy!: string;
}
