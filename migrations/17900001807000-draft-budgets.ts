import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 予算の状況 as the last approver saw it, kept with the decision: the ledger goes on. */
export class DraftBudgets1790000180700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE draft_budgets (
        municipality_id text NOT NULL,
        draft_id uuid NOT NULL,
        budgets jsonb NOT NULL,
        PRIMARY KEY (municipality_id, draft_id),
        FOREIGN KEY (municipality_id, draft_id) REFERENCES drafts (municipality_id, id)
      );
      CALL protect_tenant_table('draft_budgets');
      CALL make_append_only('draft_budgets');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
