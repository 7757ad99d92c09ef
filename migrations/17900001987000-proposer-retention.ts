import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long a town keeps who proposed: drafts that were never sent, and names and addresses after the end of a proposal. */
export class ProposerRetention1790000198700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE proposal_settings (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        -- Days after the last save for which a draft without an account is kept.
        draft_days integer NOT NULL CHECK (draft_days BETWEEN 1 AND 3650),
        -- Days after the end of a proposal for which its proposer is kept.
        contact_days integer NOT NULL CHECK (contact_days BETWEEN 1 AND 3650),
        version integer NOT NULL CHECK (version > 0),
        PRIMARY KEY (municipality_id)
      );
      CALL protect_tenant_table('proposal_settings');

      ALTER TABLE proposals
        ADD COLUMN erased_on date,
        -- The mail with the code did not leave; its proposer saw the code on the page.
        ADD COLUMN code_mail_failed_at timestamptz,
        ADD CHECK (erased_on IS NULL OR (proposer_contact = '' AND proposer_mail = ''));

      -- What was sent keeps every save for good; a draft that was never sent goes with its saves.
      CREATE FUNCTION refuse_deleting_what_was_sent() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT 1 FROM proposals
                    WHERE municipality_id = OLD.municipality_id AND id = OLD.proposal_id AND number IS NOT NULL) THEN
          RAISE EXCEPTION '% of what was sent is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN OLD;
      END $$;
      DROP TRIGGER append_only ON proposal_section_revisions;
      CREATE TRIGGER append_only BEFORE UPDATE OR TRUNCATE ON proposal_section_revisions
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER sent_stays BEFORE DELETE ON proposal_section_revisions
        FOR EACH ROW EXECUTE FUNCTION refuse_deleting_what_was_sent();
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
