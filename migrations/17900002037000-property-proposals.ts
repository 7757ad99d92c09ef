import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A correction of 備品台帳 that loosens what the town has a say in waits for a second person. */
export class PropertyProposals1790000203700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE property_proposals (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        item_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('corrected', 'struck')),
        -- The line as it would stand; null where it would be struck.
        line jsonb,
        changes jsonb NOT NULL,
        reason text NOT NULL CHECK (reason <> ''),
        state text NOT NULL CHECK (state IN ('proposed', 'confirmed', 'refused')),
        proposed_by text NOT NULL,
        proposed_by_name text NOT NULL,
        proposed_at timestamptz NOT NULL,
        answered_by text,
        answered_by_name text,
        answered_at timestamptz,
        answer text NOT NULL DEFAULT '',
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, item_id) REFERENCES property_items (municipality_id, id),
        CHECK ((state = 'proposed') = (answered_at IS NULL)),
        CHECK (state <> 'confirmed' OR answered_by <> proposed_by),
        CHECK ((kind = 'struck') = (line IS NULL))
      );
      CREATE UNIQUE INDEX property_proposals_one_waits ON property_proposals (municipality_id, item_id)
        WHERE state = 'proposed';
      CALL protect_tenant_table('property_proposals');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
