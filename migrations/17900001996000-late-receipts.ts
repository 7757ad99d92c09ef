import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why money with a day before 出納閉鎖 came into the books only after the year was closed. */
export class LateReceipts1790000199600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE repayment_receipts ADD COLUMN late_reason text NOT NULL DEFAULT ''`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
