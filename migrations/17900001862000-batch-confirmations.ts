import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 送付書: who of the treasury confirmed count, total and hash of the file that a batch will be. */
export class BatchConfirmations1790000186200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE payment_batch_confirmations (
        municipality_id text NOT NULL,
        batch_id uuid NOT NULL,
        staff_id text NOT NULL,
        file_sha256 text NOT NULL,
        count integer NOT NULL CHECK (count > 0),
        total bigint NOT NULL CHECK (total > 0),
        staff_name text NOT NULL,
        post_names text NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (municipality_id, batch_id, staff_id, file_sha256),
        FOREIGN KEY (municipality_id, batch_id) REFERENCES payment_batches (municipality_id, id)
      );
      CALL protect_tenant_table('payment_batch_confirmations');
      CALL make_append_only('payment_batch_confirmations');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
