import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has which case open now: one row a person and case, which is nothing once some minutes have passed. */
export class DeskOpenings1790000180600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE desk_openings (
        municipality_id text NOT NULL,
        subject_kind text NOT NULL,
        subject_id uuid NOT NULL,
        staff_id uuid NOT NULL,
        opened_at timestamptz NOT NULL,
        seen_at timestamptz NOT NULL CHECK (seen_at >= opened_at),
        PRIMARY KEY (municipality_id, subject_kind, subject_id, staff_id),
        FOREIGN KEY (municipality_id, staff_id) REFERENCES staff_members (municipality_id, id)
      );
      CREATE INDEX desk_openings_staff ON desk_openings (municipality_id, staff_id);
      CALL protect_tenant_table('desk_openings');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
