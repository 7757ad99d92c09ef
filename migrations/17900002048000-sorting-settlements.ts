import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 仕分けの確定: once for each call, after which its proposers are told how theirs was sorted; append-only. */
export class SortingSettlements1790000204800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const [rule] = (await runner.query(
      `SELECT conname AS name FROM pg_constraint
        WHERE conrelid = 'proposal_tellings'::regclass AND contype = 'c' AND pg_get_constraintdef(oid) LIKE '%occasion%'`,
    )) as { name: string }[];
    if (!rule) throw new Error('proposal_tellings has no rule of occasion');
    await runner.query(`
      CREATE TABLE sorting_settlements (
        municipality_id text NOT NULL,
        call_id uuid NOT NULL,
        settled_at timestamptz NOT NULL,
        settled_by text NOT NULL,
        PRIMARY KEY (municipality_id, call_id),
        FOREIGN KEY (municipality_id, call_id) REFERENCES calls (municipality_id, id)
      );
      CALL protect_tenant_table('sorting_settlements');
      CALL make_append_only('sorting_settlements');
      ALTER TABLE proposal_tellings
        DROP CONSTRAINT "${rule.name}",
        ADD CONSTRAINT proposal_tellings_occasion CHECK (occasion IN
          ('received', 'screening', 'hearing', 'presentation', 'sorting', 'result', 'merged-result'));
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
