import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 連絡とお知らせ: the thread of each case, and work that comes round every day. */
export class Messages1790000154000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A handler may ask for its event again later; until then nobody takes the delivery up.
      ALTER TABLE outbox_deliveries ADD COLUMN not_before timestamptz;

      -- The days on which the daily work of a town has begun: one row a day, whoever was first.
      CREATE TABLE mornings (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        day date NOT NULL,
        said_at timestamptz NOT NULL,
        PRIMARY KEY (municipality_id, day)
      );
      CALL protect_tenant_table('mornings');
      CALL make_append_only('mornings');

      ALTER TABLE cases
        ADD COLUMN unread_by_staff integer NOT NULL DEFAULT 0 CHECK (unread_by_staff >= 0),
        ADD COLUMN unread_by_committee integer NOT NULL DEFAULT 0 CHECK (unread_by_committee >= 0);
      CREATE INDEX cases_unread ON cases (municipality_id, sort_on, id) WHERE unread_by_staff > 0;

      CREATE TABLE case_messages (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        case_id uuid NOT NULL,
        number integer NOT NULL CHECK (number > 0),
        sender text NOT NULL CHECK (sender IN ('committee', 'staff')),
        text text NOT NULL CHECK (text <> '' AND char_length(text) <= 2000),
        -- the place of the papers that it is about, and the words by which it was known then
        pointer text,
        label text,
        request_id uuid NOT NULL,
        written_at timestamptz NOT NULL,
        written_by text NOT NULL,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, case_id) REFERENCES cases (municipality_id, id),
        CONSTRAINT case_messages_number UNIQUE (municipality_id, case_id, number),
        CONSTRAINT case_messages_request UNIQUE (municipality_id, case_id, request_id),
        CHECK ((pointer IS NULL) = (label IS NULL))
      );
      CALL protect_tenant_table('case_messages');
      CALL make_append_only('case_messages');

      CREATE TABLE case_message_openings (
        municipality_id text NOT NULL,
        message_id uuid NOT NULL,
        opened_at timestamptz NOT NULL,
        opened_by text NOT NULL,
        PRIMARY KEY (municipality_id, message_id),
        FOREIGN KEY (municipality_id, message_id) REFERENCES case_messages (municipality_id, id)
      );
      CALL protect_tenant_table('case_message_openings');
      CALL make_append_only('case_message_openings');

      -- When the organisation was last told by mail of messages in the thread.
      CREATE TABLE case_mails (
        municipality_id text NOT NULL,
        case_id uuid NOT NULL,
        mailed_at timestamptz,
        PRIMARY KEY (municipality_id, case_id),
        FOREIGN KEY (municipality_id, case_id) REFERENCES cases (municipality_id, id)
      );
      CALL protect_tenant_table('case_mails');

      -- 締切のお知らせ: how many days before the end those are reminded who have begun and not finished.
      ALTER TABLE municipalities ADD COLUMN reminder_days integer[] NOT NULL DEFAULT '{7,1}'
        CHECK (0 <= ALL (reminder_days) AND 60 >= ALL (reminder_days));

      -- One a day for each organisation, whatever the number of its cases.
      CREATE TABLE reminder_mails (
        municipality_id text NOT NULL,
        organization_id uuid NOT NULL,
        day date NOT NULL,
        case_ids uuid[] NOT NULL CHECK (cardinality(case_ids) > 0),
        PRIMARY KEY (municipality_id, organization_id, day),
        FOREIGN KEY (municipality_id, organization_id) REFERENCES organizations (municipality_id, id)
      );
      CALL protect_tenant_table('reminder_mails');
      CALL make_append_only('reminder_mails');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
