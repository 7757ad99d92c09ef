import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What every later table stands on: tenancy, append-only records, audit trail, outbox, files. */
export class Platform1790000010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A pooled connection answers '' after a local setting has ended, hence nullif.
      CREATE PROCEDURE protect_tenant_table(tenant_table regclass) LANGUAGE plpgsql AS $$
      BEGIN
        EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', tenant_table);
        EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', tenant_table);
        EXECUTE format(
          'CREATE POLICY one_town ON %s USING (municipality_id = nullif(current_setting(''app.municipality'', true), ''''))',
          tenant_table);
      END $$;

      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
      END $$;

      CREATE PROCEDURE make_append_only(log_table regclass) LANGUAGE plpgsql AS $$
      BEGIN
        EXECUTE format(
          'CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
          log_table);
      END $$;

      CREATE TABLE audit_entries (
        municipality_id text NOT NULL,
        id bigint GENERATED ALWAYS AS IDENTITY,
        at timestamptz NOT NULL,
        actor_kind text NOT NULL,
        actor_id text,
        actor_name text NOT NULL,
        action text NOT NULL,
        subject_kind text NOT NULL,
        subject_id text NOT NULL,
        organization_id text,
        detail jsonb NOT NULL,
        PRIMARY KEY (municipality_id, id)
      );
      CREATE INDEX audit_entries_subject ON audit_entries (municipality_id, subject_kind, subject_id);
      CALL protect_tenant_table('audit_entries');
      CALL make_append_only('audit_entries');

      -- Ids only, read across towns by the relay: no row-level security here.
      CREATE TABLE outbox_events (
        id uuid PRIMARY KEY,
        municipality_id text NOT NULL,
        type text NOT NULL,
        subject_id text NOT NULL,
        organization_id text,
        data jsonb NOT NULL,
        occurred_at timestamptz NOT NULL,
        position bigint GENERATED ALWAYS AS IDENTITY,
        dispatched_at timestamptz
      );
      CREATE INDEX outbox_events_waiting ON outbox_events (position) WHERE dispatched_at IS NULL;

      CREATE TABLE outbox_deliveries (
        event_id uuid NOT NULL REFERENCES outbox_events (id),
        handler text NOT NULL,
        municipality_id text NOT NULL,
        state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'done', 'failed')),
        round integer NOT NULL DEFAULT 0,
        attempts integer NOT NULL DEFAULT 0,
        enqueued_at timestamptz,
        finished_at timestamptz,
        last_error text,
        PRIMARY KEY (event_id, handler)
      );
      CREATE INDEX outbox_deliveries_pending ON outbox_deliveries (enqueued_at NULLS FIRST) WHERE state = 'pending';
      CREATE INDEX outbox_deliveries_failed ON outbox_deliveries (municipality_id) WHERE state = 'failed';

      CREATE TABLE files (
        municipality_id text NOT NULL,
        sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        size integer NOT NULL CHECK (size >= 0),
        media_type text NOT NULL,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (municipality_id, sha256)
      );
      CALL protect_tenant_table('files');

      CREATE TABLE file_chunks (
        municipality_id text NOT NULL,
        sha256 text NOT NULL,
        number integer NOT NULL,
        bytes bytea NOT NULL,
        PRIMARY KEY (municipality_id, sha256, number),
        FOREIGN KEY (municipality_id, sha256) REFERENCES files (municipality_id, sha256)
      );
      ALTER TABLE file_chunks ALTER COLUMN bytes SET STORAGE EXTERNAL;
      CALL protect_tenant_table('file_chunks');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
