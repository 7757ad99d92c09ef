import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 団体の紹介: what an organisation says of itself, on its public page where it agrees. */
export class OrganizationIntroductions1790000206800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE organization_introductions (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        organization_id uuid NOT NULL,
        text text NOT NULL,
        -- the organisation agrees that everyone reads it
        public boolean NOT NULL,
        written_at timestamptz NOT NULL,
        written_by text NOT NULL,
        version integer NOT NULL CHECK (version > 0),
        PRIMARY KEY (municipality_id, organization_id),
        FOREIGN KEY (municipality_id, organization_id) REFERENCES organizations (municipality_id, id),
        CHECK (text <> '' OR NOT public)
      );
      CALL protect_tenant_table('organization_introductions');

      ALTER TABLE public_organizations ADD COLUMN introduction text NOT NULL DEFAULT '';
      ALTER TABLE public_organizations ALTER COLUMN introduction DROP DEFAULT;
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
