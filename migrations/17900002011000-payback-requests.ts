import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A 還付 keeps the form that it came from: sent once more after it was taken back, the form is not a second 還付. */
export class PaybackRequests1790000201100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE repayment_paybacks
        ADD COLUMN request_id uuid NOT NULL DEFAULT gen_random_uuid(),
        ADD CONSTRAINT repayment_paybacks_request UNIQUE (municipality_id, request_id);
      ALTER TABLE repayment_paybacks ALTER COLUMN request_id DROP DEFAULT;
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
