import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The figures above the queue are counted from the index alone, in the order in which they are grouped. */
export class CountedCases1790000176200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX cases_counted ON cases (municipality_id, phase, waiting_for) INCLUDE (unread_by_staff);
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
