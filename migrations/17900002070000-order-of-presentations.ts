import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A new order moves the time of each presenter, so it is an act of the meeting that is to be told. */
export class OrderOfPresentations1790000207000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE panel_meeting_acts DROP CONSTRAINT panel_meeting_acts_kind_check,
        ADD CONSTRAINT panel_meeting_acts_kind_check
          CHECK (kind IN ('moved', 'ordered', 'told', 'taken-off', 'closed', 'reopened', 'settled', 'confirmed'));
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
