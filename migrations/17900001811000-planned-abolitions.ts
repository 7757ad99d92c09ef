import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 職の廃止 that is decided ahead of its day: on that morning it is carried out in the name of who decided it. */
export class PlannedAbolitions1790000181100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE planned_abolitions (
        municipality_id text NOT NULL,
        post_id uuid NOT NULL,
        -- The first day on which the post is no more.
        abolished_on date NOT NULL,
        successor_post_id uuid NOT NULL CHECK (successor_post_id <> post_id),
        reason text NOT NULL CHECK (reason <> ''),
        decided_by_staff_id uuid NOT NULL,
        decided_by_name text NOT NULL,
        decided_by_post_id uuid NOT NULL,
        decided_at timestamptz NOT NULL,
        PRIMARY KEY (municipality_id, post_id),
        FOREIGN KEY (municipality_id, post_id) REFERENCES posts (municipality_id, id),
        FOREIGN KEY (municipality_id, successor_post_id) REFERENCES posts (municipality_id, id),
        FOREIGN KEY (municipality_id, decided_by_post_id) REFERENCES posts (municipality_id, id)
      );
      CALL protect_tenant_table('planned_abolitions');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
