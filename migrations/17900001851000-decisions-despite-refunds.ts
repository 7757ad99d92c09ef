import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A grant to an organisation that has not paid back says what was unpaid and why it is granted all the same. */
export class DecisionsDespiteRefunds1790000185100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE grants
        ADD COLUMN unpaid_refunds text NOT NULL DEFAULT '',
        ADD COLUMN override_reason text NOT NULL DEFAULT '',
        ADD CONSTRAINT grants_override_of_something CHECK (unpaid_refunds <> '' OR override_reason = '');
      ALTER TABLE grants ALTER COLUMN unpaid_refunds DROP DEFAULT, ALTER COLUMN override_reason DROP DEFAULT;
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
