import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 施行予定: a letter that bears a day to come has its number, and is issued on that day. */
export class ScheduledIssues1790000176100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE grants
        DROP CONSTRAINT grants_state_check,
        ADD CONSTRAINT grants_state_check
          CHECK (state IN ('proposed', 'decided', 'scheduled', 'issued', 'released', 'withdrawn')),
        DROP CONSTRAINT grants_decided_in_full,
        ADD CONSTRAINT grants_decided_in_full CHECK (
          (state IN ('decided', 'scheduled', 'issued', 'withdrawn'))
          = (commitment_number IS NOT NULL AND decided_on IS NOT NULL)),
        DROP CONSTRAINT grants_issued_in_full,
        ADD CONSTRAINT grants_issued_in_full CHECK (CASE
          WHEN state IN ('scheduled', 'issued') THEN num_nulls(letter_id, letter_number, issued_on) = 0
          WHEN state = 'withdrawn' THEN num_nulls(letter_id, letter_number, issued_on) IN (0, 3)
          ELSE num_nonnulls(letter_id, letter_number, issued_on) = 0 END);
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
