import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 支払: claims, payment orders with what the treasury did to them, and the two ways by which money leaves. */
export class Payments1790000130000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE payment_series (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        series text NOT NULL,
        last_number integer NOT NULL CHECK (last_number > 0),
        PRIMARY KEY (municipality_id, series)
      );
      CALL protect_tenant_table('payment_series');

      CREATE TABLE claims (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        grant_id uuid NOT NULL,
        application_id uuid NOT NULL,
        organization_id uuid NOT NULL,
        organization_name text NOT NULL,
        program_name text NOT NULL,
        fiscal_year integer NOT NULL,
        payment_method text NOT NULL,
        amount bigint NOT NULL CHECK (amount BETWEEN 1 AND 9999999999),
        state text NOT NULL CHECK (state IN ('prepared', 'confirmed', 'withdrawn')),
        prepared_at timestamptz NOT NULL,
        claimed_on date,
        responsible_name text,
        responsible_phone text,
        in_charge_name text,
        in_charge_phone text,
        confirmed_at timestamptz,
        confirmed_by text,
        letter_id uuid,
        withdrawn_at timestamptz,
        withdrawn_reason text,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, grant_id) REFERENCES grants (municipality_id, id),
        FOREIGN KEY (municipality_id, organization_id) REFERENCES organizations (municipality_id, id),
        CONSTRAINT claims_confirmed_in_full CHECK (state <> 'confirmed' OR num_nulls(claimed_on, responsible_name,
          responsible_phone, in_charge_name, in_charge_phone, confirmed_at, confirmed_by, letter_id) = 0),
        CONSTRAINT claims_withdrawn_for_a_reason CHECK ((state = 'withdrawn') = (withdrawn_at IS NOT NULL AND withdrawn_reason <> ''))
      );
      CREATE UNIQUE INDEX claims_one_live_a_grant ON claims (municipality_id, grant_id) WHERE state <> 'withdrawn';
      CREATE INDEX claims_organization ON claims (municipality_id, organization_id);
      CALL protect_tenant_table('claims');

      -- A claim's amount is never corrected, only withdrawn and issued anew; an order's neither.
      CREATE FUNCTION refuse_other_amount() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'the amount of a % never changes', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER amount_stays BEFORE UPDATE ON claims FOR EACH ROW
        WHEN (OLD.amount IS DISTINCT FROM NEW.amount) EXECUTE FUNCTION refuse_other_amount();

      CREATE TABLE payment_orders (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        claim_id uuid NOT NULL,
        grant_id uuid NOT NULL,
        application_id uuid NOT NULL,
        organization_id uuid NOT NULL,
        organization_name text NOT NULL,
        program_name text NOT NULL,
        fiscal_year integer NOT NULL,
        budget_line_id uuid NOT NULL,
        budget_code text NOT NULL,
        budget_name text NOT NULL,
        commitment_number text NOT NULL,
        committed_on date NOT NULL,
        commitment_amount bigint NOT NULL CHECK (commitment_amount > 0),
        claimed_on date NOT NULL,
        payment_method text NOT NULL,
        amount bigint NOT NULL CHECK (amount BETWEEN 1 AND 9999999999),
        payee jsonb NOT NULL,
        state text NOT NULL CHECK (state IN
          ('drafted', 'withdrawn', 'ordered', 'checked', 'accepted', 'instructed', 'paid', 'returned')),
        draft_id uuid,
        number integer CHECK (number BETWEEN 1 AND 999999),
        ordered_on date,
        check_passed boolean,
        paid_on date,
        slip_number text,
        creditor_number text,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, claim_id) REFERENCES claims (municipality_id, id),
        CONSTRAINT payment_orders_number UNIQUE (municipality_id, fiscal_year, number),
        CONSTRAINT payment_orders_within_commitment CHECK (amount <= commitment_amount),
        CONSTRAINT payment_orders_numbered CHECK (state IN ('drafted', 'withdrawn') OR num_nulls(number, ordered_on) = 0),
        CONSTRAINT payment_orders_paid_on_a_day CHECK ((state = 'paid') = (paid_on IS NOT NULL))
      );
      CREATE UNIQUE INDEX payment_orders_one_live_a_claim ON payment_orders (municipality_id, claim_id)
        WHERE state NOT IN ('withdrawn', 'returned');
      CREATE INDEX payment_orders_state ON payment_orders (municipality_id, state);
      CALL protect_tenant_table('payment_orders');
      CREATE TRIGGER amount_stays BEFORE UPDATE ON payment_orders FOR EACH ROW
        WHEN (OLD.amount IS DISTINCT FROM NEW.amount) EXECUTE FUNCTION refuse_other_amount();

      -- Whom to pay freezes with the order; a draft that was sent back is drafted anew with the account of that day.
      CREATE FUNCTION refuse_other_payee() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'the payee of an order never changes' USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER payee_stays BEFORE UPDATE ON payment_orders FOR EACH ROW
        WHEN (OLD.payee IS DISTINCT FROM NEW.payee AND OLD.state <> 'drafted') EXECUTE FUNCTION refuse_other_payee();

      CREATE TABLE payment_order_acts (
        municipality_id text NOT NULL,
        id bigint GENERATED ALWAYS AS IDENTITY,
        order_id uuid NOT NULL,
        act text NOT NULL CHECK (act IN ('drafted', 'withdrawn', 'ordered', 'checked', 'accepted', 'instructed',
          'taken-out', 'paid', 'returned')),
        staff_id text,
        actor_name text NOT NULL,
        post_names text NOT NULL,
        reason text,
        findings jsonb,
        at timestamptz NOT NULL,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, order_id) REFERENCES payment_orders (municipality_id, id)
      );
      CREATE INDEX payment_order_acts_order ON payment_order_acts (municipality_id, order_id, id);
      CALL protect_tenant_table('payment_order_acts');
      CALL make_append_only('payment_order_acts');

      CREATE TABLE payment_batches (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        payment_date date NOT NULL,
        number integer NOT NULL,
        state text NOT NULL CHECK (state IN ('collected', 'released', 'paid', 'dissolved')),
        count integer NOT NULL CHECK (count >= 0),
        total bigint NOT NULL CHECK (total >= 0),
        collected_by text NOT NULL,
        collected_at timestamptz NOT NULL,
        released_by text,
        released_at timestamptz,
        file_sha256 text,
        file_name text,
        paid_on date,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (municipality_id, id),
        CONSTRAINT payment_batches_number UNIQUE (municipality_id, payment_date, number),
        FOREIGN KEY (municipality_id, file_sha256) REFERENCES files (municipality_id, sha256),
        CONSTRAINT payment_batches_released_in_full CHECK (
          (state IN ('released', 'paid')) = (num_nulls(released_by, released_at, file_sha256, file_name) = 0)),
        CONSTRAINT payment_batches_two_people CHECK (released_by IS NULL OR released_by <> collected_by),
        CONSTRAINT payment_batches_paid_on_a_day CHECK ((state = 'paid') = (paid_on IS NOT NULL))
      );
      CALL protect_tenant_table('payment_batches');

      CREATE TABLE accounting_exports (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        fiscal_year integer NOT NULL,
        number integer NOT NULL,
        count integer NOT NULL CHECK (count > 0),
        total bigint NOT NULL CHECK (total > 0),
        file_sha256 text NOT NULL,
        file_name text NOT NULL,
        exported_by text NOT NULL,
        exported_at timestamptz NOT NULL,
        PRIMARY KEY (municipality_id, id),
        CONSTRAINT accounting_exports_number UNIQUE (municipality_id, fiscal_year, number),
        FOREIGN KEY (municipality_id, file_sha256) REFERENCES files (municipality_id, sha256)
      );
      CALL protect_tenant_table('accounting_exports');
      CALL make_append_only('accounting_exports');

      CREATE TABLE paid_lists (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        file_sha256 text NOT NULL,
        file_name text NOT NULL,
        count integer NOT NULL CHECK (count >= 0),
        total bigint NOT NULL CHECK (total >= 0),
        taken_by text NOT NULL,
        taken_at timestamptz NOT NULL,
        PRIMARY KEY (municipality_id, id),
        CONSTRAINT paid_lists_file UNIQUE (municipality_id, file_sha256),
        FOREIGN KEY (municipality_id, file_sha256) REFERENCES files (municipality_id, sha256)
      );
      CALL protect_tenant_table('paid_lists');
      CALL make_append_only('paid_lists');

      -- One row a claim: its money leaves once, and by one way only.
      CREATE TABLE payment_instructions (
        municipality_id text NOT NULL,
        claim_id uuid NOT NULL,
        order_id uuid NOT NULL,
        way text NOT NULL CHECK (way IN ('accounting-file', 'bank-file')),
        export_id uuid,
        batch_id uuid,
        line integer NOT NULL CHECK (line > 0),
        amount bigint NOT NULL CHECK (amount > 0),
        PRIMARY KEY (municipality_id, claim_id),
        CONSTRAINT payment_instructions_order UNIQUE (municipality_id, order_id),
        FOREIGN KEY (municipality_id, claim_id) REFERENCES claims (municipality_id, id),
        FOREIGN KEY (municipality_id, order_id) REFERENCES payment_orders (municipality_id, id),
        FOREIGN KEY (municipality_id, export_id) REFERENCES accounting_exports (municipality_id, id),
        FOREIGN KEY (municipality_id, batch_id) REFERENCES payment_batches (municipality_id, id),
        CONSTRAINT payment_instructions_one_way CHECK (
          (way = 'accounting-file') = (export_id IS NOT NULL) AND (way = 'bank-file') = (batch_id IS NOT NULL))
      );
      CREATE INDEX payment_instructions_batch ON payment_instructions (municipality_id, batch_id);
      CREATE INDEX payment_instructions_export ON payment_instructions (municipality_id, export_id);
      CALL protect_tenant_table('payment_instructions');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
