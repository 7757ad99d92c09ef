import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Uploads that a virus scanner looks at. */
export class FileScans1790000153000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A file without a row was never to be scanned: our own papers, and uploads of a town without a scanner.
      CREATE TABLE file_scans (
        municipality_id text NOT NULL,
        sha256 text NOT NULL,
        state text NOT NULL CHECK (state IN ('pending', 'clean', 'infected')),
        finding text CHECK (finding <> ''),
        requested_at timestamptz NOT NULL,
        finished_at timestamptz,
        -- how often nobody answered, what was said last, and when it is asked again
        vain_attempts integer NOT NULL DEFAULT 0 CHECK (vain_attempts >= 0),
        last_failure text,
        next_attempt_at timestamptz,
        PRIMARY KEY (municipality_id, sha256),
        FOREIGN KEY (municipality_id, sha256) REFERENCES files (municipality_id, sha256),
        CHECK ((state = 'pending') = (finished_at IS NULL)),
        CHECK ((state = 'infected') = (finding IS NOT NULL)),
        CHECK (next_attempt_at IS NULL OR (state = 'pending' AND vain_attempts > 0))
      );
      CREATE INDEX file_scans_waiting ON file_scans (municipality_id) WHERE state = 'pending';
      CALL protect_tenant_table('file_scans');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
