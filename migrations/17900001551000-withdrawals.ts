import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 取下げ: asked for with a reason, before the decision or after it; a decision taken back keeps its number. */
export class Withdrawals1790000155100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE applications
        ADD COLUMN withdrawal_asked_at timestamptz,
        ADD COLUMN withdrawal_asked_by text,
        ADD COLUMN withdrawal_reason text,
        ADD CONSTRAINT applications_withdrawal_in_full CHECK (
          num_nulls(withdrawal_asked_at, withdrawal_asked_by, withdrawal_reason) IN (0, 3)),
        -- While a draft of the decision runs the wish waits with it.
        ADD CONSTRAINT applications_withdrawal_waits_for_a_draft CHECK (
          withdrawal_asked_at IS NULL OR state IN ('passed', 'withdrawn')),
        ADD CONSTRAINT applications_withdrawn_for_a_reason CHECK (withdrawal_reason <> '' OR round = 0);

      ALTER TABLE cases DROP CONSTRAINT cases_phase_check, ADD CONSTRAINT cases_phase_check CHECK (phase IN (
        'drafting', 'submitted', 'returned', 'review', 'passed', 'approval', 'withdrawal-asked', 'decided', 'issued',
        'claimed', 'ordered', 'treasury', 'batched', 'paid', 'withdrawn'));

      -- A decision that was taken back keeps what it was: its commitment's number, and its letter if one had gone out.
      ALTER TABLE grants
        ADD COLUMN withdrawn_on date,
        DROP CONSTRAINT grants_state_check,
        ADD CONSTRAINT grants_state_check CHECK (state IN ('proposed', 'decided', 'issued', 'released', 'withdrawn')),
        DROP CONSTRAINT grants_check1,
        ADD CONSTRAINT grants_decided_in_full CHECK (
          (state IN ('decided', 'issued', 'withdrawn')) = (commitment_number IS NOT NULL AND decided_on IS NOT NULL)),
        DROP CONSTRAINT grants_check2,
        ADD CONSTRAINT grants_issued_in_full CHECK (CASE state
          WHEN 'issued' THEN num_nulls(letter_id, letter_number, issued_on) = 0
          WHEN 'withdrawn' THEN num_nulls(letter_id, letter_number, issued_on) IN (0, 3)
          ELSE num_nonnulls(letter_id, letter_number, issued_on) = 0 END),
        ADD CONSTRAINT grants_withdrawn_on_a_day CHECK ((state = 'withdrawn') = (withdrawn_on IS NOT NULL));
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
