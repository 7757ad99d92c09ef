import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 暴力団排除の照会: who may see the list of names, and what came of each inquiry, without a name. */
export class Inquiries1790000155200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE posts DROP CONSTRAINT posts_one_side, ADD CONSTRAINT posts_one_side CHECK (CASE side
        WHEN 'ordering' THEN duties <@ ARRAY['promotion', 'approve', 'administer', 'inquiry']
        WHEN 'treasury' THEN duties <@ ARRAY['treasury-check', 'treasury-decide']
        WHEN 'audit' THEN duties <@ ARRAY['audit']
        ELSE false END);

      -- One row a record: of the rows of an application the newest holds.
      CREATE TABLE pledge_inquiries (
        municipality_id text NOT NULL,
        id bigint GENERATED ALWAYS AS IDENTITY,
        application_id uuid NOT NULL,
        asked_on date NOT NULL,
        answer text NOT NULL CHECK (answer IN ('waiting', 'clear', 'found')),
        recorded_at timestamptz NOT NULL,
        recorded_by text NOT NULL,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, application_id) REFERENCES applications (municipality_id, id)
      );
      CREATE INDEX pledge_inquiries_application ON pledge_inquiries (municipality_id, application_id, id);
      CALL protect_tenant_table('pledge_inquiries');
      CALL make_append_only('pledge_inquiries');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
