import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 交付決定: one row a decision, from its proposal in a draft to its letter. */
export class Grants1790000120000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE grants (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        application_id uuid NOT NULL,
        program_version_id uuid NOT NULL,
        organization_id uuid NOT NULL,
        organization_name text NOT NULL,
        program_name text NOT NULL,
        fiscal_year integer NOT NULL CHECK (fiscal_year BETWEEN 2019 AND 2200),
        outcome text NOT NULL CHECK (outcome IN ('granted')),
        amount bigint NOT NULL CHECK (amount > 0),
        working jsonb NOT NULL,
        budget_line_id uuid NOT NULL,
        state text NOT NULL CHECK (state IN ('proposed', 'decided', 'issued', 'released')),
        commitment_number text,
        proposed_at timestamptz NOT NULL,
        decided_on date,
        issued_on date,
        letter_id uuid,
        letter_number text,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, application_id) REFERENCES applications (municipality_id, id),
        FOREIGN KEY (municipality_id, program_version_id) REFERENCES program_versions (municipality_id, id),
        FOREIGN KEY (municipality_id, organization_id) REFERENCES organizations (municipality_id, id),
        FOREIGN KEY (municipality_id, budget_line_id) REFERENCES budget_lines (municipality_id, id),
        FOREIGN KEY (municipality_id, letter_id) REFERENCES letters (municipality_id, id),
        CHECK ((working ->> 'total')::bigint = amount),
        CHECK ((state IN ('decided', 'issued')) = (commitment_number IS NOT NULL AND decided_on IS NOT NULL)),
        CHECK ((state = 'issued') = (letter_id IS NOT NULL AND letter_number IS NOT NULL AND issued_on IS NOT NULL)),
        CHECK (issued_on >= decided_on)
      );
      -- An application is decided once; a proposal given up makes room for another.
      CREATE UNIQUE INDEX grants_one_an_application ON grants (municipality_id, application_id) WHERE state <> 'released';
      CREATE UNIQUE INDEX grants_commitment ON grants (municipality_id, commitment_number);
      CREATE INDEX grants_organization ON grants (municipality_id, organization_id);
      CREATE INDEX grants_state ON grants (municipality_id, state, fiscal_year);
      CALL protect_tenant_table('grants');

      -- What was decided stays as it was decided; a change is a decision of its own.
      CREATE FUNCTION keep_decided_grant() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' THEN
          RAISE EXCEPTION 'a decision is never deleted' USING ERRCODE = 'restrict_violation';
        END IF;
        IF OLD.decided_on IS NOT NULL
           AND (NEW.amount, NEW.working, NEW.outcome, NEW.commitment_number, NEW.decided_on, NEW.organization_id, NEW.application_id)
           IS DISTINCT FROM
               (OLD.amount, OLD.working, OLD.outcome, OLD.commitment_number, OLD.decided_on, OLD.organization_id, OLD.application_id)
        THEN
          RAISE EXCEPTION 'a decision never changes' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER keep_decided_grant BEFORE UPDATE OR DELETE ON grants FOR EACH ROW EXECUTE FUNCTION keep_decided_grant();
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
