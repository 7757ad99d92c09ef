import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 決裁文書 as a file of its own, and whether a town decides on paper. */
export class DecisionFiles1790000161000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE decision_files (
        municipality_id text NOT NULL,
        draft_id uuid NOT NULL,
        sha256 text NOT NULL,
        size integer NOT NULL CHECK (size > 0),
        drawn_at timestamptz NOT NULL,
        PRIMARY KEY (municipality_id, draft_id),
        FOREIGN KEY (municipality_id, draft_id) REFERENCES drafts (municipality_id, id),
        FOREIGN KEY (municipality_id, sha256) REFERENCES files (municipality_id, sha256)
      );
      CALL protect_tenant_table('decision_files');
      CALL make_append_only('decision_files');

      -- A town without a row decides on the screen only.
      CREATE TABLE approval_settings (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        on_paper boolean NOT NULL,
        PRIMARY KEY (municipality_id)
      );
      CALL protect_tenant_table('approval_settings');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
