import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 事前着手: what staff answered to a project that begins before the decision; the newest answer holds. */
export class PriorStarts1790000155400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE prior_start_decisions (
        municipality_id text NOT NULL,
        id bigint GENERATED ALWAYS AS IDENTITY,
        application_id uuid NOT NULL,
        outcome text NOT NULL CHECK (outcome IN ('approved', 'refused')),
        starts_on date NOT NULL,
        reason text NOT NULL CHECK (reason <> ''),
        decided_on date NOT NULL,
        decided_by text NOT NULL,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, application_id) REFERENCES applications (municipality_id, id)
      );
      CREATE INDEX prior_start_decisions_application ON prior_start_decisions (municipality_id, application_id, id);
      CALL protect_tenant_table('prior_start_decisions');
      CALL make_append_only('prior_start_decisions');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
