import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By which ground a later year pays what a closed one still owed: 過年度支出, 繰越明許費 or 事故繰越. */
export class GroundsOfLaterPayments1790000199800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE past_year_payments ADD COLUMN ground text NOT NULL DEFAULT 'past-year'
        CHECK (ground IN ('past-year', 'carried-by-council', 'carried-by-accident'));
      ALTER TABLE past_year_payments ALTER COLUMN ground DROP DEFAULT;
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
