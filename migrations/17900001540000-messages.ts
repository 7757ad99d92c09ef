import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 連絡とお知らせ: work that comes round every day. */
export class Messages1790000154000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A handler may ask for its event again later; until then nobody takes the delivery up.
      ALTER TABLE outbox_deliveries ADD COLUMN not_before timestamptz;

      -- The days on which the daily work of a town has begun: one row a day, whoever was first.
      CREATE TABLE mornings (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        day date NOT NULL,
        since date CHECK (since < day),
        said_at timestamptz NOT NULL,
        PRIMARY KEY (municipality_id, day)
      );
      CALL protect_tenant_table('mornings');
      CALL make_append_only('mornings');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
