import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 査定: which lines of a budget staff judged otherwise, and the amount with which a review ended. */
export class Assessments1790000170000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE reviews ADD COLUMN assessments jsonb NOT NULL DEFAULT '[]';
      ALTER TABLE reviews ALTER COLUMN assessments DROP DEFAULT;
      -- Reviews that passed before lines were assessed granted what was applied for.
      ALTER TABLE review_outcomes
        ADD COLUMN assessment jsonb,
        ADD CONSTRAINT review_outcomes_assessed_when_passed CHECK (outcome = 'passed' OR assessment IS NULL);
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
