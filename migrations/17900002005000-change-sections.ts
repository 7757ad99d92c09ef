import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is written in a 変更 or 中止・廃止, section by section, so that two officers' texts can be brought together. */
export class ChangeSections1790000200500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE grant_change_sections (
        municipality_id text NOT NULL,
        change_id uuid NOT NULL,
        name text NOT NULL CHECK (name ~ '^[a-z][a-z0-9-]{0,39}$'),
        -- pairs of field and text, because jsonb objects forget their order
        fields jsonb NOT NULL,
        parked jsonb NOT NULL,
        version integer NOT NULL CHECK (version > 0),
        saved_at timestamptz NOT NULL,
        saved_by text NOT NULL,
        PRIMARY KEY (municipality_id, change_id, name),
        FOREIGN KEY (municipality_id, change_id) REFERENCES grant_changes (municipality_id, id)
      );
      -- Every save, so that two officers' texts can be brought together from what both began with.
      CREATE TABLE grant_change_section_revisions (
        municipality_id text NOT NULL,
        change_id uuid NOT NULL,
        name text NOT NULL,
        version integer NOT NULL,
        page text NOT NULL,
        fields jsonb NOT NULL,
        saved_at timestamptz NOT NULL,
        saved_by text NOT NULL,
        PRIMARY KEY (municipality_id, change_id, name, version),
        FOREIGN KEY (municipality_id, change_id, name)
          REFERENCES grant_change_sections (municipality_id, change_id, name)
      );

      ALTER TABLE grant_changes NO FORCE ROW LEVEL SECURITY;
      INSERT INTO grant_change_sections
        SELECT municipality_id, id, name, kept -> 'fields', '[]', (kept ->> 'version')::integer,
               (kept ->> 'savedAt')::timestamptz, kept ->> 'savedBy'
          FROM grant_changes CROSS JOIN jsonb_each(sections) AS written (name, kept);
      INSERT INTO grant_change_section_revisions
        SELECT municipality_id, change_id, name, version, '', fields, saved_at, saved_by FROM grant_change_sections;
      ALTER TABLE grant_changes DROP COLUMN sections, FORCE ROW LEVEL SECURITY;

      CALL protect_tenant_table('grant_change_sections');
      CALL protect_tenant_table('grant_change_section_revisions');
      CALL make_append_only('grant_change_section_revisions');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
