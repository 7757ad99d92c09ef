import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 受付期間の延長 and 期限後の受付: published acts beside the frozen edition, which stays as it was published. */
export class Deadlines1790000155000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE program_extensions (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        program_version_id uuid NOT NULL,
        closes_on date NOT NULL,
        -- null: to the end of the day
        closes_time text CHECK (closes_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
        reason text NOT NULL CHECK (reason <> ''),
        published_at timestamptz NOT NULL,
        published_by text NOT NULL,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, program_version_id) REFERENCES program_versions (municipality_id, id)
      );
      CREATE INDEX program_extensions_version ON program_extensions (municipality_id, program_version_id);
      CALL protect_tenant_table('program_extensions');
      CALL make_append_only('program_extensions');

      CREATE TABLE late_acceptances (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        program_id uuid NOT NULL,
        fiscal_year integer NOT NULL,
        -- null: also an application that has not yet begun
        application_id uuid,
        until_on date NOT NULL,
        reason text NOT NULL CHECK (reason <> ''),
        allowed_at timestamptz NOT NULL,
        allowed_by text NOT NULL,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, organization_id) REFERENCES organizations (municipality_id, id),
        FOREIGN KEY (municipality_id, program_id) REFERENCES programs (municipality_id, id),
        FOREIGN KEY (municipality_id, application_id) REFERENCES applications (municipality_id, id)
      );
      CREATE INDEX late_acceptances_program ON late_acceptances (municipality_id, program_id, fiscal_year, organization_id);
      CALL protect_tenant_table('late_acceptances');
      CALL make_append_only('late_acceptances');

      -- By which act an application was taken that came after the end; null for every other.
      ALTER TABLE applications ADD COLUMN late_acceptance_id uuid,
        ADD FOREIGN KEY (municipality_id, late_acceptance_id) REFERENCES late_acceptances (municipality_id, id),
        ADD CONSTRAINT applications_late_once_sent CHECK (late_acceptance_id IS NULL OR round > 0);
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
