import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 振込不能・組戻 that was recorded by mistake is taken back; the same attempt may truly fail afterwards. */
export class MistakenFailures1790000196200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE transfer_failures
        DROP CONSTRAINT transfer_failures_state_check,
        ADD CONSTRAINT transfer_failures_state_check
          CHECK (state IN ('open', 'resumed', 'order-returned', 'after-closing', 'concluded', 'mistaken')),
        DROP CONSTRAINT transfer_failures_concluded_in_words,
        ADD CONSTRAINT transfer_failures_concluded_in_words
          CHECK ((state IN ('concluded', 'mistaken')) = (conclusion IS NOT NULL)),
        DROP CONSTRAINT transfer_failures_once_an_attempt;
      CREATE UNIQUE INDEX transfer_failures_once_an_attempt ON transfer_failures (municipality_id, order_id, attempt)
        WHERE state <> 'mistaken';
      ALTER TABLE payment_order_acts
        DROP CONSTRAINT payment_order_acts_act_check,
        ADD CONSTRAINT payment_order_acts_act_check CHECK (act IN ('drafted', 'withdrawn', 'ordered', 'checked', 'accepted',
          'instructed', 'taken-out', 'paid', 'returned', 'failed', 'resumed', 'restored'));
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
