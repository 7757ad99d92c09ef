import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 前の申請から写した欄: what was copied into a draft, from which application, by whom. */
export class ApplicationCarries1790000173000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE application_carries (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        application_id uuid NOT NULL,
        earlier_id uuid NOT NULL,
        earlier_name text NOT NULL,
        fields jsonb NOT NULL,
        carried_at timestamptz NOT NULL,
        carried_by text NOT NULL,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, application_id) REFERENCES applications (municipality_id, id),
        FOREIGN KEY (municipality_id, earlier_id) REFERENCES applications (municipality_id, id),
        CHECK (earlier_id <> application_id)
      );
      CREATE INDEX application_carries_application ON application_carries (municipality_id, application_id);
      CALL protect_tenant_table('application_carries');
      CALL make_append_only('application_carries');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
