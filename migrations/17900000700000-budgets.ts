import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 予算台帳: budget lines with their balances, the postings that prove them, and the numbered commitments. */
export class Budgets1790000070000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The balances are the sums of the line's postings, kept here so that one row lock guards the ceiling.
      -- committed includes what is ordered, and ordered what is paid (支出負担行為済額・支出命令済額・支出済額).
      CREATE TABLE budget_lines (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        fiscal_year integer NOT NULL CHECK (fiscal_year BETWEEN 2019 AND 2200),
        code text NOT NULL CHECK (code <> ''),
        name text NOT NULL CHECK (name <> ''),
        source text NOT NULL,
        ceiling bigint NOT NULL DEFAULT 0 CHECK (ceiling >= 0),
        reserved bigint NOT NULL DEFAULT 0 CHECK (reserved >= 0),
        committed bigint NOT NULL DEFAULT 0 CHECK (committed >= 0),
        ordered bigint NOT NULL DEFAULT 0 CHECK (ordered >= 0),
        paid bigint NOT NULL DEFAULT 0 CHECK (paid >= 0),
        PRIMARY KEY (municipality_id, id),
        CONSTRAINT budget_lines_code UNIQUE (municipality_id, fiscal_year, code),
        CONSTRAINT budget_lines_within_ceiling CHECK (reserved + committed <= ceiling),
        CONSTRAINT budget_lines_ordered_is_committed CHECK (ordered <= committed),
        CONSTRAINT budget_lines_paid_is_ordered CHECK (paid <= ordered)
      );
      CALL protect_tenant_table('budget_lines');

      CREATE TABLE ledger_postings (
        municipality_id text NOT NULL,
        id bigint GENERATED ALWAYS AS IDENTITY,
        line_id uuid NOT NULL,
        account text NOT NULL CHECK (account IN ('ceiling', 'reserved', 'committed', 'ordered', 'paid')),
        amount bigint NOT NULL CHECK (amount <> 0),
        entry text NOT NULL,
        cause_kind text NOT NULL,
        cause_id text NOT NULL,
        cause_label text NOT NULL,
        order_kind text,
        order_id text,
        posted_on date NOT NULL,
        posted_at timestamptz NOT NULL,
        posted_by text NOT NULL,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, line_id) REFERENCES budget_lines (municipality_id, id),
        CHECK ((order_kind IS NULL) = (order_id IS NULL)),
        CHECK (account NOT IN ('ordered', 'paid') OR order_id IS NOT NULL)
      );
      CREATE INDEX ledger_postings_line ON ledger_postings (municipality_id, line_id, id);
      CREATE INDEX ledger_postings_cause ON ledger_postings (municipality_id, cause_kind, cause_id);
      CREATE INDEX ledger_postings_order ON ledger_postings (municipality_id, order_kind, order_id) WHERE order_id IS NOT NULL;
      CALL protect_tenant_table('ledger_postings');
      CALL make_append_only('ledger_postings');

      CREATE TABLE commitment_series (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        fiscal_year integer NOT NULL,
        last_number integer NOT NULL CHECK (last_number > 0),
        PRIMARY KEY (municipality_id, fiscal_year)
      );
      CALL protect_tenant_table('commitment_series');

      CREATE TABLE commitments (
        municipality_id text NOT NULL,
        fiscal_year integer NOT NULL,
        number integer NOT NULL,
        line_id uuid NOT NULL,
        cause_kind text NOT NULL,
        cause_id text NOT NULL,
        amount bigint NOT NULL CHECK (amount > 0),
        committed_on date NOT NULL,
        PRIMARY KEY (municipality_id, fiscal_year, number),
        FOREIGN KEY (municipality_id, line_id) REFERENCES budget_lines (municipality_id, id),
        CONSTRAINT commitments_cause UNIQUE (municipality_id, cause_kind, cause_id)
      );
      CALL protect_tenant_table('commitments');
      CALL make_append_only('commitments');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
