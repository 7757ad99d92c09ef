import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Editions are counted within their 年度, and each year of a programme has room for a draft of its own. */
export class DraftsOfYears1790000179500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE program_versions DROP CONSTRAINT program_versions_number;
      DROP INDEX program_versions_one_draft;

      -- A published edition keeps its meaning and only its place in the count changes: the freeze and the owner's own policy step aside.
      ALTER TABLE program_versions NO FORCE ROW LEVEL SECURITY;
      ALTER TABLE program_versions DISABLE TRIGGER frozen_once_published;
      UPDATE program_versions SET number = counted.number
        FROM (SELECT municipality_id, id, row_number() OVER (
                PARTITION BY municipality_id, program_id, fiscal_year ORDER BY number) AS number
                FROM program_versions) counted
       WHERE program_versions.municipality_id = counted.municipality_id AND program_versions.id = counted.id;
      ALTER TABLE program_versions ENABLE TRIGGER frozen_once_published;
      ALTER TABLE program_versions FORCE ROW LEVEL SECURITY;

      ALTER TABLE program_versions
        ADD CONSTRAINT program_versions_number UNIQUE (municipality_id, program_id, fiscal_year, number);
      CREATE UNIQUE INDEX program_versions_one_draft
        ON program_versions (municipality_id, program_id, fiscal_year) WHERE state = 'draft';
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
