import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 調定 (地方自治法231条): what comes back of grants as 歳入, numbered by year; what came in before it is assessed by its receipts. */
export class RevenueAssessments1790000205900 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE revenue_series (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        fiscal_year integer NOT NULL,
        last_number integer NOT NULL CHECK (last_number > 0),
        PRIMARY KEY (municipality_id, fiscal_year)
      );
      CALL protect_tenant_table('revenue_series');

      CREATE TABLE revenue_assessments (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        fiscal_year integer NOT NULL,
        number integer NOT NULL CHECK (number > 0),
        demand_id uuid NOT NULL,
        part text NOT NULL CHECK (part IN ('principal', 'addition', 'late-charge', 'excess')),
        amount bigint NOT NULL CHECK (amount <> 0),
        subject_code text NOT NULL,
        subject_name text NOT NULL,
        ground text NOT NULL CHECK (ground IN ('notice', 'receipt', 'carried', 'reversal', 'relief')),
        cause_id uuid NOT NULL,
        assessed_on date NOT NULL,
        recorded_at timestamptz NOT NULL,
        recorded_by text NOT NULL,
        PRIMARY KEY (municipality_id, id),
        UNIQUE (municipality_id, fiscal_year, number),
        CHECK ((ground IN ('reversal', 'relief')) = (amount < 0)),
        FOREIGN KEY (municipality_id, demand_id) REFERENCES repayment_demands (municipality_id, id)
      );
      CREATE INDEX revenue_assessments_demand ON revenue_assessments (municipality_id, demand_id);
      CALL protect_tenant_table('revenue_assessments');
      CALL make_append_only('revenue_assessments');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
