import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 戻入 and 組戻 in the ledger, and years that are closed for every posting (出納閉鎖). */
export class ReturnedMoney1790000187000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- returned is taken off committed, so that it may be used again; ordered and paid stay gross.
      ALTER TABLE budget_lines
        ADD COLUMN returned bigint NOT NULL DEFAULT 0 CHECK (returned >= 0),
        DROP CONSTRAINT budget_lines_ordered_is_committed,
        ADD CONSTRAINT budget_lines_ordered_is_committed CHECK (ordered <= committed + returned),
        ADD CONSTRAINT budget_lines_returned_is_paid CHECK (returned <= paid);

      ALTER TABLE ledger_postings
        ADD COLUMN note text NOT NULL DEFAULT '',
        DROP CONSTRAINT ledger_postings_account_check,
        ADD CONSTRAINT ledger_postings_account_check
          CHECK (account IN ('ceiling', 'allotted', 'reserved', 'committed', 'ordered', 'paid', 'returned')),
        ADD CONSTRAINT ledger_postings_returned_by_receipt CHECK (account <> 'returned' OR order_id IS NOT NULL);

      CREATE TABLE budget_closings (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        fiscal_year integer NOT NULL,
        closed_on date NOT NULL,
        closed_at timestamptz NOT NULL,
        closed_by text NOT NULL CHECK (closed_by <> ''),
        PRIMARY KEY (municipality_id, fiscal_year)
      );
      CALL protect_tenant_table('budget_closings');
      CALL make_append_only('budget_closings');

      CREATE FUNCTION refuse_posting_to_closed_year() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (
          SELECT 1 FROM budget_lines line
            JOIN budget_closings closing USING (municipality_id, fiscal_year)
           WHERE line.municipality_id = NEW.municipality_id AND line.id = NEW.line_id)
        THEN
          RAISE EXCEPTION 'the year of this budget line is closed' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER ledger_postings_of_open_years BEFORE INSERT ON ledger_postings
        FOR EACH ROW EXECUTE FUNCTION refuse_posting_to_closed_year();
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
