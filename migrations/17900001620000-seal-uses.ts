import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 公印使用簿: when the seal of the office was put on what, at whose request and before whom. */
export class SealUses1790000162000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE seal_uses (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        used_on date NOT NULL,
        letter_id uuid,
        document text NOT NULL CHECK (document <> ''),
        copies integer NOT NULL CHECK (copies BETWEEN 1 AND 9999),
        used_by text NOT NULL,
        keeper text NOT NULL CHECK (keeper <> ''),
        recorded_at timestamptz NOT NULL,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, letter_id) REFERENCES letters (municipality_id, id)
      );
      CREATE UNIQUE INDEX seal_uses_letter_once ON seal_uses (municipality_id, letter_id) WHERE letter_id IS NOT NULL;
      CREATE INDEX seal_uses_days ON seal_uses (municipality_id, used_on DESC, recorded_at DESC);
      CALL protect_tenant_table('seal_uses');
      CALL make_append_only('seal_uses');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
