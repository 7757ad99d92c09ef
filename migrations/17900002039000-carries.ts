import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 繰越明許費・事故繰越: a commitment that is not paid in its year goes on in the next, with its ground and decision, by two people. */
export class Carries1790000203900 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE carries (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        grant_id uuid NOT NULL,
        from_line_id uuid NOT NULL,
        to_line_id uuid NOT NULL CHECK (to_line_id <> from_line_id),
        amount bigint NOT NULL CHECK (amount > 0),
        ground text NOT NULL CHECK (ground IN ('carried-by-council', 'carried-by-accident')),
        decided_on date NOT NULL,
        decision text NOT NULL CHECK (decision <> ''),
        reason text NOT NULL CHECK (reason <> ''),
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
      -- Carried over once: 繰越明許費 and 事故繰越 go no further than the next year.
      CREATE UNIQUE INDEX carries_one_a_grant ON carries (municipality_id, grant_id) WHERE state IN ('ordered', 'done');
      CREATE INDEX carries_grant ON carries (municipality_id, grant_id);
      CALL protect_tenant_table('carries');
      -- What was carried over may lapse once more, with the next year.
      ALTER TABLE lapsed_commitments
        DROP CONSTRAINT lapsed_commitments_pkey,
        ADD PRIMARY KEY (municipality_id, grant_id, fiscal_year);
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
