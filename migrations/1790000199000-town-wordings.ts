import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 文例: the letters and mails that a town words itself. Every process of every machine reads them here. */
export class TownWordings1790000199000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE town_wordings (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        medium text NOT NULL CHECK (medium IN ('letters', 'mails')),
        kind text NOT NULL CHECK (kind ~ '^[a-z][a-z0-9-]*$'),
        text text NOT NULL CHECK (text <> ''),
        PRIMARY KEY (municipality_id, medium, kind)
      );
      CALL protect_tenant_table('town_wordings');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
