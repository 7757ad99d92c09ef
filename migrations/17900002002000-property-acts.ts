import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 備品台帳: what was put right or left the register, with what stood there before; and the kind of an item. */
export class PropertyActs1790000200200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE property_items
        ADD COLUMN category text NOT NULL DEFAULT '',
        ADD COLUMN version integer NOT NULL DEFAULT 1 CHECK (version > 0),
        DROP CONSTRAINT property_items_state_check,
        ADD CONSTRAINT property_items_state_check CHECK (state IN ('held', 'disposed', 'dismissed', 'struck'));
      ALTER TABLE property_items ALTER COLUMN category DROP DEFAULT, ALTER COLUMN version DROP DEFAULT;
      CREATE INDEX property_items_in_order ON property_items (municipality_id, organization_name, bought_on, id);
      CREATE INDEX property_disposals_state ON property_disposals (municipality_id, state);
      CREATE INDEX property_disposals_grant ON property_disposals (municipality_id, grant_id);

      CREATE TABLE property_item_acts (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        number bigint GENERATED ALWAYS AS IDENTITY,
        item_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('corrected', 'struck', 'disposed')),
        -- field by field: before and after; empty where only the state changed
        changes jsonb NOT NULL,
        reason text NOT NULL CHECK (reason <> ''),
        done_on date NOT NULL,
        recorded_at timestamptz NOT NULL,
        recorded_by text NOT NULL,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, item_id) REFERENCES property_items (municipality_id, id)
      );
      CREATE INDEX property_item_acts_item ON property_item_acts (municipality_id, item_id, number);
      CALL protect_tenant_table('property_item_acts');
      CALL make_append_only('property_item_acts');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
