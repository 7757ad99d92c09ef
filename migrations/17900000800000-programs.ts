import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 補助制度: programmes and the yearly versions of their rules; a published version never changes. */
export class Programs1790000080000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE programs (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        code text NOT NULL CHECK (code ~ '^[a-z][a-z0-9-]{0,39}$'),
        created_at timestamptz NOT NULL,
        PRIMARY KEY (municipality_id, id),
        CONSTRAINT programs_code UNIQUE (municipality_id, code)
      );
      CALL protect_tenant_table('programs');

      CREATE TABLE program_versions (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        program_id uuid NOT NULL,
        number integer NOT NULL CHECK (number > 0),
        state text NOT NULL CHECK (state IN ('draft', 'published')),
        fiscal_year integer NOT NULL CHECK (fiscal_year BETWEEN 2019 AND 2200),
        opens_on date NOT NULL,
        closes_on date NOT NULL,
        document jsonb NOT NULL,
        version integer NOT NULL CHECK (version > 0),
        changed_at timestamptz NOT NULL,
        changed_by text NOT NULL,
        published_at timestamptz,
        published_by text,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, program_id) REFERENCES programs (municipality_id, id),
        CONSTRAINT program_versions_number UNIQUE (municipality_id, program_id, number),
        CHECK (opens_on <= closes_on),
        CHECK ((state = 'published') = (published_at IS NOT NULL)),
        CHECK ((published_at IS NULL) = (published_by IS NULL))
      );
      CREATE UNIQUE INDEX program_versions_one_draft ON program_versions (municipality_id, program_id) WHERE state = 'draft';
      CALL protect_tenant_table('program_versions');

      -- Applications are pinned to a version and amounts are computed from it: once published it stays as it is.
      CREATE FUNCTION refuse_changing_published_version() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.state = 'published' THEN
          RAISE EXCEPTION 'a published programme version is frozen' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
      END $$;
      CREATE TRIGGER frozen_once_published BEFORE UPDATE OR DELETE ON program_versions
        FOR EACH ROW EXECUTE FUNCTION refuse_changing_published_version();
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
