import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * 公表: a grant with its whole way, organisations, and budget lines as everyone may see them. No column can hold a person.
 * The tables are filled from the stages when the worker starts (`disclosure_states.shape`).
 */
export class PublicRecord1790000194000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE public_grants;

      CREATE TABLE public_grants (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        fiscal_year integer NOT NULL CHECK (fiscal_year BETWEEN 2019 AND 2200),
        district_id uuid NOT NULL,
        district_name text NOT NULL,
        district_position integer NOT NULL,
        organization_id uuid NOT NULL,
        organization_name text NOT NULL,
        program_id uuid NOT NULL,
        program_name text NOT NULL,
        budget_line_id uuid NOT NULL,
        field text NOT NULL,
        title text NOT NULL,
        purpose text NOT NULL,
        plan jsonb NOT NULL,
        planned_from date,
        planned_until date,
        state text NOT NULL
          CHECK (state IN ('decided', 'changed', 'discontinued', 'partly-revoked', 'revoked', 'determined')),
        amount bigint NOT NULL CHECK (amount > 0),
        amount_in_force bigint NOT NULL CHECK (amount_in_force >= 0),
        determined_amount bigint CHECK (determined_amount >= 0),
        paid_amount bigint NOT NULL CHECK (paid_amount >= 0),
        paid_on date,
        paid_back bigint NOT NULL CHECK (paid_back >= 0),
        decided_on date NOT NULL,
        issued_on date NOT NULL,
        results jsonb NOT NULL,
        photographs jsonb NOT NULL,
        verification jsonb,
        steps jsonb NOT NULL,
        updated_at timestamptz NOT NULL,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, id) REFERENCES grants (municipality_id, id),
        FOREIGN KEY (municipality_id, district_id) REFERENCES districts (municipality_id, id),
        FOREIGN KEY (municipality_id, organization_id) REFERENCES organizations (municipality_id, id)
      );
      CREATE INDEX public_grants_in_order
        ON public_grants (municipality_id, fiscal_year, district_position, organization_name, program_name, id);
      CREATE INDEX public_grants_organization ON public_grants (municipality_id, organization_id);
      CREATE INDEX public_grants_district ON public_grants (municipality_id, district_id);
      CREATE INDEX public_grants_newest ON public_grants (municipality_id, issued_on DESC, id);
      CALL protect_tenant_table('public_grants');

      CREATE TABLE public_organizations (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        name text NOT NULL CHECK (name <> ''),
        kana text NOT NULL,
        district_id uuid NOT NULL,
        district_name text NOT NULL,
        district_position integer NOT NULL,
        wards text[] NOT NULL,
        registered_on date,
        updated_at timestamptz NOT NULL,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, id) REFERENCES organizations (municipality_id, id),
        FOREIGN KEY (municipality_id, district_id) REFERENCES districts (municipality_id, id)
      );
      CREATE INDEX public_organizations_district ON public_organizations (municipality_id, district_id);
      CALL protect_tenant_table('public_organizations');

      CREATE TABLE public_budget_lines (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        fiscal_year integer NOT NULL,
        code text NOT NULL,
        name text NOT NULL,
        ceiling bigint NOT NULL CHECK (ceiling >= 0),
        programs text[] NOT NULL,
        updated_at timestamptz NOT NULL,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, id) REFERENCES budget_lines (municipality_id, id)
      );
      CALL protect_tenant_table('public_budget_lines');

      -- One row a town: counts every change of what is public, and names the form in which it was built.
      CREATE TABLE disclosure_states (
        municipality_id text NOT NULL PRIMARY KEY REFERENCES municipalities (id),
        version bigint NOT NULL CHECK (version > 0),
        shape integer NOT NULL CHECK (shape >= 0),
        changed_at timestamptz NOT NULL
      );
      CALL protect_tenant_table('disclosure_states');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
