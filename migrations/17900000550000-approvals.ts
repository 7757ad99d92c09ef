import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 起案 and 決裁: drafts, the route fixed for each round, the cases they carry, what was shown, and who acted. */
export class Approvals1790000055000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE draft_series (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        fiscal_year integer NOT NULL,
        last_number integer NOT NULL CHECK (last_number > 0),
        PRIMARY KEY (municipality_id, fiscal_year)
      );
      CALL protect_tenant_table('draft_series');

      CREATE TABLE drafts (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        fiscal_year integer NOT NULL,
        number integer NOT NULL CHECK (number > 0),
        kind text NOT NULL,
        title text NOT NULL CHECK (title <> ''),
        reason text NOT NULL CHECK (reason <> ''),
        state text NOT NULL CHECK (state IN ('circulating', 'returned', 'approved', 'withdrawn')),
        round integer NOT NULL CHECK (round >= 1),
        position integer CHECK (position >= 1),
        drafter_staff_id uuid NOT NULL,
        drafter_name text NOT NULL,
        drafter_post_id uuid NOT NULL,
        drafter_post_name text NOT NULL,
        drafted_on date NOT NULL,
        decided_on date,
        waiting_since timestamptz NOT NULL,
        PRIMARY KEY (municipality_id, id),
        CONSTRAINT drafts_number UNIQUE (municipality_id, fiscal_year, number),
        FOREIGN KEY (municipality_id, drafter_staff_id) REFERENCES staff_members (municipality_id, id),
        FOREIGN KEY (municipality_id, drafter_post_id) REFERENCES posts (municipality_id, id),
        CHECK ((state = 'circulating') = (position IS NOT NULL)),
        CHECK ((state = 'approved') = (decided_on IS NOT NULL))
      );
      CREATE INDEX drafts_running ON drafts (municipality_id, waiting_since) WHERE state IN ('circulating', 'returned');
      CREATE INDEX drafts_by_day ON drafts (municipality_id, drafted_on DESC, number DESC);
      CALL protect_tenant_table('drafts');

      -- A round begins when the draft starts or is resubmitted; each finds its route anew, since the amount may have changed.
      CREATE TABLE draft_rounds (
        municipality_id text NOT NULL,
        draft_id uuid NOT NULL,
        round integer NOT NULL CHECK (round >= 1),
        authority_act text NOT NULL,
        authority_amount bigint NOT NULL CHECK (authority_amount >= 0),
        authority_table_id uuid NOT NULL,
        authority_basis text NOT NULL,
        PRIMARY KEY (municipality_id, draft_id, round),
        FOREIGN KEY (municipality_id, draft_id) REFERENCES drafts (municipality_id, id),
        FOREIGN KEY (municipality_id, authority_table_id) REFERENCES authority_tables (municipality_id, id)
      );
      CALL protect_tenant_table('draft_rounds');
      CALL make_append_only('draft_rounds');

      CREATE TABLE draft_items (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        draft_id uuid NOT NULL,
        ordinal integer NOT NULL CHECK (ordinal >= 1),
        subject_kind text NOT NULL,
        subject_id text NOT NULL,
        organization_id uuid,
        title text NOT NULL,
        amount bigint NOT NULL CHECK (amount >= 0),
        digest text NOT NULL,
        running boolean NOT NULL,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, draft_id) REFERENCES drafts (municipality_id, id),
        UNIQUE (municipality_id, draft_id, ordinal)
      );
      CREATE INDEX draft_items_subject ON draft_items (municipality_id, subject_kind, subject_id);
      CREATE UNIQUE INDEX draft_items_one_running ON draft_items (municipality_id, subject_kind, subject_id) WHERE running;
      CALL protect_tenant_table('draft_items');

      -- Exactly what an approver was shown, provable from its own bytes.
      CREATE TABLE shown_contents (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        digest text NOT NULL,
        content text NOT NULL,
        kept_at timestamptz NOT NULL,
        PRIMARY KEY (municipality_id, digest),
        CHECK (digest = encode(sha256(convert_to(content, 'UTF8')), 'hex'))
      );
      CALL protect_tenant_table('shown_contents');
      CALL make_append_only('shown_contents');

      ALTER TABLE draft_items ADD FOREIGN KEY (municipality_id, digest) REFERENCES shown_contents (municipality_id, digest);

      -- One row for each post that acted; a person who acts for two posts at once leaves two, the later pointing to the first.
      CREATE TABLE approval_acts (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        sequence bigint GENERATED ALWAYS AS IDENTITY,
        draft_id uuid NOT NULL,
        round integer NOT NULL,
        position integer,
        kind text NOT NULL CHECK (kind IN ('drafted', 'approved', 'sent-back', 'resubmitted', 'withdrawn')),
        post_id uuid NOT NULL,
        post_name text NOT NULL,
        staff_id uuid NOT NULL,
        staff_name text NOT NULL,
        acted_at timestamptz NOT NULL,
        acted_on date NOT NULL,
        comment text NOT NULL,
        returned_to integer,
        joined_act_id uuid,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, draft_id, round) REFERENCES draft_rounds (municipality_id, draft_id, round),
        FOREIGN KEY (municipality_id, post_id) REFERENCES posts (municipality_id, id),
        FOREIGN KEY (municipality_id, staff_id) REFERENCES staff_members (municipality_id, id),
        FOREIGN KEY (municipality_id, joined_act_id) REFERENCES approval_acts (municipality_id, id),
        CHECK ((kind IN ('approved', 'sent-back')) = (position IS NOT NULL)),
        CHECK ((kind = 'sent-back') = (returned_to IS NOT NULL)),
        CHECK (kind NOT IN ('sent-back', 'withdrawn') OR comment <> '')
      );
      CREATE INDEX approval_acts_draft ON approval_acts (municipality_id, draft_id, sequence);
      CALL protect_tenant_table('approval_acts');
      CALL make_append_only('approval_acts');

      CREATE TABLE approval_act_items (
        municipality_id text NOT NULL,
        act_id uuid NOT NULL,
        item_id uuid NOT NULL,
        digest text NOT NULL,
        PRIMARY KEY (municipality_id, act_id, item_id),
        FOREIGN KEY (municipality_id, act_id) REFERENCES approval_acts (municipality_id, id),
        FOREIGN KEY (municipality_id, item_id) REFERENCES draft_items (municipality_id, id),
        FOREIGN KEY (municipality_id, digest) REFERENCES shown_contents (municipality_id, digest)
      );
      CALL protect_tenant_table('approval_act_items');
      CALL make_append_only('approval_act_items');

      -- Posts, not persons, fixed when the round begins. act_id names the approval that stands; a send-back clears it.
      -- Steps that act in parallel would share a position.
      CREATE TABLE draft_steps (
        municipality_id text NOT NULL,
        draft_id uuid NOT NULL,
        round integer NOT NULL,
        position integer NOT NULL CHECK (position >= 1),
        post_id uuid NOT NULL,
        post_name text NOT NULL,
        side text NOT NULL CHECK (side IN ('ordering', 'treasury')),
        role text NOT NULL CHECK (role IN ('approve', 'consult')),
        act_id uuid,
        PRIMARY KEY (municipality_id, draft_id, round, position, post_id),
        FOREIGN KEY (municipality_id, draft_id, round) REFERENCES draft_rounds (municipality_id, draft_id, round),
        FOREIGN KEY (municipality_id, post_id) REFERENCES posts (municipality_id, id),
        FOREIGN KEY (municipality_id, act_id) REFERENCES approval_acts (municipality_id, id),
        CHECK (role = 'consult' OR side = 'ordering')
      );
      CREATE INDEX draft_steps_waiting ON draft_steps (municipality_id, post_id) WHERE act_id IS NULL;
      CALL protect_tenant_table('draft_steps');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
