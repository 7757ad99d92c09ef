import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A payment of a later year that was written down by mistake is taken back by a record below zero, with its reason. */
export class ReversedPastYearPayments1790000202300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE past_year_payments
        ADD COLUMN reverses_id uuid,
        ADD COLUMN reason text NOT NULL DEFAULT '',
        ADD FOREIGN KEY (municipality_id, reverses_id) REFERENCES past_year_payments (municipality_id, id),
        ADD CONSTRAINT past_year_payments_reversed_once UNIQUE (municipality_id, reverses_id),
        DROP CONSTRAINT past_year_payments_amount_check,
        ADD CONSTRAINT past_year_payments_amount_check CHECK (
          CASE WHEN reverses_id IS NULL THEN amount > 0 AND reason = '' ELSE amount < 0 AND reason <> '' END);
      ALTER TABLE past_year_payments ALTER COLUMN reason DROP DEFAULT;
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
