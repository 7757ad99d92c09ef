import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 確認コード printed on every letter, and which later letter changed or revoked what an earlier one says. */
export class LetterChecks1790000195000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE letters ADD COLUMN check_code text CHECK (check_code ~ '^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$');
      CREATE UNIQUE INDEX letters_check_code ON letters (municipality_id, check_code) WHERE check_code IS NOT NULL;
      CREATE INDEX letters_sha256 ON letters (municipality_id, sha256) WHERE sha256 IS NOT NULL;

      CREATE TABLE letter_successions (
        municipality_id text NOT NULL,
        letter_id uuid NOT NULL,
        by_letter_id uuid NOT NULL,
        effect text NOT NULL CHECK (effect IN ('changed', 'revoked')),
        PRIMARY KEY (municipality_id, letter_id, by_letter_id),
        FOREIGN KEY (municipality_id, letter_id) REFERENCES letters (municipality_id, id),
        FOREIGN KEY (municipality_id, by_letter_id) REFERENCES letters (municipality_id, id),
        CHECK (letter_id <> by_letter_id)
      );
      CALL protect_tenant_table('letter_successions');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
