import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A 還付 that was written down by mistake is taken back by a record below zero that names the first. */
export class ReversedPaybacks1790000200100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE repayment_paybacks
        ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid(),
        ADD COLUMN number bigint GENERATED ALWAYS AS IDENTITY,
        ADD COLUMN reverses_id uuid,
        ADD COLUMN reason text NOT NULL DEFAULT '',
        DROP CONSTRAINT repayment_paybacks_pkey,
        ADD PRIMARY KEY (municipality_id, id),
        ADD FOREIGN KEY (municipality_id, reverses_id) REFERENCES repayment_paybacks (municipality_id, id),
        ADD CONSTRAINT repayment_paybacks_reversed_once UNIQUE (municipality_id, reverses_id),
        DROP CONSTRAINT repayment_paybacks_amount_check,
        ADD CONSTRAINT repayment_paybacks_amount_check CHECK (
          CASE WHEN reverses_id IS NULL THEN amount > 0 AND reason = '' ELSE amount < 0 AND reason <> '' END);
      ALTER TABLE repayment_paybacks ALTER COLUMN id DROP DEFAULT, ALTER COLUMN reason DROP DEFAULT;
      CREATE INDEX repayment_paybacks_receipt ON repayment_paybacks (municipality_id, receipt_id);
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
