import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 減額交付: a decision knows what was applied for, and which costs the town judged. */
export class ReducedGrants1790000170100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE grants ADD COLUMN applied_amount bigint, ADD COLUMN assessed_lines jsonb, NO FORCE ROW LEVEL SECURITY;
      -- Until now every decision granted what was applied for.
      UPDATE grants SET applied_amount = amount, assessed_lines = '[]';
      ALTER TABLE grants
        FORCE ROW LEVEL SECURITY,
        ALTER COLUMN applied_amount SET NOT NULL,
        ALTER COLUMN assessed_lines SET NOT NULL,
        DROP CONSTRAINT grants_outcome_check,
        ADD CONSTRAINT grants_outcome_check CHECK (outcome IN ('granted', 'reduced')),
        ADD CONSTRAINT grants_not_above_applied CHECK (amount <= applied_amount),
        ADD CONSTRAINT grants_reduced_when_less CHECK ((outcome = 'reduced') = (amount < applied_amount));

      CREATE FUNCTION keep_assessment_of_decided_grant() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.decided_on IS NOT NULL
           AND (NEW.applied_amount, NEW.assessed_lines) IS DISTINCT FROM (OLD.applied_amount, OLD.assessed_lines)
        THEN
          RAISE EXCEPTION 'a decision never changes' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER keep_assessment_of_decided_grant BEFORE UPDATE ON grants
        FOR EACH ROW EXECUTE FUNCTION keep_assessment_of_decided_grant();
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
