import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Several projects of one organisation in a year: how many is data of the programme, kept under a lock and not by an index. */
export class SeveralAYear1790000155300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX applications_one_a_year;
      CREATE INDEX applications_of_a_year ON applications (municipality_id, organization_id, program_id, fiscal_year);

      -- Given out with the page that begins: a double click or a resend begins one draft only.
      ALTER TABLE applications ADD COLUMN start_request_id uuid;
      CREATE UNIQUE INDEX applications_start_request ON applications (municipality_id, organization_id, start_request_id);
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
