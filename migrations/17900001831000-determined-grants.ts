import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 額の確定: what is in force afterwards is what was determined, and no change follows but a revocation. */
export class DeterminedGrants1790000183100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE grants
        ADD COLUMN determined_on date,
        ADD CONSTRAINT grants_determined_when_decided CHECK (decided_on IS NOT NULL OR determined_on IS NULL);
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
