import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What staff examined before a registration is decided by a draft: the checklist as it was ticked, by whom and when. */
export class RegistrationProposals1790000181000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE registration_proposals (
        municipality_id text NOT NULL,
        organization_id uuid NOT NULL,
        -- One a round of the registration: a rejected draft is drafted again with a new examination.
        round integer NOT NULL,
        checked jsonb NOT NULL,
        examined_by_staff_id text NOT NULL,
        examined_by text NOT NULL,
        examined_at timestamptz NOT NULL,
        PRIMARY KEY (municipality_id, organization_id, round),
        FOREIGN KEY (municipality_id, organization_id) REFERENCES organizations (municipality_id, id)
      );
      CALL protect_tenant_table('registration_proposals');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
