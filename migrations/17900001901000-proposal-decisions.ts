import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was decided of a proposal: adopted with an amount, refused with a comment, or merged into another. */
export class ProposalDecisions1790000190100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE proposal_decisions (
        municipality_id text NOT NULL,
        proposal_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('adopted', 'refused', 'merged')),
        -- Yen.
        amount bigint CHECK (amount > 0),
        budget_line_id uuid,
        merged_into uuid CHECK (merged_into <> proposal_id),
        -- Told to the proposer.
        comment text NOT NULL CHECK (comment <> ''),
        -- null while a draft of it goes round.
        decided_on date,
        written_at timestamptz NOT NULL,
        written_by text NOT NULL,
        PRIMARY KEY (municipality_id, proposal_id),
        CHECK ((kind = 'adopted') = (amount IS NOT NULL)),
        CHECK ((kind = 'adopted') = (budget_line_id IS NOT NULL)),
        CHECK ((kind = 'merged') = (merged_into IS NOT NULL)),
        CHECK (kind = 'adopted' OR decided_on IS NOT NULL),
        FOREIGN KEY (municipality_id, proposal_id) REFERENCES proposals (municipality_id, id),
        FOREIGN KEY (municipality_id, merged_into) REFERENCES proposals (municipality_id, id),
        FOREIGN KEY (municipality_id, budget_line_id) REFERENCES budget_lines (municipality_id, id)
      );
      CREATE INDEX proposal_decisions_merged ON proposal_decisions (municipality_id, merged_into) WHERE merged_into IS NOT NULL;
      CALL protect_tenant_table('proposal_decisions');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
