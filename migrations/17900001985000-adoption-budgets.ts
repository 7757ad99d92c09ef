import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When an adoption keeps its budget no longer: its application was decided, or staff gave it up with a reason. */
export class AdoptionBudgets1790000198500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE proposal_decisions
        ADD COLUMN freed_on date CHECK (kind = 'adopted' OR freed_on IS NULL),
        ADD COLUMN freed_by text,
        ADD COLUMN freed_why text CHECK (freed_why <> ''),
        ADD CHECK ((freed_on IS NULL) = (freed_by IS NULL) AND (freed_on IS NULL) = (freed_why IS NULL));
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
