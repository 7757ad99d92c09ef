import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 公表: what every resident may see of a grant. No column here can hold personal data. */
export class Disclosure1790000140000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE public_grants (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        fiscal_year integer NOT NULL,
        district_name text NOT NULL,
        organization_name text NOT NULL,
        program_name text NOT NULL,
        purpose text NOT NULL,
        amount bigint NOT NULL CHECK (amount > 0),
        decided_on date NOT NULL,
        paid_on date,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, id) REFERENCES grants (municipality_id, id)
      );
      CREATE INDEX public_grants_year ON public_grants (municipality_id, fiscal_year, district_name);
      CALL protect_tenant_table('public_grants');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
