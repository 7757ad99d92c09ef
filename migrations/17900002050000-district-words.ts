import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a town says of each of its districts. */
export class DistrictWords1790000205000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE districts
        ADD COLUMN about text NOT NULL DEFAULT '',
        ADD COLUMN version integer NOT NULL DEFAULT 1,
        ADD COLUMN written_by text NOT NULL DEFAULT '';
      ALTER TABLE districts ALTER COLUMN about DROP DEFAULT, ALTER COLUMN version DROP DEFAULT,
        ALTER COLUMN written_by DROP DEFAULT;
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
