import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is written to be published stands on its own state; what was public once is never deleted. */
const PUBLICATION = `
        request_id uuid NOT NULL,
        state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'published', 'taken-down')),
        version integer NOT NULL DEFAULT 1 CHECK (version > 0),
        written_at timestamptz NOT NULL,
        written_by text NOT NULL,
        first_published_at timestamptz CHECK ((state = 'draft') = (first_published_at IS NULL)),
        taken_down_reason text NOT NULL DEFAULT '' CHECK ((state = 'taken-down') = (taken_down_reason <> '')),
        PRIMARY KEY (municipality_id, id),
        UNIQUE (municipality_id, request_id)`;

/** お知らせ and 取り組みの記録: series of meetings with their photographs and files. */
export class PublicRecords1790000192100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE bulletins (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        title text NOT NULL CHECK (title <> ''),
        day date NOT NULL,
        body text NOT NULL CHECK (body <> ''),
        shown_from date NOT NULL,
        shown_until date CHECK (shown_until >= shown_from),
        ${PUBLICATION}
      );
      CREATE INDEX bulletins_by_day ON bulletins (municipality_id, day DESC);
      CALL protect_tenant_table('bulletins');

      CREATE TABLE record_series (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        -- In the address of its page.
        number integer NOT NULL CHECK (number > 0),
        position integer NOT NULL,
        title text NOT NULL CHECK (title <> ''),
        lead text NOT NULL,
        ${PUBLICATION},
        UNIQUE (municipality_id, number)
      );
      CALL protect_tenant_table('record_series');

      CREATE TABLE record_meetings (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        series_id uuid NOT NULL,
        number integer NOT NULL CHECK (number > 0),
        held_on date NOT NULL,
        title text NOT NULL,
        body text NOT NULL CHECK (body <> ''),
        ${PUBLICATION},
        UNIQUE (municipality_id, series_id, number),
        FOREIGN KEY (municipality_id, series_id) REFERENCES record_series (municipality_id, id)
      );
      CALL protect_tenant_table('record_meetings');

      CREATE TABLE record_photos (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        meeting_id uuid NOT NULL,
        position integer NOT NULL,
        description text NOT NULL CHECK (description <> ''),
        -- Both made by us, without what the camera wrote beside the picture.
        sha256 text NOT NULL,
        width integer NOT NULL,
        height integer NOT NULL,
        small_sha256 text NOT NULL,
        added_at timestamptz NOT NULL,
        added_by text NOT NULL,
        removed_at timestamptz,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, meeting_id) REFERENCES record_meetings (municipality_id, id) ON DELETE CASCADE,
        FOREIGN KEY (municipality_id, sha256) REFERENCES files (municipality_id, sha256),
        FOREIGN KEY (municipality_id, small_sha256) REFERENCES files (municipality_id, sha256)
      );
      CREATE INDEX record_photos_of_meeting ON record_photos (municipality_id, meeting_id);
      CALL protect_tenant_table('record_photos');

      CREATE TABLE record_files (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        meeting_id uuid NOT NULL,
        position integer NOT NULL,
        title text NOT NULL CHECK (title <> ''),
        name text NOT NULL,
        media_type text NOT NULL,
        size integer NOT NULL,
        sha256 text NOT NULL,
        added_at timestamptz NOT NULL,
        added_by text NOT NULL,
        removed_at timestamptz,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, meeting_id) REFERENCES record_meetings (municipality_id, id) ON DELETE CASCADE,
        FOREIGN KEY (municipality_id, sha256) REFERENCES files (municipality_id, sha256)
      );
      CREATE INDEX record_files_of_meeting ON record_files (municipality_id, meeting_id);
      CALL protect_tenant_table('record_files');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
