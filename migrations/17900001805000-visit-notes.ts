import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 現地調査・聞き取りの記録: every version of a note stays, and so does every photograph that was ever with it. */
export class VisitNotes1790000180500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What a note speaks of belongs to a later stage: kind and id are opaque here.
      CREATE TABLE visit_notes (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        subject_kind text NOT NULL,
        subject_id uuid NOT NULL,
        organization_id uuid NOT NULL,
        version integer NOT NULL CHECK (version > 0),
        PRIMARY KEY (municipality_id, id)
      );
      CREATE INDEX visit_notes_subject ON visit_notes (municipality_id, subject_kind, subject_id);
      CALL protect_tenant_table('visit_notes');

      CREATE TABLE visit_note_versions (
        municipality_id text NOT NULL,
        note_id uuid NOT NULL,
        version integer NOT NULL CHECK (version > 0),
        request_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('site-visit', 'hearing')),
        held_on date NOT NULL,
        place text NOT NULL CHECK (place <> ''),
        people jsonb NOT NULL,
        found text NOT NULL CHECK (found <> ''),
        -- Why it was corrected; the first version needs none.
        reason text NOT NULL CHECK ((version = 1) = (reason = '')),
        written_at timestamptz NOT NULL,
        written_by text NOT NULL,
        PRIMARY KEY (municipality_id, note_id, version),
        UNIQUE (municipality_id, request_id),
        FOREIGN KEY (municipality_id, note_id) REFERENCES visit_notes (municipality_id, id)
      );
      CALL protect_tenant_table('visit_note_versions');
      CALL make_append_only('visit_note_versions');

      CREATE TABLE visit_photos (
        municipality_id text NOT NULL,
        note_id uuid NOT NULL,
        sha256 text NOT NULL,
        added_in integer NOT NULL,
        taken_off_in integer CHECK (taken_off_in > added_in),
        name text NOT NULL,
        media_type text NOT NULL,
        size integer NOT NULL,
        PRIMARY KEY (municipality_id, note_id, sha256, added_in),
        FOREIGN KEY (municipality_id, note_id) REFERENCES visit_notes (municipality_id, id),
        FOREIGN KEY (municipality_id, sha256) REFERENCES files (municipality_id, sha256)
      );
      CALL protect_tenant_table('visit_photos');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
