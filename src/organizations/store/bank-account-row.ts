import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';
import type { AccountKind, AccountState } from '../domain/bank-account.js';

/** 口座 */
@Entity('bank_accounts')
export class BankAccountRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  organizationId!: string;

  @Column({ type: 'text' })
  state!: AccountState;

  @Column({ type: 'text' })
  bankCode!: string;

  @Column({ type: 'text' })
  bankName!: string;

  @Column({ type: 'text' })
  bankKana!: string;

  @Column({ type: 'text' })
  branchCode!: string;

  @Column({ type: 'text' })
  branchName!: string;

  @Column({ type: 'text' })
  branchKana!: string;

  @Column({ type: 'text' })
  accountKind!: AccountKind;

  @Column({ type: 'text' })
  accountNumber!: string;

  @Column({ type: 'text', nullable: true })
  yuchoSymbol!: string | null;

  @Column({ type: 'text', nullable: true })
  yuchoNumber!: string | null;

  @Column({ type: 'text' })
  holderKana!: string;

  @Column({ type: 'text', nullable: true })
  passbookSha256!: string | null;

  @Column({ type: 'text', nullable: true })
  passbookName!: string | null;

  @Column({ type: 'text', nullable: true })
  passbookMediaType!: string | null;

  @Column({ type: 'text', nullable: true })
  transferKana!: string | null;

  @Column({ type: 'text', nullable: true })
  unlikeReason!: string | null;

  @Column({ type: 'text', nullable: true })
  transferKanaConfirmedBy!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  transferKanaConfirmedAt!: Date | null;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'timestamptz' })
  enteredAt!: Date;

  @Column({ type: 'date', nullable: true })
  validFrom!: LocalDate | null;

  @Column({ type: 'date', nullable: true })
  validUntil!: LocalDate | null;
}
