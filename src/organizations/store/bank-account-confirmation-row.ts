import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('bank_account_confirmations')
export class BankAccountConfirmationRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  changeId!: string;

  @PrimaryColumn({ type: 'text' })
  staffId!: string;

  /** 1 for the first of the two people, 2 for the second. */
  @Column({ type: 'smallint' })
  place!: number;

  @Column({ type: 'text' })
  staffName!: string;

  @Column({ type: 'text' })
  transferKana!: string;

  @Column({ type: 'text', nullable: true })
  unlikeReason!: string | null;

  @Column({ type: 'timestamptz' })
  confirmedAt!: Date;
}
