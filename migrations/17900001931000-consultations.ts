import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 意見募集: drafts that residents may comment on, their comments, and what the town made of them. */
export class Consultations1790000193100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE voice_settings (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        answer_days integer NOT NULL CHECK (answer_days BETWEEN 1 AND 365),
        retention_days integer NOT NULL CHECK (retention_days BETWEEN 1 AND 3650),
        topics jsonb NOT NULL CHECK (jsonb_typeof(topics) = 'array'),
        invitation text NOT NULL,
        basis text NOT NULL,
        version integer NOT NULL CHECK (version > 0),
        PRIMARY KEY (municipality_id)
      );
      CALL protect_tenant_table('voice_settings');

      CREATE TABLE consultations (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        title text NOT NULL CHECK (title <> ''),
        about text NOT NULL CHECK (about <> ''),
        parts jsonb NOT NULL CHECK (jsonb_typeof(parts) = 'array'),
        commenters text NOT NULL CHECK (commenters <> ''),
        section_id uuid NOT NULL,
        opens date NOT NULL,
        closes date NOT NULL CHECK (closes >= opens),
        name_rule text NOT NULL CHECK (name_rule IN ('none', 'optional', 'required')),
        address_rule text NOT NULL CHECK (address_rule IN ('none', 'optional', 'required')),
        result_by date CHECK (result_by > closes),
        state text NOT NULL CHECK (state IN ('draft', 'open', 'deciding', 'answered', 'withdrawn')),
        version integer NOT NULL CHECK (version > 0),
        created_at timestamptz NOT NULL,
        published_on date,
        withdrawal_reason text NOT NULL,
        withdrawn_on date,
        result_note text NOT NULL,
        answered_on date,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, section_id) REFERENCES sections (municipality_id, id),
        CHECK (state IN ('draft', 'withdrawn') OR published_on IS NOT NULL),
        CHECK ((withdrawn_on IS NOT NULL) = (state = 'withdrawn')),
        CHECK (published_on IS NULL OR state <> 'withdrawn' OR withdrawal_reason <> ''),
        CHECK ((answered_on IS NOT NULL) = (state = 'answered'))
      );
      CALL protect_tenant_table('consultations');

      CREATE TABLE consultation_files (
        municipality_id text NOT NULL,
        consultation_id uuid NOT NULL,
        sha256 text NOT NULL,
        name text NOT NULL CHECK (name <> ''),
        size integer NOT NULL CHECK (size >= 0),
        media_type text NOT NULL,
        ordinal integer NOT NULL,
        PRIMARY KEY (municipality_id, consultation_id, sha256),
        FOREIGN KEY (municipality_id, consultation_id) REFERENCES consultations (municipality_id, id),
        FOREIGN KEY (municipality_id, sha256) REFERENCES files (municipality_id, sha256)
      );
      CALL protect_tenant_table('consultation_files');

      CREATE TABLE consultation_extensions (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        consultation_id uuid NOT NULL,
        closed_before date NOT NULL,
        closes date NOT NULL CHECK (closes > closed_before),
        reason text NOT NULL CHECK (reason <> ''),
        extended_at timestamptz NOT NULL,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, consultation_id) REFERENCES consultations (municipality_id, id)
      );
      CREATE INDEX consultation_extensions_of ON consultation_extensions (municipality_id, consultation_id);
      CALL protect_tenant_table('consultation_extensions');
      CALL make_append_only('consultation_extensions');

      CREATE TABLE opinion_groups (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        consultation_id uuid NOT NULL,
        ordinal integer NOT NULL CHECK (ordinal > 0),
        title text NOT NULL CHECK (title <> ''),
        summary text NOT NULL,
        town_view text NOT NULL,
        outcome text CHECK (outcome IN ('changed', 'unchanged', 'noted')),
        change text NOT NULL,
        version integer NOT NULL CHECK (version > 0),
        PRIMARY KEY (municipality_id, id),
        UNIQUE (municipality_id, consultation_id, id),
        FOREIGN KEY (municipality_id, consultation_id) REFERENCES consultations (municipality_id, id)
      );
      CALL protect_tenant_table('opinion_groups');

      CREATE TABLE public_comments (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        consultation_id uuid NOT NULL,
        number integer NOT NULL CHECK (number > 0),
        part text NOT NULL,
        body text NOT NULL CHECK (body <> ''),
        may_publish boolean NOT NULL,
        -- personal data, null once its time is over
        name text,
        address text,
        source text NOT NULL CHECK (source IN ('online', 'paper', 'fax', 'mail', 'counter')),
        received_on date NOT NULL,
        sent_at timestamptz NOT NULL,
        entered_by text,
        -- of the code with which its writer comes back; the same form sent twice has the same code
        code_hash text NOT NULL CHECK (code_hash ~ '^[0-9a-f]{64}$'),
        group_id uuid,
        erased_on date,
        PRIMARY KEY (municipality_id, id),
        UNIQUE (municipality_id, consultation_id, number),
        UNIQUE (municipality_id, code_hash),
        FOREIGN KEY (municipality_id, consultation_id) REFERENCES consultations (municipality_id, id),
        FOREIGN KEY (municipality_id, consultation_id, group_id)
          REFERENCES opinion_groups (municipality_id, consultation_id, id),
        CHECK (erased_on IS NULL OR (name IS NULL AND address IS NULL)),
        CHECK ((source = 'online') = (entered_by IS NULL))
      );
      CREATE INDEX public_comments_group ON public_comments (municipality_id, group_id);
      CALL protect_tenant_table('public_comments');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
