import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A sorting may say at which meeting it was made; who wrote it down stands beside it as before. */
export class SortingMeetings1790000206600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE proposal_sortings
        ADD COLUMN meeting text NOT NULL DEFAULT '',
        ADD COLUMN met_on date,
        ADD CHECK ((meeting <> '') = (met_on IS NOT NULL));
      ALTER TABLE proposal_sortings ALTER COLUMN meeting DROP DEFAULT;
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
