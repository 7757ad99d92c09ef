import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A verification is put to a meeting of a panel; each of its members answers the sheet, and the answer of the panel says at which
 * meeting and from how many. What stands there already was entered by staff, at a meeting of which only the day is known.
 */
export class PanelVerifications1790000206500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE verifications
        ADD COLUMN meeting_id uuid,
        ADD FOREIGN KEY (municipality_id, meeting_id) REFERENCES panel_meetings (municipality_id, id);
      CREATE INDEX verifications_meeting ON verifications (municipality_id, meeting_id) WHERE meeting_id IS NOT NULL;

      ALTER TABLE verification_opinions
        -- where a panel answered, as the meeting was called then
        ADD COLUMN meeting text NOT NULL DEFAULT '',
        -- of whose sheets it was made; null where no member answered by themselves
        ADD COLUMN answered_by integer CHECK (answered_by > 0),
        NO FORCE ROW LEVEL SECURITY;
      UPDATE verification_opinions SET on_paper = true WHERE side = 'panel';
      ALTER TABLE verification_opinions FORCE ROW LEVEL SECURITY, ALTER COLUMN meeting DROP DEFAULT;

      CREATE TABLE verification_member_sheets (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        verification_id uuid NOT NULL,
        staff_id uuid NOT NULL,
        -- as typed so far: pairs of field and text
        fields jsonb NOT NULL CHECK (jsonb_typeof(fields) = 'array'),
        -- as it was given, in words
        given jsonb,
        -- why the member keeps away from it
        recused text NOT NULL,
        written_at timestamptz NOT NULL,
        version integer NOT NULL CHECK (version > 0),
        PRIMARY KEY (municipality_id, verification_id, staff_id),
        FOREIGN KEY (municipality_id, verification_id) REFERENCES verifications (municipality_id, id),
        FOREIGN KEY (municipality_id, staff_id) REFERENCES staff_members (municipality_id, id),
        CHECK (recused = '' OR given IS NULL)
      );
      CALL protect_tenant_table('verification_member_sheets');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
