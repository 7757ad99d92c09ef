import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Drafts that went over to a newer edition: since which one nobody was told, and what found no place in the new form. */
export class CarriedDrafts1790000172100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- the edition that its officers know; null once they have read what changed since
      ALTER TABLE applications ADD COLUMN known_version_id uuid,
        ADD FOREIGN KEY (municipality_id, known_version_id) REFERENCES program_versions (municipality_id, id);

      CREATE TABLE application_leftovers (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        application_id uuid NOT NULL,
        -- of the opened page that was still on the old edition; null for what was carried over
        page text,
        section text NOT NULL,
        label text NOT NULL,
        text text NOT NULL CHECK (text <> ''),
        written_by text NOT NULL,
        kept_at timestamptz NOT NULL,
        position integer NOT NULL,
        settled_at timestamptz,
        settled_by text,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, application_id) REFERENCES applications (municipality_id, id),
        CHECK ((settled_at IS NULL) = (settled_by IS NULL))
      );
      CREATE INDEX application_leftovers_application ON application_leftovers (municipality_id, application_id);
      CALL protect_tenant_table('application_leftovers');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
