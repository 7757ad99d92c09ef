import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 返還: what must come back of a grant, what came, and what was done about the rest. */
export class Repayments1790000185000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE repayment_series (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        fiscal_year integer NOT NULL,
        last_number integer NOT NULL CHECK (last_number > 0),
        PRIMARY KEY (municipality_id, fiscal_year)
      );
      CALL protect_tenant_table('repayment_series');

      CREATE TABLE repayment_demands (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        fiscal_year integer NOT NULL,
        number integer NOT NULL CHECK (number > 0),
        cause text NOT NULL CHECK (cause IN ('settlement', 'amendment', 'revocation', 'overpayment')),
        cause_id uuid NOT NULL,
        grant_id uuid NOT NULL,
        application_id uuid NOT NULL,
        organization_id uuid NOT NULL,
        organization_name text NOT NULL,
        program_name text NOT NULL,
        budget_line_id uuid NOT NULL,
        amount bigint NOT NULL CHECK (amount > 0),
        recipient_at_fault boolean NOT NULL,
        terms jsonb NOT NULL,
        received jsonb NOT NULL,
        state text NOT NULL
          CHECK (state IN ('open', 'drafted', 'decided', 'demanded', 'settled', 'lapsed', 'written-off')),
        opened_on date NOT NULL,
        decided_on date,
        issued_on date,
        due_on date,
        letter_id uuid,
        letter_number text,
        ended_on date,
        version integer NOT NULL CHECK (version > 0),
        PRIMARY KEY (municipality_id, id),
        -- What happened once asks for its money once.
        UNIQUE (municipality_id, cause_id),
        UNIQUE (municipality_id, fiscal_year, number),
        -- 加算金 is taken for a revocation alone.
        CHECK (NOT recipient_at_fault OR cause = 'revocation'),
        CHECK ((due_on IS NULL) = (issued_on IS NULL) AND (letter_id IS NULL) = (issued_on IS NULL)),
        CHECK (due_on > issued_on),
        FOREIGN KEY (municipality_id, grant_id) REFERENCES grants (municipality_id, id),
        FOREIGN KEY (municipality_id, budget_line_id) REFERENCES budget_lines (municipality_id, id)
      );
      CREATE INDEX repayment_demands_organization ON repayment_demands (municipality_id, organization_id);
      CREATE INDEX repayment_demands_grant ON repayment_demands (municipality_id, grant_id);
      CALL protect_tenant_table('repayment_demands');

      CREATE TABLE repayment_receipts (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        number bigint GENERATED ALWAYS AS IDENTITY,
        demand_id uuid NOT NULL,
        request_id uuid NOT NULL,
        received_on date NOT NULL,
        amount bigint NOT NULL CHECK (amount <> 0),
        slip_number text NOT NULL,
        reverses_id uuid,
        reason text NOT NULL,
        entered_at timestamptz NOT NULL,
        entered_by text NOT NULL,
        PRIMARY KEY (municipality_id, id),
        UNIQUE (municipality_id, request_id),
        UNIQUE (municipality_id, reverses_id),
        CHECK ((reverses_id IS NULL) = (amount > 0) AND (reverses_id IS NULL) = (reason = '')),
        FOREIGN KEY (municipality_id, demand_id) REFERENCES repayment_demands (municipality_id, id),
        FOREIGN KEY (municipality_id, reverses_id) REFERENCES repayment_receipts (municipality_id, id)
      );
      CREATE INDEX repayment_receipts_demand ON repayment_receipts (municipality_id, demand_id);
      CALL protect_tenant_table('repayment_receipts');
      CALL make_append_only('repayment_receipts');

      CREATE TABLE repayment_entries (
        municipality_id text NOT NULL,
        receipt_id uuid NOT NULL,
        part text NOT NULL CHECK (part IN ('principal', 'addition', 'late-charge')),
        amount bigint NOT NULL CHECK (amount <> 0),
        booking text NOT NULL CHECK (booking IN ('returned-to-line', 'revenue')),
        fiscal_year integer NOT NULL,
        PRIMARY KEY (municipality_id, receipt_id, part),
        -- 加算金 and 延滞金 are never 戻入.
        CHECK (part = 'principal' OR booking = 'revenue'),
        FOREIGN KEY (municipality_id, receipt_id) REFERENCES repayment_receipts (municipality_id, id)
      );
      CALL protect_tenant_table('repayment_entries');
      CALL make_append_only('repayment_entries');

      CREATE TABLE repayment_acts (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        number bigint GENERATED ALWAYS AS IDENTITY,
        demand_id uuid NOT NULL,
        request_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('dunning', 'plan', 'remission', 'waiver', 'write-off')),
        state text NOT NULL CHECK (state IN ('proposed', 'done', 'dropped')),
        details jsonb NOT NULL,
        open_principal bigint NOT NULL CHECK (open_principal >= 0),
        open_total bigint NOT NULL CHECK (open_total >= open_principal),
        proposed_on date NOT NULL,
        proposed_at timestamptz NOT NULL,
        proposed_by text NOT NULL,
        done_on date,
        letter_id uuid,
        PRIMARY KEY (municipality_id, id),
        UNIQUE (municipality_id, request_id),
        CHECK ((state = 'done') = (done_on IS NOT NULL)),
        FOREIGN KEY (municipality_id, demand_id) REFERENCES repayment_demands (municipality_id, id)
      );
      CREATE INDEX repayment_acts_demand ON repayment_acts (municipality_id, demand_id);
      CREATE UNIQUE INDEX repayment_acts_one_proposed ON repayment_acts (municipality_id, demand_id)
        WHERE state = 'proposed';
      CALL protect_tenant_table('repayment_acts');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
