import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 不交付, and 減額交付 by hand: a decision says why it gives less or nothing. A refusal has no commitment. */
export class GrantOutcomes1790000178500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE grants
        ADD COLUMN reason text NOT NULL DEFAULT '',
        ADD COLUMN version integer NOT NULL DEFAULT 1,
        DROP CONSTRAINT grants_outcome_check,
        ADD CONSTRAINT grants_outcome_check CHECK (outcome IN ('granted', 'reduced', 'refused')),
        DROP CONSTRAINT grants_amount_check,
        ADD CONSTRAINT grants_nothing_when_refused CHECK (amount >= 0 AND (outcome = 'refused') = (amount = 0)),
        ADD CONSTRAINT grants_refused_for_a_reason CHECK (outcome <> 'refused' OR reason <> ''),
        ADD CONSTRAINT grants_granted_without_reason CHECK (outcome <> 'granted' OR reason = ''),
        DROP CONSTRAINT grants_reduced_when_less,
        ADD CONSTRAINT grants_reduced_when_less CHECK (
          (outcome = 'reduced') = (amount < applied_amount AND outcome <> 'refused')),
        DROP CONSTRAINT grants_decided_in_full,
        ADD CONSTRAINT grants_decided_in_full CHECK (
          (state IN ('decided', 'scheduled', 'issued', 'withdrawn')) = (decided_on IS NOT NULL)),
        ADD CONSTRAINT grants_committed_when_granted CHECK (
          (commitment_number IS NOT NULL) = (decided_on IS NOT NULL AND outcome <> 'refused'));
      ALTER TABLE grants ALTER COLUMN reason DROP DEFAULT, ALTER COLUMN version DROP DEFAULT;

      CREATE OR REPLACE FUNCTION keep_assessment_of_decided_grant() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.decided_on IS NOT NULL
           AND (NEW.applied_amount, NEW.assessed_lines, NEW.reason)
           IS DISTINCT FROM (OLD.applied_amount, OLD.assessed_lines, OLD.reason)
        THEN
          RAISE EXCEPTION 'a decision never changes' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$;

      ALTER TABLE cases DROP CONSTRAINT cases_phase_check, ADD CONSTRAINT cases_phase_check CHECK (phase IN (
        'drafting', 'submitted', 'returned', 'review', 'passed', 'approval', 'withdrawal-asked', 'decided', 'issued',
        'refused', 'claimed', 'ordered', 'treasury', 'batched', 'paid', 'withdrawn'));
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
