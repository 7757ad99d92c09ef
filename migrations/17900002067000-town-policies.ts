import type { MigrationInterface, QueryRunner } from 'typeorm';

/** アクセシビリティ方針 and 個人情報の扱い stand among what a town says of itself; blank: the neutral words are shown. */
export class TownPolicies1790000206700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE town_words_versions
        ADD COLUMN accessibility text NOT NULL DEFAULT '',
        ADD COLUMN privacy text NOT NULL DEFAULT '';
      ALTER TABLE town_words_versions
        ALTER COLUMN accessibility DROP DEFAULT,
        ALTER COLUMN privacy DROP DEFAULT;
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
