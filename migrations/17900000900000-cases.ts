import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 案件: one row per case for lists to read; written by each stage in its own transaction, never read by rules. */
export class Cases1790000090000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE cases (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        organization_name text NOT NULL,
        program_id uuid NOT NULL,
        program_name text NOT NULL,
        title text NOT NULL,
        fiscal_year integer NOT NULL,
        phase text NOT NULL CHECK (phase IN ('drafting', 'submitted', 'returned', 'review', 'passed', 'approval', 'decided',
          'issued', 'claimed', 'ordered', 'treasury', 'batched', 'paid', 'withdrawn')),
        waiting_for text NOT NULL CHECK (waiting_for IN ('committee', 'promotion', 'approvers', 'treasury', 'nobody')),
        due_on date,
        -- Lists page by (sort_on, id); a case without a due day comes last.
        sort_on date NOT NULL,
        received_number text,
        amount bigint CHECK (amount >= 0),
        changed_at timestamptz NOT NULL,
        PRIMARY KEY (municipality_id, id)
      );
      CREATE INDEX cases_due ON cases (municipality_id, sort_on, id);
      CREATE INDEX cases_phase ON cases (municipality_id, phase, sort_on, id);
      CREATE INDEX cases_waiting ON cases (municipality_id, waiting_for, sort_on, id);
      CREATE INDEX cases_program ON cases (municipality_id, program_id, sort_on, id);
      CREATE INDEX cases_organization ON cases (municipality_id, organization_id, sort_on, id);
      CALL protect_tenant_table('cases');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
