import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 紙の申請: the day on which the paper arrived, and who entered it on the organisation's behalf. */
export class PaperApplications1790000174000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE applications
        ADD COLUMN paper_received_on date,
        ADD COLUMN paper_entered_by text,
        ADD COLUMN paper_entered_at timestamptz,
        ADD CONSTRAINT applications_paper_in_full CHECK (
          num_nulls(paper_received_on, paper_entered_by, paper_entered_at) IN (0, 3)),
        -- 収受日 is the day of the paper, not that of its entry.
        ADD CONSTRAINT applications_paper_received_on CHECK (round = 0 OR received_on = coalesce(paper_received_on, received_on));

      ALTER TABLE cases ADD COLUMN on_paper boolean NOT NULL DEFAULT false;
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
