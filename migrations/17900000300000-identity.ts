import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts, sessions, printed codes and the memory of failed sign-ins. */
export class Identity1790000030000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE accounts (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        party_kind text NOT NULL CHECK (party_kind IN ('staff', 'officer')),
        party_id uuid NOT NULL,
        sign_in_name text NOT NULL CHECK (sign_in_name = lower(sign_in_name)),
        display_name text NOT NULL,
        password_hash text NOT NULL CHECK (password_hash LIKE '$argon2id$%'),
        state text NOT NULL CHECK (state IN ('active', 'disabled')),
        created_at timestamptz NOT NULL,
        password_changed_at timestamptz NOT NULL,
        PRIMARY KEY (municipality_id, id),
        CONSTRAINT accounts_sign_in_name UNIQUE (municipality_id, sign_in_name),
        CONSTRAINT accounts_party UNIQUE (municipality_id, party_kind, party_id)
      );
      CALL protect_tenant_table('accounts');

      CREATE TABLE sessions (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        account_id uuid NOT NULL,
        token_hash text NOT NULL CHECK (token_hash ~ '^[0-9a-f]{64}$'),
        device text NOT NULL,
        created_at timestamptz NOT NULL,
        last_seen_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        ended_at timestamptz,
        PRIMARY KEY (municipality_id, id),
        UNIQUE (municipality_id, token_hash),
        FOREIGN KEY (municipality_id, account_id) REFERENCES accounts (municipality_id, id),
        CHECK (expires_at > created_at)
      );
      CREATE INDEX sessions_open ON sessions (municipality_id, account_id) WHERE ended_at IS NULL;
      CALL protect_tenant_table('sessions');

      CREATE TABLE invitations (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        purpose text NOT NULL CHECK (purpose IN ('invitation', 'reset')),
        party_kind text NOT NULL CHECK (party_kind IN ('staff', 'officer')),
        party_id uuid NOT NULL,
        party_name text NOT NULL,
        code_hash text NOT NULL CHECK (code_hash ~ '^[0-9a-f]{64}$'),
        expires_on date NOT NULL,
        issued_at timestamptz NOT NULL,
        used_at timestamptz,
        void_at timestamptz,
        PRIMARY KEY (municipality_id, id),
        UNIQUE (municipality_id, code_hash)
      );
      -- One working code a person: a newer one replaces it.
      CREATE UNIQUE INDEX invitations_open ON invitations (municipality_id, party_kind, party_id)
        WHERE used_at IS NULL AND void_at IS NULL;
      CALL protect_tenant_table('invitations');

      CREATE TABLE sign_in_attempts (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        key text NOT NULL CHECK (key ~ '^[0-9a-f]{64}$'),
        count integer NOT NULL CHECK (count > 0),
        next_at timestamptz NOT NULL,
        last_at timestamptz NOT NULL,
        PRIMARY KEY (municipality_id, key)
      );
      CALL protect_tenant_table('sign_in_attempts');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
