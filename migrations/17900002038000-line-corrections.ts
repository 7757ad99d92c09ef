import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 科目更正: a grant that was decided, ordered and paid on the wrong budget line stands on the right one, by two people. */
export class LineCorrections1790000203800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE line_corrections (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        grant_id uuid NOT NULL,
        from_line_id uuid NOT NULL,
        to_line_id uuid NOT NULL CHECK (to_line_id <> from_line_id),
        amount bigint NOT NULL CHECK (amount >= 0),
        reason text NOT NULL CHECK (reason <> ''),
        decision text NOT NULL CHECK (decision <> ''),
        state text NOT NULL CHECK (state IN ('ordered', 'done', 'returned', 'withdrawn')),
        ordered_by text NOT NULL,
        ordered_by_name text NOT NULL,
        ordered_at timestamptz NOT NULL,
        answered_by text,
        answered_by_name text,
        answered_at timestamptz,
        answer text NOT NULL DEFAULT '',
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, grant_id) REFERENCES grants (municipality_id, id),
        FOREIGN KEY (municipality_id, from_line_id) REFERENCES budget_lines (municipality_id, id),
        FOREIGN KEY (municipality_id, to_line_id) REFERENCES budget_lines (municipality_id, id),
        CHECK ((state = 'ordered') = (answered_at IS NULL)),
        CHECK (state <> 'done' OR answered_by <> ordered_by)
      );
      CREATE UNIQUE INDEX line_corrections_one_waits ON line_corrections (municipality_id, grant_id) WHERE state = 'ordered';
      CREATE INDEX line_corrections_grant ON line_corrections (municipality_id, grant_id);
      CALL protect_tenant_table('line_corrections');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
