import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 振込不能・組戻: a payment that the bank gave back, and the same order paid once more. */
export class TransferFailures1790000186100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE payment_orders
        DROP CONSTRAINT payment_orders_state_check,
        ADD CONSTRAINT payment_orders_state_check CHECK (state IN
          ('drafted', 'withdrawn', 'ordered', 'checked', 'accepted', 'instructed', 'paid', 'failed', 'returned'));
      ALTER TABLE payment_order_acts
        DROP CONSTRAINT payment_order_acts_act_check,
        ADD CONSTRAINT payment_order_acts_act_check CHECK (act IN ('drafted', 'withdrawn', 'ordered', 'checked', 'accepted',
          'instructed', 'taken-out', 'paid', 'returned', 'failed', 'resumed'));

      -- A payment that failed is sent again under its order, to the account as it was mended; only then the payee may change.
      DROP TRIGGER payee_stays ON payment_orders;
      CREATE TRIGGER payee_stays BEFORE UPDATE ON payment_orders FOR EACH ROW
        WHEN (OLD.payee IS DISTINCT FROM NEW.payee AND OLD.state NOT IN ('drafted', 'failed'))
        EXECUTE FUNCTION refuse_other_payee();

      -- Each attempt is an instruction of its own, and of those that stand there is one a claim.
      ALTER TABLE payment_instructions
        ADD COLUMN attempt integer NOT NULL DEFAULT 1 CHECK (attempt > 0),
        ADD COLUMN failed_on date,
        DROP CONSTRAINT payment_instructions_pkey,
        ADD CONSTRAINT payment_instructions_pkey PRIMARY KEY (municipality_id, claim_id, attempt),
        DROP CONSTRAINT payment_instructions_order,
        ADD CONSTRAINT payment_instructions_order UNIQUE (municipality_id, order_id, attempt);
      CREATE UNIQUE INDEX payment_instructions_one_stands ON payment_instructions (municipality_id, claim_id)
        WHERE failed_on IS NULL;

      CREATE TABLE transfer_failures (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        order_id uuid NOT NULL,
        attempt integer NOT NULL,
        amount bigint NOT NULL CHECK (amount > 0),
        failed_on date NOT NULL,
        reason text NOT NULL CHECK (reason <> ''),
        -- What had been said of the payment before it failed; blank where nothing had.
        paid_on date,
        slip_number text,
        returned_on date,
        state text NOT NULL CHECK (state IN ('open', 'resumed', 'order-returned', 'after-closing', 'concluded')),
        conclusion text,
        recorded_by text,
        recorded_by_name text NOT NULL,
        recorded_at timestamptz NOT NULL,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (municipality_id, id),
        CONSTRAINT transfer_failures_once_an_attempt UNIQUE (municipality_id, order_id, attempt),
        FOREIGN KEY (municipality_id, order_id) REFERENCES payment_orders (municipality_id, id),
        CONSTRAINT transfer_failures_money_before_resuming CHECK (state <> 'resumed' OR returned_on IS NOT NULL OR paid_on IS NULL),
        CONSTRAINT transfer_failures_concluded_in_words CHECK ((state = 'concluded') = (conclusion IS NOT NULL))
      );
      CREATE INDEX transfer_failures_state ON transfer_failures (municipality_id, state);
      CALL protect_tenant_table('transfer_failures');

      DO $$
      DECLARE phases text;
      BEGIN
        SELECT regexp_replace(pg_get_constraintdef(oid), 'ARRAY\\[', 'ARRAY[''transfer-failed''::text, ') INTO phases
          FROM pg_constraint WHERE conname = 'cases_phase_check';
        EXECUTE 'ALTER TABLE cases DROP CONSTRAINT cases_phase_check, ADD CONSTRAINT cases_phase_check ' || phases;
      END $$;
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
