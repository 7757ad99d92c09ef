import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why a transfer kana was confirmed although it is not the beginning of the passbook's name. */
export class UnlikeKana1790000176000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE bank_accounts ADD COLUMN unlike_reason text CHECK (unlike_reason <> '');
      ALTER TABLE bank_account_confirmations ADD COLUMN unlike_reason text CHECK (unlike_reason <> '');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
