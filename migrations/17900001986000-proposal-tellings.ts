import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How, when and by whom a proposer was told of what was said and decided; append-only. */
export class ProposalTellings1790000198600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE proposal_tellings (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        proposal_id uuid NOT NULL,
        -- 'merged-result': what became of the proposal that it was merged into.
        occasion text NOT NULL CHECK (occasion IN ('received', 'screening', 'hearing', 'presentation', 'result', 'merged-result')),
        -- Of the screening; 1 of everything that happens once.
        turn integer NOT NULL CHECK (turn > 0),
        how text NOT NULL CHECK (how IN ('mail', 'post', 'phone', 'counter')),
        told_on date NOT NULL,
        note text NOT NULL,
        written_at timestamptz NOT NULL,
        written_by text NOT NULL,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, proposal_id) REFERENCES proposals (municipality_id, id)
      );
      CREATE INDEX proposal_tellings_of ON proposal_tellings (municipality_id, proposal_id);
      CALL protect_tenant_table('proposal_tellings');
      CALL make_append_only('proposal_tellings');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
