import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An application may begin from an adopted proposal, whose answers it carries; staff may say which organisation carries it out. */
export class ApplicationsOfProposals1790000191100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE applications ADD COLUMN proposal_id uuid;
      ALTER TABLE applications ADD FOREIGN KEY (municipality_id, proposal_id) REFERENCES proposals (municipality_id, id);
      CREATE INDEX applications_proposal ON applications (municipality_id, proposal_id) WHERE proposal_id IS NOT NULL;

      ALTER TABLE application_carries ALTER COLUMN earlier_id DROP NOT NULL;
      ALTER TABLE application_carries ADD COLUMN proposal_id uuid;
      ALTER TABLE application_carries ADD FOREIGN KEY (municipality_id, proposal_id)
        REFERENCES proposals (municipality_id, id);
      ALTER TABLE application_carries ADD CHECK (num_nonnulls(earlier_id, proposal_id) = 1);

      -- Who carries out a proposal of somebody without an organisation; the newest row of a proposal holds.
      CREATE TABLE proposal_carriers (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        proposal_id uuid NOT NULL,
        organization_id uuid NOT NULL,
        chosen_at timestamptz NOT NULL,
        chosen_by text NOT NULL,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, proposal_id) REFERENCES proposals (municipality_id, id),
        FOREIGN KEY (municipality_id, organization_id) REFERENCES organizations (municipality_id, id)
      );
      CREATE INDEX proposal_carriers_proposal ON proposal_carriers (municipality_id, proposal_id, chosen_at DESC);
      CALL protect_tenant_table('proposal_carriers');
      CALL make_append_only('proposal_carriers');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
