import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 支払日・領収日 of a posting beside the day on which it was recorded; blank in what moved no money, and in what was posted before. */
export class MoneyOn1790000207200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE ledger_postings ADD COLUMN money_on date`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
