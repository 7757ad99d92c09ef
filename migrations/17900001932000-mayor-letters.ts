import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 町長への手紙: what residents write to the head of the town, who sees to it, and the answer. */
export class MayorLetters1790000193200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mayor_letters (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        fiscal_year integer NOT NULL CHECK (fiscal_year BETWEEN 2019 AND 2200),
        number integer NOT NULL CHECK (number > 0),
        topic text NOT NULL CHECK (topic <> ''),
        subject text NOT NULL CHECK (subject <> ''),
        body text NOT NULL CHECK (body <> ''),
        wants_answer boolean NOT NULL,
        may_publish boolean NOT NULL,
        -- personal data, null once its time is over
        name text,
        mail text,
        address text,
        source text NOT NULL CHECK (source IN ('online', 'paper')),
        received_on date NOT NULL,
        sent_at timestamptz NOT NULL,
        entered_by text,
        due_on date NOT NULL CHECK (due_on >= received_on),
        -- of the code with which its sender comes back; the same form sent twice has the same code
        code_hash text NOT NULL CHECK (code_hash ~ '^[0-9a-f]{64}$'),
        state text NOT NULL CHECK (state IN ('unread', 'considering', 'deciding', 'answered', 'no-answer')),
        version integer NOT NULL CHECK (version > 0),
        section_id uuid,
        staff_id uuid,
        answer text NOT NULL,
        closing_reason text NOT NULL,
        publishes boolean NOT NULL,
        public_subject text NOT NULL,
        public_body text NOT NULL,
        public_answer text NOT NULL,
        closed_on date,
        taken_down_on date,
        delivered_by text CHECK (delivered_by IN ('mail', 'post', 'code')),
        delivered_on date,
        erased_on date,
        PRIMARY KEY (municipality_id, id),
        UNIQUE (municipality_id, fiscal_year, number),
        UNIQUE (municipality_id, code_hash),
        FOREIGN KEY (municipality_id, section_id) REFERENCES sections (municipality_id, id),
        FOREIGN KEY (municipality_id, staff_id) REFERENCES staff_members (municipality_id, id),
        CHECK ((source = 'online') = (entered_by IS NULL)),
        CHECK ((closed_on IS NOT NULL) = (state IN ('answered', 'no-answer'))),
        CHECK (state <> 'no-answer' OR closing_reason <> ''),
        CHECK (state <> 'answered' OR answer <> ''),
        CHECK (may_publish OR NOT publishes),
        CHECK (NOT publishes OR (public_subject <> '' AND public_body <> '' AND public_answer <> '')),
        CHECK ((delivered_on IS NOT NULL) = (delivered_by IS NOT NULL)),
        CHECK (delivered_on IS NULL OR state = 'answered'),
        CHECK (erased_on IS NULL OR (name IS NULL AND mail IS NULL AND address IS NULL))
      );
      CREATE INDEX mayor_letters_open ON mayor_letters (municipality_id, due_on)
        WHERE state IN ('unread', 'considering', 'deciding');
      CREATE INDEX mayor_letters_public ON mayor_letters (municipality_id, closed_on) WHERE publishes;
      CALL protect_tenant_table('mayor_letters');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
