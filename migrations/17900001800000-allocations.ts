import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 配分: trials that staff compare, kept as they were computed, and the one by which a decision was drafted. */
export class Allocations1790000180000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE allocation_trials (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        request_id uuid NOT NULL,
        program_id uuid NOT NULL,
        fiscal_year integer NOT NULL,
        name text NOT NULL CHECK (name <> ''),
        plan jsonb NOT NULL,
        cases jsonb NOT NULL,
        ceiling bigint NOT NULL CHECK (ceiling >= 0),
        asked bigint NOT NULL CHECK (asked >= 0),
        allocated bigint NOT NULL CHECK (allocated BETWEEN 0 AND asked),
        digest text NOT NULL,
        -- The order in which they stand side by side; what replaces another takes its place.
        ordinal integer NOT NULL CHECK (ordinal > 0),
        replaces uuid,
        made_at timestamptz NOT NULL,
        made_by text NOT NULL,
        retired_at timestamptz,
        retired_by text,
        PRIMARY KEY (municipality_id, id),
        CONSTRAINT allocation_trials_request UNIQUE (municipality_id, request_id),
        CONSTRAINT allocation_trials_replaced_once UNIQUE (municipality_id, replaces),
        FOREIGN KEY (municipality_id, program_id) REFERENCES programs (municipality_id, id),
        FOREIGN KEY (municipality_id, replaces) REFERENCES allocation_trials (municipality_id, id),
        CHECK ((retired_at IS NULL) = (retired_by IS NULL))
      );
      CREATE INDEX allocation_trials_standing ON allocation_trials (municipality_id, program_id, fiscal_year)
        WHERE retired_at IS NULL;
      CALL protect_tenant_table('allocation_trials');

      -- A trial is what somebody saw: only that it was put away may be added, once.
      CREATE FUNCTION keep_allocation_trial() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' OR OLD.retired_at IS NOT NULL
           OR to_jsonb(NEW) - 'retired_at' - 'retired_by' IS DISTINCT FROM to_jsonb(OLD) - 'retired_at' - 'retired_by'
        THEN
          RAISE EXCEPTION 'an allocation trial never changes' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER keep_allocation_trial BEFORE UPDATE OR DELETE ON allocation_trials
        FOR EACH ROW EXECUTE FUNCTION keep_allocation_trial();

      ALTER TABLE grants
        ADD COLUMN allocation_id uuid,
        ADD COLUMN allocation jsonb,
        ADD CONSTRAINT grants_allocation FOREIGN KEY (municipality_id, allocation_id)
          REFERENCES allocation_trials (municipality_id, id),
        ADD CONSTRAINT grants_allocation_in_words CHECK ((allocation_id IS NULL) = (allocation IS NULL));
      CREATE INDEX grants_allocated ON grants (municipality_id, allocation_id) WHERE allocation_id IS NOT NULL;

      CREATE OR REPLACE FUNCTION keep_assessment_of_decided_grant() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.decided_on IS NOT NULL
           AND (NEW.applied_amount, NEW.assessed_lines, NEW.reason, NEW.allocation_id, NEW.allocation)
           IS DISTINCT FROM (OLD.applied_amount, OLD.assessed_lines, OLD.reason, OLD.allocation_id, OLD.allocation)
        THEN
          RAISE EXCEPTION 'a decision never changes' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$;
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
