import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A demand for money that was not paid after all is dropped. */
export class DroppedDemands1790000196000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE repayment_demands
        DROP CONSTRAINT repayment_demands_state_check,
        ADD CONSTRAINT repayment_demands_state_check CHECK (
          state IN ('open', 'drafted', 'decided', 'demanded', 'settled', 'lapsed', 'written-off', 'dropped'));
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
