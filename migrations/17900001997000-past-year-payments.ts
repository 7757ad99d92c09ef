import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 過年度支出: what was still owed of a grant when its year was closed, and paid from the budget of a later year. */
export class PastYearPayments1790000199700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE past_year_payments (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        grant_id uuid NOT NULL,
        amount bigint NOT NULL CHECK (amount > 0),
        paid_on date NOT NULL,
        basis text NOT NULL CHECK (basis <> ''),
        recorded_at timestamptz NOT NULL,
        recorded_by text NOT NULL,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, grant_id) REFERENCES grants (municipality_id, id)
      );
      CREATE INDEX past_year_payments_grant ON past_year_payments (municipality_id, grant_id);
      CALL protect_tenant_table('past_year_payments');
      CALL make_append_only('past_year_payments');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
