import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the closing of a year took back of each grant: committed, and never ordered (不用). */
export class LapsedCommitments1790000199500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE lapsed_commitments (
        municipality_id text NOT NULL,
        grant_id uuid NOT NULL,
        fiscal_year integer NOT NULL,
        line_id uuid NOT NULL,
        organization_name text NOT NULL,
        program_name text NOT NULL,
        amount bigint NOT NULL CHECK (amount > 0),
        PRIMARY KEY (municipality_id, grant_id),
        FOREIGN KEY (municipality_id, grant_id) REFERENCES grants (municipality_id, id),
        FOREIGN KEY (municipality_id, line_id) REFERENCES budget_lines (municipality_id, id),
        FOREIGN KEY (municipality_id, fiscal_year) REFERENCES closed_years (municipality_id, fiscal_year)
      );
      CREATE INDEX lapsed_commitments_year ON lapsed_commitments (municipality_id, fiscal_year);
      CALL protect_tenant_table('lapsed_commitments');
      CALL make_append_only('lapsed_commitments');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
