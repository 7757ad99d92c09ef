import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 審査: the checklist being answered, and what each review came to. */
export class Reviews1790000110000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reviews (
        municipality_id text NOT NULL,
        application_id uuid NOT NULL,
        answers jsonb NOT NULL,
        points jsonb NOT NULL,
        version integer NOT NULL CHECK (version > 0),
        changed_at timestamptz NOT NULL,
        changed_by text NOT NULL,
        PRIMARY KEY (municipality_id, application_id),
        FOREIGN KEY (municipality_id, application_id) REFERENCES applications (municipality_id, id)
      );
      CALL protect_tenant_table('reviews');

      CREATE TABLE review_outcomes (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        application_id uuid NOT NULL,
        round integer NOT NULL CHECK (round > 0),
        outcome text NOT NULL CHECK (outcome IN ('returned', 'passed')),
        items jsonb NOT NULL,
        made_at timestamptz NOT NULL,
        made_by text NOT NULL,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, application_id) REFERENCES applications (municipality_id, id),
        CONSTRAINT review_outcomes_round UNIQUE (municipality_id, application_id, round)
      );
      CALL protect_tenant_table('review_outcomes');
      CALL make_append_only('review_outcomes');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
