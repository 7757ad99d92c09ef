import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 審査会: panels with their members, meetings, the sheets of each member, and what was decided. */
export class Panels1790000177000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE posts DROP CONSTRAINT posts_one_side, ADD CONSTRAINT posts_one_side CHECK (CASE side
        WHEN 'ordering' THEN duties <@ ARRAY['promotion', 'approve', 'administer', 'inquiry', 'panel']
        WHEN 'treasury' THEN duties <@ ARRAY['treasury-check', 'treasury-decide']
        WHEN 'audit' THEN duties <@ ARRAY['audit']
        ELSE false END);

      -- Programmes belong to a later stage: their ids are opaque here, as those of organisations are.
      CREATE TABLE panels (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        name text NOT NULL CHECK (name <> ''),
        program_ids uuid[] NOT NULL CHECK (cardinality(program_ids) > 0),
        term_from date NOT NULL,
        term_until date NOT NULL CHECK (term_until >= term_from),
        version integer NOT NULL,
        PRIMARY KEY (municipality_id, id)
      );
      CALL protect_tenant_table('panels');

      CREATE TABLE panel_seats (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        panel_id uuid NOT NULL,
        staff_id uuid NOT NULL,
        role text NOT NULL CHECK (role IN ('chair', 'member')),
        capacity text NOT NULL,
        from_on date NOT NULL,
        until_on date CHECK (until_on >= from_on),
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, panel_id) REFERENCES panels (municipality_id, id),
        FOREIGN KEY (municipality_id, staff_id) REFERENCES staff_members (municipality_id, id)
      );
      CREATE UNIQUE INDEX panel_seats_running ON panel_seats (municipality_id, panel_id, staff_id)
        WHERE until_on IS NULL;
      CALL protect_tenant_table('panel_seats');

      CREATE TABLE panel_meetings (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        panel_id uuid NOT NULL,
        number integer NOT NULL CHECK (number > 0),
        held_on date NOT NULL,
        starts_at text,
        place text NOT NULL,
        state text NOT NULL CHECK (state IN ('scoring', 'closed', 'confirmed')),
        absent uuid[] NOT NULL,
        -- Who sat there, frozen with the results.
        seated jsonb,
        minutes text NOT NULL,
        version integer NOT NULL,
        request_id uuid NOT NULL,
        PRIMARY KEY (municipality_id, id),
        UNIQUE (municipality_id, panel_id, number),
        UNIQUE (municipality_id, request_id),
        FOREIGN KEY (municipality_id, panel_id) REFERENCES panels (municipality_id, id)
      );
      CALL protect_tenant_table('panel_meetings');

      CREATE TABLE panel_cases (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        meeting_id uuid NOT NULL,
        subject_kind text NOT NULL,
        subject_id uuid NOT NULL,
        organization_id uuid NOT NULL,
        organization_name text NOT NULL,
        reference text NOT NULL,
        title text NOT NULL,
        program_id uuid NOT NULL,
        program_name text NOT NULL,
        rubric jsonb NOT NULL,
        position integer NOT NULL,
        comment text NOT NULL,
        tie_place integer CHECK (tie_place > 0),
        tie_reason text CHECK (tie_reason <> ''),
        taken_off_at timestamptz,
        result jsonb,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, meeting_id) REFERENCES panel_meetings (municipality_id, id)
      );
      -- What stands on one agenda stands on no other.
      CREATE UNIQUE INDEX panel_cases_subject ON panel_cases (municipality_id, subject_kind, subject_id)
        WHERE taken_off_at IS NULL;
      CREATE INDEX panel_cases_meeting ON panel_cases (municipality_id, meeting_id, position);
      CALL protect_tenant_table('panel_cases');

      -- A result is given once and never changed.
      CREATE FUNCTION keep_panel_result() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'the result of a panel is final' USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER final_once_confirmed BEFORE UPDATE OR DELETE ON panel_cases
        FOR EACH ROW WHEN (OLD.result IS NOT NULL) EXECUTE FUNCTION keep_panel_result();

      CREATE TABLE panel_sheets (
        municipality_id text NOT NULL,
        case_id uuid NOT NULL,
        staff_id uuid NOT NULL,
        points jsonb NOT NULL,
        remarks jsonb NOT NULL,
        overall text NOT NULL,
        version integer NOT NULL,
        changed_at timestamptz NOT NULL,
        PRIMARY KEY (municipality_id, case_id, staff_id),
        FOREIGN KEY (municipality_id, case_id) REFERENCES panel_cases (municipality_id, id),
        FOREIGN KEY (municipality_id, staff_id) REFERENCES staff_members (municipality_id, id)
      );
      CALL protect_tenant_table('panel_sheets');

      CREATE TABLE panel_recusals (
        municipality_id text NOT NULL,
        case_id uuid NOT NULL,
        staff_id uuid NOT NULL,
        reason text NOT NULL CHECK (reason <> ''),
        declared_at timestamptz NOT NULL,
        PRIMARY KEY (municipality_id, case_id, staff_id),
        FOREIGN KEY (municipality_id, case_id) REFERENCES panel_cases (municipality_id, id),
        FOREIGN KEY (municipality_id, staff_id) REFERENCES staff_members (municipality_id, id)
      );
      CALL protect_tenant_table('panel_recusals');
      CALL make_append_only('panel_recusals');

      CREATE TABLE panel_meeting_acts (
        municipality_id text NOT NULL,
        id bigint GENERATED ALWAYS AS IDENTITY,
        meeting_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('taken-off', 'closed', 'reopened', 'settled', 'confirmed')),
        reason text NOT NULL,
        made_at timestamptz NOT NULL,
        made_by text NOT NULL,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, meeting_id) REFERENCES panel_meetings (municipality_id, id)
      );
      CALL protect_tenant_table('panel_meeting_acts');
      CALL make_append_only('panel_meeting_acts');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
