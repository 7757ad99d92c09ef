import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A name goes when the town's time is over, also from what is otherwise never changed: who was met at a hearing, and whose
 * proposal a panel judged. Everything else of these rows stays as it was written.
 */
export class ForgottenNames1790000204900 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION refuse_change_but_people() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF to_jsonb(NEW) - 'people' = to_jsonb(OLD) - 'people' THEN RETURN NEW; END IF;
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
      END $$;
      DROP TRIGGER append_only ON visit_note_versions;
      CREATE TRIGGER append_only BEFORE DELETE OR TRUNCATE ON visit_note_versions
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER append_only_but_people BEFORE UPDATE ON visit_note_versions
        FOR EACH ROW EXECUTE FUNCTION refuse_change_but_people();

      DROP TRIGGER final_once_confirmed ON panel_cases;
      CREATE TRIGGER final_once_confirmed BEFORE DELETE ON panel_cases
        FOR EACH ROW WHEN (OLD.result IS NOT NULL) EXECUTE FUNCTION keep_panel_result();
      CREATE TRIGGER final_but_for_the_name BEFORE UPDATE ON panel_cases
        FOR EACH ROW WHEN (OLD.result IS NOT NULL
          AND to_jsonb(OLD) - 'organization_name' IS DISTINCT FROM to_jsonb(NEW) - 'organization_name')
        EXECUTE FUNCTION keep_panel_result();
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
