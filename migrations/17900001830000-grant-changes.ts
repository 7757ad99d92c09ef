import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 変更, 中止・廃止 and 取消し of a decided grant, the amount that is in force after them, and 状況報告・事故報告. */
export class GrantChanges1790000183000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE grants
        ADD COLUMN amount_in_force bigint CHECK (amount_in_force >= 0),
        ADD COLUMN discontinued_on date,
        ADD COLUMN revoked_on date,
        ADD CONSTRAINT grants_in_force_when_decided CHECK (
          decided_on IS NOT NULL
          OR (amount_in_force IS NULL AND discontinued_on IS NULL AND revoked_on IS NULL)),
        ADD CONSTRAINT grants_nothing_in_force_when_revoked CHECK (revoked_on IS NULL OR amount_in_force = 0);

      CREATE TABLE grant_changes (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        grant_id uuid NOT NULL,
        application_id uuid NOT NULL,
        organization_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('amendment', 'discontinuation', 'revocation')),
        state text NOT NULL CHECK (state IN (
          'drafting', 'sent', 'returned', 'acknowledged', 'proposed', 'decided', 'issued', 'withdrawn')),
        version integer NOT NULL,
        started_at timestamptz NOT NULL,
        started_by text NOT NULL,
        reason text NOT NULL,
        -- What an amendment asks for: its sections as typed, and as they were sent.
        sections jsonb NOT NULL,
        increase boolean NOT NULL,
        approval_asked boolean NOT NULL,
        needs_approval boolean NOT NULL,
        previous jsonb,
        sent jsonb,
        asked_amount bigint CHECK (asked_amount >= 0),
        -- 中止・廃止.
        effective_on date,
        spent_amount bigint CHECK (spent_amount >= 0),
        -- 取消し.
        article text NOT NULL,
        whole boolean NOT NULL,
        recipient_at_fault boolean NOT NULL,
        heard_on date,
        hearing text NOT NULL,
        -- Its sending.
        request_id uuid,
        round integer NOT NULL CHECK (round >= 0),
        received_number text,
        received_on date,
        sent_at timestamptz,
        sent_by text,
        return_note text NOT NULL,
        correct_by date,
        -- Its decision.
        before_amount bigint NOT NULL CHECK (before_amount >= 0),
        outcome text CHECK (outcome IN ('granted', 'reduced', 'refused')),
        decision_reason text NOT NULL,
        amount bigint CHECK (amount >= 0),
        working jsonb,
        over_amount bigint CHECK (over_amount >= 0),
        decided_on date,
        closed_on date,
        issued_on date,
        letter_id uuid,
        letter_number text,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, grant_id) REFERENCES grants (municipality_id, id),
        FOREIGN KEY (municipality_id, application_id) REFERENCES applications (municipality_id, id),
        FOREIGN KEY (municipality_id, organization_id) REFERENCES organizations (municipality_id, id),
        FOREIGN KEY (municipality_id, letter_id) REFERENCES letters (municipality_id, id),
        CHECK ((round = 0) = (sent_at IS NULL)),
        CHECK (state NOT IN ('sent', 'acknowledged', 'proposed', 'decided', 'issued') OR round > 0),
        CHECK (working IS NULL OR (working ->> 'total')::bigint = amount),
        CHECK ((state IN ('decided', 'issued')) = (decided_on IS NOT NULL)),
        CHECK ((state IN ('acknowledged', 'withdrawn')) = (closed_on IS NOT NULL)),
        CHECK ((state = 'issued') = (letter_id IS NOT NULL AND issued_on IS NOT NULL)),
        CHECK (state NOT IN ('proposed', 'decided', 'issued') OR outcome IS NOT NULL),
        CHECK (outcome IS DISTINCT FROM 'refused' OR decision_reason <> ''),
        CHECK (kind <> 'amendment' OR round = 0 OR (sent IS NOT NULL AND previous IS NOT NULL AND asked_amount IS NOT NULL)),
        CHECK (kind <> 'discontinuation' OR round = 0 OR (effective_on IS NOT NULL AND spent_amount IS NOT NULL)),
        CHECK (kind <> 'revocation' OR (article <> '' AND reason <> '')),
        CHECK (kind <> 'revocation' OR NOT whole OR amount IS NULL OR amount = 0),
        CHECK (issued_on >= decided_on)
      );
      -- One change of a grant at a time: each rests on what holds when it is decided.
      CREATE UNIQUE INDEX grant_changes_one_at_a_time ON grant_changes (municipality_id, grant_id)
        WHERE state IN ('drafting', 'sent', 'returned', 'proposed');
      CREATE INDEX grant_changes_state ON grant_changes (municipality_id, state);
      CREATE INDEX grant_changes_organization ON grant_changes (municipality_id, organization_id);
      CALL protect_tenant_table('grant_changes');

      CREATE FUNCTION keep_decided_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' THEN
          RAISE EXCEPTION 'a change of a grant is never deleted' USING ERRCODE = 'restrict_violation';
        END IF;
        IF OLD.decided_on IS NOT NULL
           AND (NEW.grant_id, NEW.kind, NEW.outcome, NEW.amount, NEW.working, NEW.decided_on, NEW.sent, NEW.reason, NEW.over_amount)
           IS DISTINCT FROM
               (OLD.grant_id, OLD.kind, OLD.outcome, OLD.amount, OLD.working, OLD.decided_on, OLD.sent, OLD.reason, OLD.over_amount)
        THEN
          RAISE EXCEPTION 'a decision never changes' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER keep_decided_change BEFORE UPDATE OR DELETE ON grant_changes
        FOR EACH ROW EXECUTE FUNCTION keep_decided_change();

      CREATE TABLE grant_change_acts (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        change_id uuid NOT NULL,
        act text NOT NULL CHECK (act IN (
          'started', 'sent', 'returned', 'acknowledged', 'proposed', 'released', 'decided', 'issued', 'reopened', 'withdrawn')),
        acted_at timestamptz NOT NULL,
        acted_by text NOT NULL,
        note text NOT NULL,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, change_id) REFERENCES grant_changes (municipality_id, id)
      );
      CREATE INDEX grant_change_acts_change ON grant_change_acts (municipality_id, change_id, acted_at);
      CALL protect_tenant_table('grant_change_acts');
      CALL make_append_only('grant_change_acts');

      CREATE TABLE grant_reports (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        grant_id uuid NOT NULL,
        organization_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('progress', 'accident')),
        state text NOT NULL CHECK (state IN ('asked', 'sent', 'read')),
        version integer NOT NULL,
        request_id uuid,
        asked_at timestamptz,
        asked_by text,
        due_on date,
        request text NOT NULL,
        as_of date,
        happening text NOT NULL,
        outlook text NOT NULL,
        spent_amount bigint CHECK (spent_amount >= 0),
        sent_at timestamptz,
        sent_by text,
        read_at timestamptz,
        read_by text,
        staff_note text NOT NULL,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, grant_id) REFERENCES grants (municipality_id, id),
        FOREIGN KEY (municipality_id, organization_id) REFERENCES organizations (municipality_id, id),
        CHECK ((state = 'asked') = (sent_at IS NULL)),
        CHECK ((state = 'read') = (read_at IS NOT NULL)),
        CHECK (state <> 'asked' OR (asked_at IS NOT NULL AND due_on IS NOT NULL)),
        CHECK (state = 'asked' OR (as_of IS NOT NULL AND happening <> ''))
      );
      CREATE INDEX grant_reports_grant ON grant_reports (municipality_id, grant_id);
      CREATE INDEX grant_reports_state ON grant_reports (municipality_id, state);
      CREATE UNIQUE INDEX grant_reports_once ON grant_reports (municipality_id, request_id);
      CALL protect_tenant_table('grant_reports');

      -- Papers added to a change or a report; removed ones stay named.
      CREATE TABLE grant_papers (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        owner_id uuid NOT NULL,
        name text NOT NULL,
        media_type text NOT NULL,
        size integer NOT NULL,
        sha256 text NOT NULL,
        added_at timestamptz NOT NULL,
        added_by text NOT NULL,
        removed_at timestamptz,
        PRIMARY KEY (municipality_id, id)
      );
      CREATE INDEX grant_papers_owner ON grant_papers (municipality_id, owner_id);
      CALL protect_tenant_table('grant_papers');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
