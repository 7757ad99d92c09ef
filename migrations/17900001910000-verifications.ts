import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 検証: what each side says of a project at the end of its year, and the direction that is decided. */
export class Verifications1790000191000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE verifications (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        grant_id uuid NOT NULL,
        application_id uuid NOT NULL,
        organization_id uuid NOT NULL,
        organization_name text NOT NULL,
        program_id uuid NOT NULL,
        program_name text NOT NULL,
        title text NOT NULL,
        fiscal_year integer NOT NULL CHECK (fiscal_year BETWEEN 2019 AND 2200),
        state text NOT NULL CHECK (state IN ('open', 'proposed', 'decided', 'published', 'withdrawn')),
        opened_on date NOT NULL,
        due_on date NOT NULL CHECK (due_on >= opened_on),
        version integer NOT NULL CHECK (version > 0),
        direction text,
        direction_label text,
        reason text NOT NULL,
        decided_on date,
        published_on date,
        -- why it was given up
        note text NOT NULL,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, grant_id) REFERENCES grants (municipality_id, id),
        FOREIGN KEY (municipality_id, application_id) REFERENCES applications (municipality_id, id),
        FOREIGN KEY (municipality_id, organization_id) REFERENCES organizations (municipality_id, id),
        FOREIGN KEY (municipality_id, program_id) REFERENCES programs (municipality_id, id),
        CONSTRAINT verifications_once UNIQUE (municipality_id, grant_id),
        CHECK ((direction IS NOT NULL) = (state IN ('proposed', 'decided', 'published'))),
        CHECK ((direction_label IS NOT NULL) = (direction IS NOT NULL)),
        CHECK ((direction IS NOT NULL) = (reason <> '')),
        CHECK ((decided_on IS NOT NULL) = (state IN ('decided', 'published'))),
        CHECK ((published_on IS NOT NULL) = (state = 'published')),
        CHECK ((note <> '') = (state = 'withdrawn'))
      );
      CREATE INDEX verifications_organization ON verifications (municipality_id, organization_id, program_id);
      CREATE INDEX verifications_year ON verifications (municipality_id, fiscal_year DESC, due_on);
      CALL protect_tenant_table('verifications');

      CREATE TABLE verification_opinions (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        verification_id uuid NOT NULL,
        side text NOT NULL CHECK (side IN ('organization', 'staff', 'panel')),
        -- as typed so far: pairs of field and text
        fields jsonb NOT NULL CHECK (jsonb_typeof(fields) = 'array'),
        -- as it was given, in words
        given jsonb,
        said_on date,
        on_paper boolean NOT NULL,
        written_at timestamptz NOT NULL,
        written_by text NOT NULL,
        version integer NOT NULL CHECK (version > 0),
        PRIMARY KEY (municipality_id, verification_id, side),
        FOREIGN KEY (municipality_id, verification_id) REFERENCES verifications (municipality_id, id),
        CHECK ((given IS NOT NULL) = (said_on IS NOT NULL))
      );
      CALL protect_tenant_table('verification_opinions');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
