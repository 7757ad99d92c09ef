import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 照合: what each proof of the books found. */
export class BookProofs1790000187100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE book_proofs (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        number bigint GENERATED ALWAYS AS IDENTITY,
        proved_at timestamptz NOT NULL,
        proved_by text NOT NULL,
        balanced boolean NOT NULL,
        findings jsonb NOT NULL,
        PRIMARY KEY (municipality_id, id),
        CHECK (balanced = (jsonb_array_length(findings) = 0))
      );
      CREATE INDEX book_proofs_newest ON book_proofs (municipality_id, number DESC);
      CALL protect_tenant_table('book_proofs');
      CALL make_append_only('book_proofs');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
