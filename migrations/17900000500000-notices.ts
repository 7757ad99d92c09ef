import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 通知書: the yearly series of each section, and the letters, which are register 台帳, inbox and dispatch list in one. */
export class Notices1790000050000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE letter_series (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        section_id uuid NOT NULL,
        fiscal_year integer NOT NULL CHECK (fiscal_year BETWEEN 2019 AND 2200),
        last_number integer NOT NULL CHECK (last_number > 0),
        PRIMARY KEY (municipality_id, section_id, fiscal_year),
        FOREIGN KEY (municipality_id, section_id) REFERENCES sections (municipality_id, id)
      );
      CALL protect_tenant_table('letter_series');

      CREATE TABLE letters (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        kind text NOT NULL,
        title text NOT NULL,
        section_id uuid NOT NULL,
        fiscal_year integer NOT NULL,
        serial integer CHECK (serial > 0),
        branch integer CHECK (branch > 1),
        number text CHECK (number <> ''),
        content jsonb NOT NULL,
        subject_kind text NOT NULL,
        subject_id text NOT NULL,
        organization_id uuid,
        issued_on date NOT NULL,
        issued_at timestamptz NOT NULL,
        issued_by text NOT NULL,
        batch_id uuid,
        delivery text NOT NULL CHECK (delivery IN ('electronic', 'paper')),
        state text NOT NULL CHECK (state IN ('issued', 'drawn', 'failed', 'void')),
        drawn_at timestamptz,
        sha256 text,
        size integer,
        failure text,
        opened_at timestamptz,
        opened_by text,
        dispatched_on date,
        dispatched_how text CHECK (dispatched_how IN ('post', 'messenger', 'counter')),
        dispatched_by text,
        voided_at timestamptz,
        voided_by text,
        void_reason text CHECK (void_reason <> ''),
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, section_id) REFERENCES sections (municipality_id, id),
        FOREIGN KEY (municipality_id, sha256) REFERENCES files (municipality_id, sha256),
        CONSTRAINT letters_number UNIQUE (municipality_id, number),
        CHECK (serial IS NULL OR number IS NOT NULL),
        CHECK (branch IS NULL OR serial IS NOT NULL),
        CHECK ((state = 'drawn') <= (sha256 IS NOT NULL AND drawn_at IS NOT NULL)),
        CHECK ((state = 'failed') <= (failure IS NOT NULL)),
        CHECK ((state = 'void') = (voided_at IS NOT NULL AND void_reason IS NOT NULL)),
        CHECK ((dispatched_on IS NULL) = (dispatched_how IS NULL))
      );
      CREATE UNIQUE INDEX letters_place ON letters (municipality_id, section_id, fiscal_year, serial, branch)
        NULLS NOT DISTINCT WHERE serial IS NOT NULL;
      CREATE INDEX letters_subject ON letters (municipality_id, subject_kind, subject_id);
      CREATE INDEX letters_inbox ON letters (municipality_id, organization_id, issued_at);
      CREATE INDEX letters_register ON letters (municipality_id, fiscal_year, section_id, serial);
      CREATE INDEX letters_batch ON letters (municipality_id, batch_id) WHERE batch_id IS NOT NULL;
      CALL protect_tenant_table('letters');

      -- An issued letter is what was sent: neither its words, number and date nor its bytes ever change.
      CREATE FUNCTION keep_issued_letter() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' THEN
          RAISE EXCEPTION 'an issued letter is never deleted: its number is made void' USING ERRCODE = 'restrict_violation';
        END IF;
        IF (NEW.number, NEW.serial, NEW.branch, NEW.content, NEW.title, NEW.issued_on, NEW.issued_at, NEW.organization_id)
           IS DISTINCT FROM
           (OLD.number, OLD.serial, OLD.branch, OLD.content, OLD.title, OLD.issued_on, OLD.issued_at, OLD.organization_id)
           OR (OLD.sha256 IS NOT NULL AND NEW.sha256 IS DISTINCT FROM OLD.sha256)
           OR (OLD.opened_at IS NOT NULL AND NEW.opened_at IS DISTINCT FROM OLD.opened_at)
        THEN
          RAISE EXCEPTION 'an issued letter never changes' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER keep_issued_letter BEFORE UPDATE OR DELETE ON letters
        FOR EACH ROW EXECUTE FUNCTION keep_issued_letter();
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
