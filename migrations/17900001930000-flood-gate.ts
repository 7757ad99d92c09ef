import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often each sender did what is open to everyone. Addresses are hashed with a secret that is thrown away daily. */
export class FloodGate1790000193000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE flood_days (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        day date NOT NULL,
        secret text NOT NULL CHECK (secret ~ '^[0-9a-f]{64}$'),
        PRIMARY KEY (municipality_id, day)
      );
      CALL protect_tenant_table('flood_days');

      CREATE TABLE flood_acts (
        municipality_id text NOT NULL,
        id bigint GENERATED ALWAYS AS IDENTITY,
        day date NOT NULL,
        kind text NOT NULL CHECK (kind <> ''),
        sender_hash text NOT NULL CHECK (sender_hash ~ '^[0-9a-f]{64}$'),
        at timestamptz NOT NULL,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, day) REFERENCES flood_days (municipality_id, day) ON DELETE CASCADE
      );
      CREATE INDEX flood_acts_of_sender ON flood_acts (municipality_id, day, kind, sender_hash, at);
      CALL protect_tenant_table('flood_acts');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
