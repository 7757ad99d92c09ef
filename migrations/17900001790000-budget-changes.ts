import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 補正予算, 流用 and 配当: dated acts that move the ceiling or the allotment of a budget line. */
export class BudgetChanges1790000179000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE budget_lines
        ADD COLUMN allotted bigint NOT NULL DEFAULT 0 CHECK (allotted >= 0),
        ADD CONSTRAINT budget_lines_allotted_within_ceiling CHECK (allotted <= ceiling),
        DROP CONSTRAINT budget_lines_within_ceiling,
        ADD CONSTRAINT budget_lines_within_ceiling
          CHECK (reserved + committed <= CASE WHEN allotted > 0 THEN allotted ELSE ceiling END);

      ALTER TABLE ledger_postings
        DROP CONSTRAINT ledger_postings_account_check,
        ADD CONSTRAINT ledger_postings_account_check
          CHECK (account IN ('ceiling', 'allotted', 'reserved', 'committed', 'ordered', 'paid'));

      CREATE TABLE budget_changes (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        request_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('supplement', 'transfer', 'allotment')),
        line_id uuid NOT NULL,
        to_line_id uuid CHECK (to_line_id <> line_id),
        amount bigint NOT NULL CHECK (amount <> 0),
        effective_on date NOT NULL,
        basis text NOT NULL CHECK (basis <> ''),
        reason text NOT NULL CHECK (reason <> ''),
        provision text NOT NULL,
        reverses uuid,
        recorded_on date NOT NULL,
        recorded_at timestamptz NOT NULL,
        recorded_by text NOT NULL,
        PRIMARY KEY (municipality_id, id),
        CONSTRAINT budget_changes_request UNIQUE (municipality_id, request_id),
        CONSTRAINT budget_changes_reversed_once UNIQUE (municipality_id, reverses),
        FOREIGN KEY (municipality_id, line_id) REFERENCES budget_lines (municipality_id, id),
        FOREIGN KEY (municipality_id, to_line_id) REFERENCES budget_lines (municipality_id, id),
        FOREIGN KEY (municipality_id, reverses) REFERENCES budget_changes (municipality_id, id),
        CHECK ((kind = 'transfer') = (to_line_id IS NOT NULL)),
        CHECK (kind <> 'transfer' OR amount > 0 OR reverses IS NOT NULL)
      );
      CREATE INDEX budget_changes_line ON budget_changes (municipality_id, line_id);
      CREATE INDEX budget_changes_to_line ON budget_changes (municipality_id, to_line_id) WHERE to_line_id IS NOT NULL;
      CALL protect_tenant_table('budget_changes');
      CALL make_append_only('budget_changes');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
