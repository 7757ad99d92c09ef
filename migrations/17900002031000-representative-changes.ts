import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 代表者変更届: who represents a registered organisation changes when the town has confirmed it. */
export class RepresentativeChanges1790000203100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE representative_changes (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        officer_id uuid NOT NULL,
        state text NOT NULL CHECK (state IN ('sent', 'returned', 'proposed', 'confirmed', 'withdrawn')),
        version integer NOT NULL,
        before_role text NOT NULL,
        before_name text NOT NULL,
        after_role text NOT NULL,
        after_name text NOT NULL,
        term_from date,
        told_at timestamptz NOT NULL,
        told_by text NOT NULL,
        return_note text NOT NULL,
        correct_by date,
        closed_on date,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, organization_id) REFERENCES organizations (municipality_id, id),
        FOREIGN KEY (municipality_id, officer_id) REFERENCES organization_officers (municipality_id, id),
        CHECK ((state IN ('confirmed', 'withdrawn')) = (closed_on IS NOT NULL)),
        CHECK (state <> 'returned' OR (return_note <> '' AND correct_by IS NOT NULL))
      );
      CREATE UNIQUE INDEX representative_changes_one_open ON representative_changes (municipality_id, organization_id)
        WHERE state IN ('sent', 'returned', 'proposed');
      CREATE INDEX representative_changes_organization ON representative_changes (municipality_id, organization_id);
      CREATE INDEX representative_changes_officer ON representative_changes (municipality_id, officer_id);
      CALL protect_tenant_table('representative_changes');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
