import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 実績報告: the report of a grant in sections, its receipts and pictures, its rounds, its inspection, and 額の確定. */
export class PerformanceReports1790000184000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE performance_reports (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        grant_id uuid NOT NULL,
        application_id uuid NOT NULL,
        organization_id uuid NOT NULL,
        organization_name text NOT NULL,
        program_version_id uuid NOT NULL,
        program_name text NOT NULL,
        title text NOT NULL,
        fiscal_year integer NOT NULL CHECK (fiscal_year BETWEEN 2019 AND 2200),
        state text NOT NULL CHECK (state IN ('open', 'submitted', 'returned', 'inspected', 'accepted', 'withdrawn')),
        round integer NOT NULL DEFAULT 0 CHECK (round >= 0),
        completes_on date NOT NULL,
        due_on date NOT NULL,
        received_number text,
        received_on date,
        submitted_at timestamptz,
        correct_by date,
        paper_received_on date,
        version integer NOT NULL CHECK (version > 0),
        opened_at timestamptz NOT NULL,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, grant_id) REFERENCES grants (municipality_id, id),
        FOREIGN KEY (municipality_id, application_id) REFERENCES applications (municipality_id, id),
        FOREIGN KEY (municipality_id, organization_id) REFERENCES organizations (municipality_id, id),
        FOREIGN KEY (municipality_id, program_version_id) REFERENCES program_versions (municipality_id, id),
        CONSTRAINT performance_reports_one_a_grant UNIQUE (municipality_id, grant_id),
        CONSTRAINT performance_reports_received_number UNIQUE (municipality_id, received_number),
        CHECK ((round = 0) = (received_number IS NULL)),
        CHECK ((round = 0) = (received_on IS NULL)),
        CHECK ((round = 0) = (submitted_at IS NULL)),
        CHECK (round > 0 OR state IN ('open', 'withdrawn')),
        CHECK ((state = 'returned') = (correct_by IS NOT NULL))
      );
      CREATE INDEX performance_reports_organization ON performance_reports (municipality_id, organization_id);
      CREATE INDEX performance_reports_open ON performance_reports (municipality_id, state, due_on);
      CALL protect_tenant_table('performance_reports');

      CREATE TABLE report_sections (
        municipality_id text NOT NULL,
        report_id uuid NOT NULL,
        name text NOT NULL,
        -- pairs of field and text, because jsonb objects forget their order
        fields jsonb NOT NULL,
        parked jsonb NOT NULL,
        version integer NOT NULL CHECK (version > 0),
        opened_at timestamptz NOT NULL,
        saved_at timestamptz NOT NULL,
        saved_by text NOT NULL,
        removed_at timestamptz,
        PRIMARY KEY (municipality_id, report_id, name),
        FOREIGN KEY (municipality_id, report_id) REFERENCES performance_reports (municipality_id, id)
      );
      CALL protect_tenant_table('report_sections');

      -- Every save, so that two officers' texts can be brought together from what both began with.
      CREATE TABLE report_section_revisions (
        municipality_id text NOT NULL,
        report_id uuid NOT NULL,
        name text NOT NULL,
        version integer NOT NULL,
        page text NOT NULL,
        fields jsonb NOT NULL,
        saved_at timestamptz NOT NULL,
        saved_by text NOT NULL,
        PRIMARY KEY (municipality_id, report_id, name, version),
        FOREIGN KEY (municipality_id, report_id, name) REFERENCES report_sections (municipality_id, report_id, name)
      );
      CALL protect_tenant_table('report_section_revisions');
      CALL make_append_only('report_section_revisions');

      CREATE TABLE report_files (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        report_id uuid NOT NULL,
        -- a file question of the programme, the section of a receipt, or the field of a picture's caption
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
        FOREIGN KEY (municipality_id, report_id) REFERENCES performance_reports (municipality_id, id),
        FOREIGN KEY (municipality_id, sha256) REFERENCES files (municipality_id, sha256)
      );
      CREATE INDEX report_files_of ON report_files (municipality_id, report_id) WHERE removed_at IS NULL;
      CREATE INDEX report_files_alike ON report_files (municipality_id, sha256) WHERE removed_at IS NULL;
      CALL protect_tenant_table('report_files');

      CREATE TABLE report_submissions (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        report_id uuid NOT NULL,
        round integer NOT NULL CHECK (round > 0),
        request_id uuid NOT NULL,
        submitted_at timestamptz NOT NULL,
        submitted_by text NOT NULL,
        content jsonb NOT NULL,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, report_id) REFERENCES performance_reports (municipality_id, id),
        CONSTRAINT report_submissions_round UNIQUE (municipality_id, report_id, round),
        CONSTRAINT report_submissions_request UNIQUE (municipality_id, request_id)
      );
      CALL protect_tenant_table('report_submissions');
      CALL make_append_only('report_submissions');

      CREATE TABLE report_points (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        report_id uuid NOT NULL,
        round integer NOT NULL,
        position integer NOT NULL,
        pointer text NOT NULL,
        label text NOT NULL,
        text text NOT NULL CHECK (text <> ''),
        made_by text NOT NULL,
        made_at timestamptz NOT NULL,
        answer text,
        answered_by text,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, report_id) REFERENCES performance_reports (municipality_id, id)
      );
      CREATE INDEX report_points_of ON report_points (municipality_id, report_id, round, position);
      CALL protect_tenant_table('report_points');

      CREATE TABLE report_inspections (
        municipality_id text NOT NULL,
        report_id uuid NOT NULL,
        answers jsonb NOT NULL,
        lines jsonb NOT NULL,
        points jsonb NOT NULL,
        version integer NOT NULL CHECK (version > 0),
        changed_at timestamptz NOT NULL,
        changed_by text NOT NULL,
        PRIMARY KEY (municipality_id, report_id),
        FOREIGN KEY (municipality_id, report_id) REFERENCES performance_reports (municipality_id, id)
      );
      CALL protect_tenant_table('report_inspections');

      CREATE TABLE report_inspection_outcomes (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        report_id uuid NOT NULL,
        round integer NOT NULL CHECK (round > 0),
        outcome text NOT NULL CHECK (outcome IN ('returned', 'inspected', 'accepted', 'reopened')),
        answers jsonb NOT NULL,
        lines jsonb NOT NULL,
        made_at timestamptz NOT NULL,
        made_by text NOT NULL,
        made_by_staff uuid,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, report_id) REFERENCES performance_reports (municipality_id, id)
      );
      CREATE INDEX report_inspection_outcomes_of ON report_inspection_outcomes (municipality_id, report_id, made_at);
      CALL protect_tenant_table('report_inspection_outcomes');
      CALL make_append_only('report_inspection_outcomes');

      CREATE TABLE determinations (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        report_id uuid NOT NULL,
        grant_id uuid NOT NULL,
        application_id uuid NOT NULL,
        organization_id uuid NOT NULL,
        organization_name text NOT NULL,
        program_name text NOT NULL,
        title text NOT NULL,
        fiscal_year integer NOT NULL,
        budget_line_id uuid NOT NULL,
        decision bigint NOT NULL CHECK (decision > 0),
        eligible_cost bigint NOT NULL CHECK (eligible_cost >= 0),
        amount bigint NOT NULL CHECK (amount >= 0),
        working jsonb NOT NULL,
        disallowed jsonb NOT NULL,
        state text NOT NULL CHECK (state IN ('proposed', 'determined', 'issued', 'released')),
        proposed_at timestamptz NOT NULL,
        determined_on date,
        paid_before bigint,
        rest bigint,
        "over" bigint,
        issued_on date,
        letter_id uuid,
        letter_number text,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, report_id) REFERENCES performance_reports (municipality_id, id),
        FOREIGN KEY (municipality_id, grant_id) REFERENCES grants (municipality_id, id),
        FOREIGN KEY (municipality_id, budget_line_id) REFERENCES budget_lines (municipality_id, id),
        CONSTRAINT determinations_never_above_decision CHECK (amount <= decision),
        CONSTRAINT determinations_in_full CHECK (
          (state IN ('determined', 'issued')) = (determined_on IS NOT NULL)
          AND num_nulls(determined_on, paid_before, rest, "over") IN (0, 4)),
        CONSTRAINT determinations_balance CHECK (
          determined_on IS NULL OR (paid_before + rest - "over" = amount AND rest >= 0 AND "over" >= 0 AND rest * "over" = 0)),
        CONSTRAINT determinations_issued CHECK (
          (state = 'issued') = (issued_on IS NOT NULL) AND (state = 'issued') = (letter_id IS NOT NULL))
      );
      CREATE UNIQUE INDEX determinations_one_a_grant ON determinations (municipality_id, grant_id) WHERE state <> 'released';
      CREATE INDEX determinations_letter ON determinations (municipality_id, letter_id) WHERE letter_id IS NOT NULL;
      CALL protect_tenant_table('determinations');

      CREATE FUNCTION keep_determined_amount() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (NEW.decision, NEW.amount, NEW.working, NEW.disallowed) IS DISTINCT FROM (OLD.decision, OLD.amount, OLD.working, OLD.disallowed)
           OR (OLD.determined_on IS NOT NULL
               AND (NEW.determined_on, NEW.paid_before, NEW.rest, NEW."over")
                   IS DISTINCT FROM (OLD.determined_on, OLD.paid_before, OLD.rest, OLD."over"))
        THEN
          RAISE EXCEPTION 'a determined amount never changes' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER determinations_keep_amount BEFORE UPDATE ON determinations
        FOR EACH ROW EXECUTE FUNCTION keep_determined_amount();

      -- The phases that there are, and those after the money was spent.
      DO $$
      DECLARE phases text;
      BEGIN
        SELECT regexp_replace(pg_get_constraintdef(oid), 'ARRAY\\[',
          'ARRAY[''reporting''::text, ''report-submitted''::text, ''report-returned''::text, ''report-inspected''::text, '
          || '''determining''::text, ''determined''::text, ''settled''::text, ') INTO phases
          FROM pg_constraint WHERE conname = 'cases_phase_check';
        EXECUTE 'ALTER TABLE cases DROP CONSTRAINT cases_phase_check, ADD CONSTRAINT cases_phase_check ' || phases;
      END $$;
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
