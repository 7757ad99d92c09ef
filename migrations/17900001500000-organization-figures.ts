import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 年度の数値: households, population and the like, entered by staff for one year with their day and source. */
export class OrganizationFigures1790000150000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The newest number of a figure counts; the earlier ones stay as its history. A value of null takes it back.
      CREATE TABLE organization_figures (
        municipality_id text NOT NULL,
        organization_id uuid NOT NULL,
        fiscal_year integer NOT NULL CHECK (fiscal_year BETWEEN 2019 AND 2200),
        name text NOT NULL CHECK (name ~ '^[a-z][a-z0-9-]{0,39}$'),
        number integer NOT NULL CHECK (number > 0),
        -- a count, or the id of a class
        value text CHECK (value ~ '^([0-9]{1,9}|[a-z][a-z0-9-]{0,39})$'),
        as_of date NOT NULL,
        source text NOT NULL CHECK (source <> ''),
        recorded_by text NOT NULL,
        recorded_at timestamptz NOT NULL,
        PRIMARY KEY (municipality_id, organization_id, fiscal_year, name, number),
        FOREIGN KEY (municipality_id, organization_id) REFERENCES organizations (municipality_id, id)
      );
      CALL protect_tenant_table('organization_figures');
      CALL make_append_only('organization_figures');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
