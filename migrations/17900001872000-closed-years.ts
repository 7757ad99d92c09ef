import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the closing of a year left open, and what its treasurer noted. */
export class ClosedYears1790000187200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE closed_years (
        municipality_id text NOT NULL,
        fiscal_year integer NOT NULL,
        closed_on date NOT NULL,
        closed_at timestamptz NOT NULL,
        closed_by text NOT NULL,
        note text NOT NULL,
        carried jsonb NOT NULL,
        PRIMARY KEY (municipality_id, fiscal_year),
        FOREIGN KEY (municipality_id, fiscal_year) REFERENCES budget_closings (municipality_id, fiscal_year)
      );
      CALL protect_tenant_table('closed_years');
      CALL make_append_only('closed_years');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
