import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why a published letter was taken off the public pages; blank for those of before. */
export class LetterTakenDownReasons1790000199300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE mayor_letters ADD COLUMN taken_down_reason text NOT NULL DEFAULT '';
      ALTER TABLE mayor_letters ALTER COLUMN taken_down_reason DROP DEFAULT;
      ALTER TABLE mayor_letters ADD CHECK (taken_down_reason = '' OR taken_down_on IS NOT NULL);
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
