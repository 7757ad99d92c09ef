import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What staff decided not to show of a published grant, and the proposal that a model project came from. */
export class WithheldDisclosures1790000199200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE withheld_disclosures (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        grant_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('title', 'plan', 'result', 'photograph')),
        -- the question of an answer; the hash of a photograph as it was sent; blank for the title
        item text NOT NULL CHECK ((item = '') = (kind = 'title')),
        -- what staff call it: never the words that are withheld
        label text NOT NULL CHECK (label <> ''),
        reason text NOT NULL CHECK (reason <> ''),
        withheld_at timestamptz NOT NULL,
        withheld_by text NOT NULL,
        shown_again_at timestamptz,
        shown_again_by text,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, grant_id) REFERENCES grants (municipality_id, id),
        CHECK ((shown_again_at IS NULL) = (shown_again_by IS NULL))
      );
      CREATE UNIQUE INDEX withheld_disclosures_once ON withheld_disclosures (municipality_id, grant_id, kind, item)
        WHERE shown_again_at IS NULL;
      CREATE INDEX withheld_disclosures_newest ON withheld_disclosures (municipality_id, withheld_at);
      CALL protect_tenant_table('withheld_disclosures');

      ALTER TABLE public_grants ADD COLUMN proposal jsonb;
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
