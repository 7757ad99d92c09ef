import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 企画提案: calls 募集 and what is proposed to them, with drafts that are saved section by section and their files. */
export class Proposals1790000189000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE calls (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        fiscal_year integer NOT NULL,
        title text NOT NULL CHECK (title <> ''),
        lead text NOT NULL,
        -- 'free': proposers choose; 'town': the town says what it looks for, in theme.
        theme_kind text NOT NULL CHECK (theme_kind IN ('free', 'town')),
        theme text NOT NULL CHECK ((theme_kind = 'town') = (theme <> '')),
        proposers text[] NOT NULL CHECK (proposers <@ ARRAY['staff', 'resident', 'organization', 'company'] AND cardinality(proposers) > 0),
        -- 分野: [{id, label}]
        fields jsonb NOT NULL,
        opens date NOT NULL,
        closes date NOT NULL CHECK (closes >= opens),
        form jsonb NOT NULL,
        rubric jsonb,
        -- What happens to a proposal once it is in, as the town tells its proposers.
        afterwards text NOT NULL,
        section_id uuid NOT NULL,
        state text NOT NULL CHECK (state IN ('draft', 'published', 'withdrawn')),
        published_at timestamptz CHECK ((published_at IS NULL) = (state = 'draft')),
        withdrawal_reason text NOT NULL CHECK ((state = 'withdrawn') = (withdrawal_reason <> '')),
        -- How many were numbered: 第n号.
        last_number integer NOT NULL DEFAULT 0,
        version integer NOT NULL CHECK (version > 0),
        created_at timestamptz NOT NULL,
        created_by text NOT NULL,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, section_id) REFERENCES sections (municipality_id, id)
      );
      CREATE INDEX calls_by_year ON calls (municipality_id, fiscal_year, opens);
      CALL protect_tenant_table('calls');

      -- 受付期間の延長: each later end stays readable beside the first one.
      CREATE TABLE call_extensions (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        call_id uuid NOT NULL,
        closed date NOT NULL,
        closes date NOT NULL CHECK (closes > closed),
        reason text NOT NULL CHECK (reason <> ''),
        extended_at timestamptz NOT NULL,
        extended_by text NOT NULL,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, call_id) REFERENCES calls (municipality_id, id)
      );
      CREATE INDEX call_extensions_of ON call_extensions (municipality_id, call_id);
      CALL protect_tenant_table('call_extensions');
      CALL make_append_only('call_extensions');

      CREATE TABLE proposals (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        call_id uuid NOT NULL,
        -- 第n号 within the call; a draft has none.
        number integer CHECK (number > 0),
        proposer_kind text NOT NULL CHECK (proposer_kind IN ('staff', 'resident', 'organization', 'company')),
        proposer_name text NOT NULL CHECK (proposer_name <> ''),
        -- Whether the name may stand beside the proposal where everybody reads it.
        public_name boolean NOT NULL,
        -- How to reach the proposer: personal, for the section alone.
        proposer_contact text NOT NULL,
        proposer_mail text NOT NULL,
        organization_id uuid,
        title text NOT NULL CHECK (title <> ''),
        field_id text NOT NULL,
        state text NOT NULL CHECK (state IN ('draft', 'submitted', 'relevant', 'set-aside', 'adopted', 'refused', 'merged', 'withdrawn')),
        -- SHA-256 of the code with which a proposer without an account comes back; null for papers and organisations.
        access_hash text,
        paper_received_on date,
        entered_by text CHECK ((entered_by IS NULL) = (paper_received_on IS NULL)),
        -- The answers in words as they were sent.
        answers jsonb CHECK ((answers IS NULL) = (number IS NULL)),
        begun_at timestamptz NOT NULL,
        submitted_at timestamptz CHECK ((submitted_at IS NULL) = (number IS NULL)),
        withdrawn_at timestamptz CHECK ((withdrawn_at IS NULL) = (state <> 'withdrawn')),
        version integer NOT NULL CHECK (version > 0),
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, call_id) REFERENCES calls (municipality_id, id),
        FOREIGN KEY (municipality_id, organization_id) REFERENCES organizations (municipality_id, id),
        UNIQUE (municipality_id, call_id, number),
        UNIQUE (municipality_id, access_hash),
        CHECK (number IS NOT NULL OR state IN ('draft', 'withdrawn')),
        CHECK (num_nonnulls(access_hash, organization_id, paper_received_on) > 0)
      );
      CREATE INDEX proposals_of_call ON proposals (municipality_id, call_id, number);
      CREATE INDEX proposals_of_organization ON proposals (municipality_id, organization_id) WHERE organization_id IS NOT NULL;
      CALL protect_tenant_table('proposals');

      CREATE TABLE proposal_sections (
        municipality_id text NOT NULL,
        proposal_id uuid NOT NULL,
        name text NOT NULL,
        -- pairs of field and text, because jsonb objects forget their order
        fields jsonb NOT NULL,
        parked jsonb NOT NULL,
        version integer NOT NULL CHECK (version > 0),
        saved_at timestamptz NOT NULL,
        saved_by text NOT NULL,
        PRIMARY KEY (municipality_id, proposal_id, name),
        FOREIGN KEY (municipality_id, proposal_id) REFERENCES proposals (municipality_id, id)
      );
      CALL protect_tenant_table('proposal_sections');

      CREATE TABLE proposal_section_revisions (
        municipality_id text NOT NULL,
        proposal_id uuid NOT NULL,
        name text NOT NULL,
        version integer NOT NULL,
        page text NOT NULL,
        fields jsonb NOT NULL,
        saved_at timestamptz NOT NULL,
        saved_by text NOT NULL,
        PRIMARY KEY (municipality_id, proposal_id, name, version),
        FOREIGN KEY (municipality_id, proposal_id, name) REFERENCES proposal_sections (municipality_id, proposal_id, name)
      );
      CALL protect_tenant_table('proposal_section_revisions');
      CALL make_append_only('proposal_section_revisions');

      CREATE TABLE proposal_files (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        proposal_id uuid NOT NULL,
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
        FOREIGN KEY (municipality_id, proposal_id) REFERENCES proposals (municipality_id, id),
        FOREIGN KEY (municipality_id, sha256) REFERENCES files (municipality_id, sha256)
      );
      CREATE INDEX proposal_files_of ON proposal_files (municipality_id, proposal_id) WHERE removed_at IS NULL;
      CALL protect_tenant_table('proposal_files');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
