import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A grant is claimed in parts: 第n回 before its settlement, and the rest after it. */
export class Instalments1790000186000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE claims
        ADD COLUMN kind text NOT NULL DEFAULT 'ordinary' CHECK (kind IN ('advance', 'upfront', 'ordinary', 'settlement')),
        ADD COLUMN instalment integer DEFAULT 1 CHECK (instalment > 0),
        ADD COLUMN instalments integer NOT NULL DEFAULT 1 CHECK (instalments >= 0),
        ADD COLUMN cause_id uuid,
        ADD CONSTRAINT claims_part_or_rest CHECK (
          (kind = 'settlement') = (cause_id IS NOT NULL) AND (kind = 'settlement') = (instalment IS NULL));

      -- What was claimed before this migration was the whole grant.
      ALTER TABLE claims NO FORCE ROW LEVEL SECURITY;
      UPDATE claims SET kind = CASE payment_method WHEN '概算払' THEN 'advance' ELSE 'upfront' END
       WHERE payment_method IN ('概算払', '前金払');
      ALTER TABLE claims FORCE ROW LEVEL SECURITY;
      ALTER TABLE claims
        ALTER COLUMN kind DROP DEFAULT, ALTER COLUMN instalment DROP DEFAULT, ALTER COLUMN instalments DROP DEFAULT;

      DROP INDEX claims_one_live_a_grant;
      CREATE UNIQUE INDEX claims_one_live_a_part ON claims (municipality_id, grant_id, instalment)
        WHERE state <> 'withdrawn' AND instalment IS NOT NULL;
      CREATE UNIQUE INDEX claims_one_live_a_cause ON claims (municipality_id, cause_id)
        WHERE state <> 'withdrawn' AND cause_id IS NOT NULL;
      CREATE INDEX claims_grant ON claims (municipality_id, grant_id);

      -- 額の確定: from here on only the rest is claimed, if anything.
      CREATE TABLE claim_settlements (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        cause_id uuid NOT NULL,
        grant_id uuid NOT NULL,
        settled_on date NOT NULL,
        PRIMARY KEY (municipality_id, cause_id),
        FOREIGN KEY (municipality_id, grant_id) REFERENCES grants (municipality_id, id)
      );
      CREATE INDEX claim_settlements_grant ON claim_settlements (municipality_id, grant_id);
      CALL protect_tenant_table('claim_settlements');
      CALL make_append_only('claim_settlements');

      ALTER TABLE public_grants ADD COLUMN paid_amount bigint NOT NULL DEFAULT 0 CHECK (paid_amount >= 0);
      ALTER TABLE public_grants NO FORCE ROW LEVEL SECURITY;
      UPDATE public_grants SET paid_amount = amount WHERE paid_on IS NOT NULL;
      ALTER TABLE public_grants FORCE ROW LEVEL SECURITY;

      -- The phases that there are, and one more: a grant of which a part is paid.
      DO $$
      DECLARE phases text;
      BEGIN
        SELECT regexp_replace(pg_get_constraintdef(oid), 'ARRAY\\[', 'ARRAY[''part-paid''::text, ') INTO phases
          FROM pg_constraint WHERE conname = 'cases_phase_check';
        EXECUTE 'ALTER TABLE cases DROP CONSTRAINT cases_phase_check, ADD CONSTRAINT cases_phase_check ' || phases;
      END $$;
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
