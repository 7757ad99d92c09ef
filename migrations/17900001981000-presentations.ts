import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 発表: how long each speaks and is asked, what was said, the papers on the table, and that the day was told. */
export class Presentations1790000198100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE panel_meetings
        ADD talk_minutes integer CHECK (talk_minutes BETWEEN 1 AND 180),
        ADD question_minutes integer CHECK (question_minutes BETWEEN 0 AND 180),
        ADD CONSTRAINT panel_meetings_minutes CHECK ((talk_minutes IS NULL) = (question_minutes IS NULL));

      ALTER TABLE panel_cases ADD talk text NOT NULL DEFAULT '', ADD questions text NOT NULL DEFAULT '';
      ALTER TABLE panel_cases ALTER COLUMN talk DROP DEFAULT, ALTER COLUMN questions DROP DEFAULT;

      ALTER TABLE panel_meeting_acts DROP CONSTRAINT panel_meeting_acts_kind_check,
        ADD CONSTRAINT panel_meeting_acts_kind_check
          CHECK (kind IN ('moved', 'told', 'taken-off', 'closed', 'reopened', 'settled', 'confirmed'));

      CREATE TABLE panel_materials (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        meeting_id uuid NOT NULL,
        -- Of one case; of the whole meeting where there is none.
        case_id uuid,
        label text NOT NULL CHECK (label <> ''),
        sha256 text NOT NULL,
        name text NOT NULL,
        media_type text NOT NULL,
        size integer NOT NULL,
        added_at timestamptz NOT NULL,
        added_by text NOT NULL,
        removed_at timestamptz,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, meeting_id) REFERENCES panel_meetings (municipality_id, id),
        FOREIGN KEY (municipality_id, case_id) REFERENCES panel_cases (municipality_id, id),
        FOREIGN KEY (municipality_id, sha256) REFERENCES files (municipality_id, sha256)
      );
      CREATE INDEX panel_materials_meeting ON panel_materials (municipality_id, meeting_id);
      CALL protect_tenant_table('panel_materials');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
