import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A published edition may be taken back before its first application: the one change that the guard lets through. */
export class EditionWithdrawals1790000172000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE program_versions
        ADD COLUMN withdrawn_at timestamptz,
        ADD COLUMN withdrawn_by text,
        ADD COLUMN withdrawal_reason text,
        DROP CONSTRAINT program_versions_state_check,
        DROP CONSTRAINT program_versions_check1,
        ADD CONSTRAINT program_versions_state CHECK (state IN ('draft', 'published', 'withdrawn')),
        ADD CONSTRAINT program_versions_published CHECK ((state = 'draft') = (published_at IS NULL)),
        ADD CONSTRAINT program_versions_withdrawn CHECK (
          CASE WHEN state = 'withdrawn'
            THEN withdrawn_at IS NOT NULL AND withdrawn_by IS NOT NULL AND withdrawal_reason <> ''
            ELSE num_nonnulls(withdrawn_at, withdrawn_by, withdrawal_reason) = 0 END);

      -- Nothing of what was published changes by it; an edition with applications is kept by the stage that has them.
      CREATE OR REPLACE FUNCTION refuse_changing_published_version() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        taken_back program_versions;
      BEGIN
        IF OLD.state = 'draft' THEN
          RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
        END IF;
        IF TG_OP = 'UPDATE' AND OLD.state = 'published' AND NEW.state = 'withdrawn' THEN
          taken_back := OLD;
          taken_back.state := NEW.state;
          taken_back.version := NEW.version;
          taken_back.withdrawn_at := NEW.withdrawn_at;
          taken_back.withdrawn_by := NEW.withdrawn_by;
          taken_back.withdrawal_reason := NEW.withdrawal_reason;
          IF NEW IS NOT DISTINCT FROM taken_back THEN
            RETURN NEW;
          END IF;
        END IF;
        RAISE EXCEPTION 'a published programme version is frozen' USING ERRCODE = 'restrict_violation';
      END $$;
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
