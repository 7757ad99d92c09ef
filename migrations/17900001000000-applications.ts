import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 交付申請: drafts in sections, what was sent, files, correction points and the numbers of received papers. */
export class Applications1790000100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE applications (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        organization_name text NOT NULL,
        program_id uuid NOT NULL,
        program_version_id uuid NOT NULL,
        fiscal_year integer NOT NULL,
        state text NOT NULL CHECK (state IN ('draft', 'submitted', 'returned', 'passed', 'withdrawn')),
        round integer NOT NULL DEFAULT 0 CHECK (round >= 0),
        received_number text,
        received_on date,
        submitted_at timestamptz,
        correct_by date,
        version integer NOT NULL CHECK (version > 0),
        started_at timestamptz NOT NULL,
        started_by text NOT NULL,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, organization_id) REFERENCES organizations (municipality_id, id),
        FOREIGN KEY (municipality_id, program_version_id) REFERENCES program_versions (municipality_id, id),
        CONSTRAINT applications_received_number UNIQUE (municipality_id, received_number),
        CHECK ((round = 0) = (received_number IS NULL)),
        CHECK ((round = 0) = (received_on IS NULL)),
        CHECK ((round = 0) = (submitted_at IS NULL)),
        CHECK (round > 0 OR state IN ('draft', 'withdrawn'))
      );
      -- One application an organisation, programme and year; a withdrawn one makes room for another.
      CREATE UNIQUE INDEX applications_one_a_year ON applications (municipality_id, organization_id, program_id, fiscal_year)
        WHERE state <> 'withdrawn';
      CALL protect_tenant_table('applications');

      CREATE TABLE application_sections (
        municipality_id text NOT NULL,
        application_id uuid NOT NULL,
        name text NOT NULL CHECK (name IN ('plan', 'budget', 'declarations', 'files')),
        -- pairs of field and text, because jsonb objects forget their order
        fields jsonb NOT NULL,
        parked jsonb NOT NULL,
        version integer NOT NULL CHECK (version > 0),
        saved_at timestamptz NOT NULL,
        saved_by text NOT NULL,
        PRIMARY KEY (municipality_id, application_id, name),
        FOREIGN KEY (municipality_id, application_id) REFERENCES applications (municipality_id, id)
      );
      CALL protect_tenant_table('application_sections');

      -- Every save, so that two officers' texts can be brought together from what both began with.
      CREATE TABLE application_section_revisions (
        municipality_id text NOT NULL,
        application_id uuid NOT NULL,
        name text NOT NULL,
        version integer NOT NULL,
        page text NOT NULL,
        fields jsonb NOT NULL,
        saved_at timestamptz NOT NULL,
        saved_by text NOT NULL,
        PRIMARY KEY (municipality_id, application_id, name, version),
        FOREIGN KEY (municipality_id, application_id, name) REFERENCES application_sections (municipality_id, application_id, name)
      );
      CALL protect_tenant_table('application_section_revisions');
      CALL make_append_only('application_section_revisions');

      CREATE TABLE application_files (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        application_id uuid NOT NULL,
        kind text NOT NULL,
        label text NOT NULL,
        name text NOT NULL,
        media_type text NOT NULL,
        size integer NOT NULL,
        sha256 text NOT NULL,
        added_at timestamptz NOT NULL,
        added_by text NOT NULL,
        removed_at timestamptz,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, application_id) REFERENCES applications (municipality_id, id),
        FOREIGN KEY (municipality_id, sha256) REFERENCES files (municipality_id, sha256)
      );
      CREATE INDEX application_files_of ON application_files (municipality_id, application_id) WHERE removed_at IS NULL;
      CALL protect_tenant_table('application_files');

      CREATE TABLE application_submissions (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        application_id uuid NOT NULL,
        round integer NOT NULL CHECK (round > 0),
        request_id uuid NOT NULL,
        submitted_at timestamptz NOT NULL,
        submitted_by text NOT NULL,
        submitted_by_account text NOT NULL,
        amount bigint NOT NULL CHECK (amount >= 0),
        content jsonb NOT NULL,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, application_id) REFERENCES applications (municipality_id, id),
        CONSTRAINT application_submissions_round UNIQUE (municipality_id, application_id, round),
        CONSTRAINT application_submissions_request UNIQUE (municipality_id, request_id)
      );
      CALL protect_tenant_table('application_submissions');
      CALL make_append_only('application_submissions');

      CREATE TABLE application_points (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        application_id uuid NOT NULL,
        round integer NOT NULL,
        position integer NOT NULL,
        pointer text NOT NULL,
        label text NOT NULL,
        text text NOT NULL CHECK (text <> ''),
        made_by text NOT NULL,
        made_at timestamptz NOT NULL,
        answer text,
        answered_by text,
        answered_at timestamptz,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, application_id) REFERENCES applications (municipality_id, id)
      );
      CREATE INDEX application_points_of ON application_points (municipality_id, application_id, round, position);
      CALL protect_tenant_table('application_points');

      CREATE TABLE reception_series (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        fiscal_year integer NOT NULL,
        last_number integer NOT NULL CHECK (last_number > 0),
        PRIMARY KEY (municipality_id, fiscal_year)
      );
      CALL protect_tenant_table('reception_series');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
