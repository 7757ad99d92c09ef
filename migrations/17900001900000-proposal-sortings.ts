import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What becomes of a proposal: whether the area needs it, and who is to do it; the newest row of each holds. */
export class ProposalSortings1790000190000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE proposal_screenings (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        proposal_id uuid NOT NULL,
        outcome text NOT NULL CHECK (outcome IN ('relevant', 'set-aside')),
        -- Told to the proposer.
        reason text NOT NULL CHECK (reason <> ''),
        -- Order of the rows of one proposal: two may bear the same moment.
        turn integer NOT NULL CHECK (turn > 0),
        screened_at timestamptz NOT NULL,
        screened_by text NOT NULL,
        PRIMARY KEY (municipality_id, id),
        UNIQUE (municipality_id, proposal_id, turn),
        FOREIGN KEY (municipality_id, proposal_id) REFERENCES proposals (municipality_id, id)
      );
      CALL protect_tenant_table('proposal_screenings');
      CALL make_append_only('proposal_screenings');

      CREATE TABLE proposal_sortings (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        proposal_id uuid NOT NULL,
        -- 町が行うもの, 住民が行うもの, 協働で行うもの
        kind text NOT NULL CHECK (kind IN ('town', 'residents', 'together')),
        reason text NOT NULL,
        turn integer NOT NULL CHECK (turn > 0),
        sorted_at timestamptz NOT NULL,
        sorted_by text NOT NULL,
        PRIMARY KEY (municipality_id, id),
        UNIQUE (municipality_id, proposal_id, turn),
        FOREIGN KEY (municipality_id, proposal_id) REFERENCES proposals (municipality_id, id)
      );
      CALL protect_tenant_table('proposal_sortings');
      CALL make_append_only('proposal_sortings');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
