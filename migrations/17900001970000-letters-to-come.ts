import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 施行予定: the letter of a change or of 額の確定 may bear a day to come, as that of a decision may. */
export class LettersToCome1790000197000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $$
      DECLARE known record;
      BEGIN
        FOR known IN SELECT conname FROM pg_constraint
          WHERE conrelid = 'grant_changes'::regclass AND contype = 'c' AND pg_get_constraintdef(oid) LIKE '%''issued''%'
        LOOP
          EXECUTE format('ALTER TABLE grant_changes DROP CONSTRAINT %I', known.conname);
        END LOOP;
      END $$;
      ALTER TABLE grant_changes
        ADD CONSTRAINT grant_changes_states CHECK (state IN (
          'drafting', 'sent', 'returned', 'acknowledged', 'proposed', 'decided', 'scheduled', 'issued', 'withdrawn')),
        ADD CONSTRAINT grant_changes_sent CHECK (
          state NOT IN ('sent', 'acknowledged', 'proposed', 'decided', 'scheduled', 'issued') OR round > 0),
        ADD CONSTRAINT grant_changes_decided CHECK ((state IN ('decided', 'scheduled', 'issued')) = (decided_on IS NOT NULL)),
        ADD CONSTRAINT grant_changes_lettered CHECK (
          (state IN ('scheduled', 'issued')) = (letter_id IS NOT NULL AND issued_on IS NOT NULL)),
        ADD CONSTRAINT grant_changes_outcome_known CHECK (
          state NOT IN ('proposed', 'decided', 'scheduled', 'issued') OR outcome IS NOT NULL);
      CREATE INDEX grant_changes_scheduled ON grant_changes (municipality_id, issued_on) WHERE state = 'scheduled';

      ALTER TABLE grant_change_acts
        DROP CONSTRAINT grant_change_acts_act_check,
        ADD CONSTRAINT grant_change_acts_act_check CHECK (act IN (
          'started', 'sent', 'returned', 'acknowledged', 'proposed', 'released', 'decided', 'scheduled', 'issued', 'reopened',
          'withdrawn'));

      ALTER TABLE determinations
        DROP CONSTRAINT determinations_state_check,
        DROP CONSTRAINT determinations_in_full,
        DROP CONSTRAINT determinations_issued,
        ADD CONSTRAINT determinations_state_check CHECK (
          state IN ('proposed', 'determined', 'scheduled', 'issued', 'released')),
        ADD CONSTRAINT determinations_in_full CHECK (
          (state IN ('determined', 'scheduled', 'issued')) = (determined_on IS NOT NULL)
          AND num_nulls(determined_on, paid_before, rest, "over") IN (0, 4)),
        ADD CONSTRAINT determinations_issued CHECK (
          (state IN ('scheduled', 'issued')) = (issued_on IS NOT NULL)
          AND (state IN ('scheduled', 'issued')) = (letter_id IS NOT NULL));
      CREATE INDEX determinations_scheduled ON determinations (municipality_id, issued_on) WHERE state = 'scheduled';
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
