import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an organisation told is answered by a draft and a letter; reports can be returned and taken back. */
export class Acknowledgements1790000203000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE acknowledgements (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN (
          'minor-change', 'progress-report', 'accident-report', 'representative-change', 'account-change')),
        record_id uuid NOT NULL,
        organization_id uuid NOT NULL,
        state text NOT NULL CHECK (state IN ('open', 'proposed', 'decided', 'issued')),
        version integer NOT NULL,
        reply text NOT NULL,
        decided_on date,
        issued_on date,
        letter_id uuid,
        letter_number text,
        PRIMARY KEY (municipality_id, id),
        UNIQUE (municipality_id, record_id),
        FOREIGN KEY (municipality_id, organization_id) REFERENCES organizations (municipality_id, id),
        FOREIGN KEY (municipality_id, letter_id) REFERENCES letters (municipality_id, id),
        CHECK ((state IN ('decided', 'issued')) = (decided_on IS NOT NULL)),
        CHECK ((state = 'issued') = (letter_id IS NOT NULL AND issued_on IS NOT NULL))
      );
      CREATE INDEX acknowledgements_organization ON acknowledgements (municipality_id, organization_id);
      CREATE INDEX acknowledgements_to_issue ON acknowledgements (municipality_id) WHERE state = 'decided';
      CREATE INDEX acknowledgements_letter ON acknowledgements (municipality_id, letter_id);
      CALL protect_tenant_table('acknowledgements');

      ALTER TABLE grant_reports
        DROP CONSTRAINT grant_reports_state_check,
        DROP CONSTRAINT grant_reports_check,
        DROP CONSTRAINT grant_reports_check1,
        DROP CONSTRAINT grant_reports_check3;
      ALTER TABLE grant_reports
        ADD COLUMN return_note text NOT NULL DEFAULT '',
        ADD COLUMN correct_by date,
        ADD CONSTRAINT grant_reports_states CHECK (state IN (
          'asked', 'sent', 'returned', 'proposed', 'read', 'withdrawn')),
        ADD CONSTRAINT grant_reports_sent CHECK ((state = 'asked') = (sent_at IS NULL)),
        ADD CONSTRAINT grant_reports_read CHECK ((state = 'read') = (read_at IS NOT NULL)),
        ADD CONSTRAINT grant_reports_written CHECK (state = 'asked' OR (as_of IS NOT NULL AND happening <> '')),
        ADD CONSTRAINT grant_reports_returned CHECK (
          state <> 'returned' OR (return_note <> '' AND correct_by IS NOT NULL));
      ALTER TABLE grant_reports ALTER COLUMN return_note DROP DEFAULT;
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
