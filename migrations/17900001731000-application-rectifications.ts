import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 職権訂正: trifles in what was sent that staff put right; the submission itself never changes. */
export class ApplicationRectifications1790000173100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE application_rectifications (
        municipality_id text NOT NULL,
        application_id uuid NOT NULL,
        number integer NOT NULL CHECK (number > 0),
        round integer NOT NULL,
        request_id uuid NOT NULL,
        pointer text NOT NULL,
        label text NOT NULL,
        before text NOT NULL,
        after text NOT NULL,
        replacement jsonb NOT NULL,
        reason text NOT NULL CHECK (reason <> ''),
        rectified_at timestamptz NOT NULL,
        rectified_by text NOT NULL,
        PRIMARY KEY (municipality_id, application_id, number),
        CONSTRAINT application_rectifications_request UNIQUE (municipality_id, application_id, request_id),
        FOREIGN KEY (municipality_id, application_id, round)
          REFERENCES application_submissions (municipality_id, application_id, round),
        CHECK (before <> after)
      );
      CALL protect_tenant_table('application_rectifications');
      CALL make_append_only('application_rectifications');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
