import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 町の紹介文: what a town says of itself on its public pages; every version stays. */
export class TownWords1790000192000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE town_words_versions (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        version integer NOT NULL CHECK (version > 0),
        lead text NOT NULL,
        summary text NOT NULL,
        about text NOT NULL,
        applying text NOT NULL,
        written_at timestamptz NOT NULL,
        written_by text NOT NULL,
        PRIMARY KEY (municipality_id, version)
      );
      CALL protect_tenant_table('town_words_versions');
      CALL make_append_only('town_words_versions');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
