import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The whole engine of 決裁: acts beside approval, steps in parallel, cases that leave a draft, papers added to it. */
export class ApprovalEngine1790000160000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE drafts
        DROP CONSTRAINT drafts_state_check,
        ADD CONSTRAINT drafts_state_check
          CHECK (state IN ('circulating', 'returned', 'approved', 'rejected', 'withdrawn')),
        ADD COLUMN marks text[] NOT NULL DEFAULT '{}' CHECK (marks <@ ARRAY['important', 'unusual', 'new']),
        ADD COLUMN carried boolean NOT NULL DEFAULT false,
        ADD COLUMN cites_draft_id uuid,
        ADD FOREIGN KEY (municipality_id, cites_draft_id) REFERENCES drafts (municipality_id, id);

      -- Steps of one position act in any order, so that a place of its own tells them apart, also when a post is
      -- replaced by its successor.
      ALTER TABLE draft_steps ADD COLUMN ordinal integer CHECK (ordinal >= 1), NO FORCE ROW LEVEL SECURITY;
      UPDATE draft_steps step SET ordinal = ranked.ordinal
        FROM (SELECT municipality_id, draft_id, round, position, post_id,
                     row_number() OVER (PARTITION BY municipality_id, draft_id, round ORDER BY position, post_id) AS ordinal
                FROM draft_steps) ranked
       WHERE (ranked.municipality_id, ranked.draft_id, ranked.round, ranked.position, ranked.post_id)
           = (step.municipality_id, step.draft_id, step.round, step.position, step.post_id);
      ALTER TABLE draft_steps
        FORCE ROW LEVEL SECURITY,
        ALTER COLUMN ordinal SET NOT NULL,
        DROP CONSTRAINT draft_steps_pkey,
        ADD PRIMARY KEY (municipality_id, draft_id, round, ordinal),
        DROP CONSTRAINT draft_steps_role_check,
        ADD CONSTRAINT draft_steps_role_check CHECK (role IN ('approve', 'consult', 'inform')),
        DROP CONSTRAINT draft_steps_side_check,
        ADD CONSTRAINT draft_steps_side_check CHECK (side IN ('ordering', 'treasury') OR role = 'inform'),
        DROP CONSTRAINT draft_steps_check,
        ADD CONSTRAINT draft_steps_decided_by_ordering_side CHECK (role <> 'approve' OR side = 'ordering');

      ALTER TABLE approval_acts
        DROP CONSTRAINT approval_acts_kind_check,
        DROP CONSTRAINT approval_acts_check,
        DROP CONSTRAINT approval_acts_check1,
        DROP CONSTRAINT approval_acts_check2,
        ADD CONSTRAINT approval_acts_kind_check CHECK (kind IN (
          'drafted', 'approved', 'differed', 'sent-back', 'rejected', 'pulled-back', 'resubmitted', 'withdrawn', 'held',
          'recast', 'remarked', 'asked', 'answered', 'attached', 'acknowledged', 'reviewed', 'read', 'mapped',
          'sealed')),
        ADD COLUMN about_act_id uuid,
        ADD COLUMN cover text CHECK (cover IN ('absent', 'vacant', 'tied', 'passed')),
        ADD COLUMN own_post_name text,
        ADD COLUMN recorded_by text,
        ADD FOREIGN KEY (municipality_id, about_act_id) REFERENCES approval_acts (municipality_id, id),
        ADD CONSTRAINT approval_acts_at_a_step CHECK (
          position IS NOT NULL OR kind NOT IN ('approved', 'differed', 'sent-back', 'rejected', 'acknowledged', 'read')),
        ADD CONSTRAINT approval_acts_goes_somewhere CHECK ((kind IN ('sent-back', 'asked')) = (returned_to IS NOT NULL)),
        ADD CONSTRAINT approval_acts_about CHECK (
          (kind IN ('answered', 'acknowledged', 'reviewed')) = (about_act_id IS NOT NULL)),
        ADD CONSTRAINT approval_acts_says_why CHECK (comment <> '' OR kind NOT IN (
          'sent-back', 'withdrawn', 'rejected', 'differed', 'held', 'remarked', 'asked', 'answered', 'attached', 'mapped', 'sealed')),
        ADD CONSTRAINT approval_acts_cover CHECK (cover IS NULL OR kind IN ('approved', 'differed'));
      -- One answer to a question and one 後閲 of an act, also when two people act in the same second.
      CREATE UNIQUE INDEX approval_acts_answered_once ON approval_acts (municipality_id, about_act_id)
        WHERE kind IN ('answered', 'reviewed');
      CREATE INDEX approval_acts_deputised ON approval_acts (municipality_id, post_id) WHERE cover = 'absent';
      CREATE INDEX approval_acts_spoken ON approval_acts (municipality_id, draft_id) WHERE kind IN ('asked', 'attached');

      -- Cases that left the draft: 保留, with their budget still reserved or not.
      ALTER TABLE draft_items
        ADD COLUMN left_act_id uuid,
        ADD COLUMN reservation_kept boolean NOT NULL DEFAULT false,
        ADD FOREIGN KEY (municipality_id, left_act_id) REFERENCES approval_acts (municipality_id, id),
        ADD CHECK (left_act_id IS NULL OR NOT running),
        ADD CHECK (NOT reservation_kept OR left_act_id IS NOT NULL);

      CREATE TABLE draft_attachments (
        municipality_id text NOT NULL,
        act_id uuid NOT NULL,
        draft_id uuid NOT NULL,
        name text NOT NULL CHECK (name <> ''),
        sha256 text NOT NULL,
        size integer NOT NULL CHECK (size > 0),
        media_type text NOT NULL,
        PRIMARY KEY (municipality_id, act_id),
        FOREIGN KEY (municipality_id, act_id) REFERENCES approval_acts (municipality_id, id),
        FOREIGN KEY (municipality_id, draft_id) REFERENCES drafts (municipality_id, id),
        FOREIGN KEY (municipality_id, sha256) REFERENCES files (municipality_id, sha256)
      );
      CREATE INDEX draft_attachments_draft ON draft_attachments (municipality_id, draft_id);
      CALL protect_tenant_table('draft_attachments');
      CALL make_append_only('draft_attachments');
    `);
    await runner.query(`
      ALTER TABLE authority_steps
        DROP CONSTRAINT authority_steps_role_check,
        ADD CONSTRAINT authority_steps_role_check CHECK (role IN ('approve', 'consult', 'inform'));

      -- Who acts for a post while its holder is away or nobody holds it, and what took its place.
      ALTER TABLE posts
        DROP CONSTRAINT posts_when_vacant_check,
        ADD CONSTRAINT posts_when_vacant_check CHECK (when_vacant IN ('above', 'deputy', 'refuse')),
        ADD COLUMN deputy_post_id uuid,
        ADD COLUMN abolished_on date,
        ADD COLUMN successor_post_id uuid,
        ADD FOREIGN KEY (municipality_id, deputy_post_id) REFERENCES posts (municipality_id, id),
        ADD FOREIGN KEY (municipality_id, successor_post_id) REFERENCES posts (municipality_id, id),
        ADD CHECK (when_vacant <> 'deputy' OR deputy_post_id IS NOT NULL),
        ADD CHECK (deputy_post_id <> id AND successor_post_id <> id),
        ADD CHECK (successor_post_id IS NULL OR abolished_on IS NOT NULL);

      -- 不在: entered, and ended early by another row's absence being taken back.
      CREATE TABLE absences (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        staff_id uuid NOT NULL,
        from_on date NOT NULL,
        until_on date NOT NULL,
        reason text NOT NULL CHECK (reason <> ''),
        recorded_by text NOT NULL,
        withdrawn_at timestamptz,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, staff_id) REFERENCES staff_members (municipality_id, id),
        CHECK (until_on >= from_on)
      );
      CREATE INDEX absences_days ON absences (municipality_id, until_on);
      CALL protect_tenant_table('absences');

      -- 利害関係: who is tied to which organisation, since when, and who said so. The organisation belongs to a later stage.
      CREATE TABLE staff_ties (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        staff_id uuid NOT NULL,
        organization_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('officer', 'household', 'declared')),
        note text NOT NULL,
        from_on date NOT NULL,
        until_on date,
        recorded_by text NOT NULL,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, staff_id) REFERENCES staff_members (municipality_id, id),
        CHECK (until_on IS NULL OR until_on >= from_on)
      );
      CREATE INDEX staff_ties_organization ON staff_ties (municipality_id, organization_id);
      CALL protect_tenant_table('staff_ties');

      ALTER TABLE staff_members ADD COLUMN mail text CHECK (mail <> '');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
