import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A batch whose file was made and of which the bank executed nothing. */
export class UnexecutedBatches1790000201000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE payment_batches
        DROP CONSTRAINT payment_batches_state_check,
        ADD CONSTRAINT payment_batches_state_check
          CHECK (state IN ('collected', 'released', 'paid', 'unexecuted', 'dissolved')),
        DROP CONSTRAINT payment_batches_released_in_full,
        ADD CONSTRAINT payment_batches_released_in_full CHECK (
          (state IN ('released', 'paid', 'unexecuted')) = (num_nulls(released_by, released_at, file_sha256, file_name) = 0));
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
