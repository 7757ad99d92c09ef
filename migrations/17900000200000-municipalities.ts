import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 自治体: the list of towns is public; each town's sections are its own. */
export class Municipalities1790000020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE municipalities (
        id text PRIMARY KEY CHECK (id ~ '^[0-9]{6}$'),
        slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z][a-z0-9-]{1,30}$'),
        name text NOT NULL,
        kana text NOT NULL,
        prefecture text NOT NULL,
        hall_name text NOT NULL,
        postal_code text NOT NULL,
        address text NOT NULL,
        head_title text NOT NULL,
        head_name text NOT NULL,
        head_vacant_acting text,
        treasurer_title text NOT NULL,
        treasurer_name text NOT NULL,
        payment_mode text NOT NULL CHECK (payment_mode IN ('accounting-file', 'bank-file')),
        bank jsonb,
        electronic_delivery_basis text,
        CHECK ((payment_mode = 'bank-file') = (bank IS NOT NULL))
      );
    `);
    // Every door must find the town of an address before it can name a tenant, so everyone may read the list;
    // a row is written only from within its own town.
    await runner.query(`
      ALTER TABLE municipalities ENABLE ROW LEVEL SECURITY;
      ALTER TABLE municipalities FORCE ROW LEVEL SECURITY;
      CREATE POLICY everyone_reads ON municipalities FOR SELECT USING (true);
      CREATE POLICY own_town_inserts ON municipalities FOR INSERT
        WITH CHECK (id = nullif(current_setting('app.municipality', true), ''));
      CREATE POLICY own_town_updates ON municipalities FOR UPDATE
        USING (id = nullif(current_setting('app.municipality', true), ''));
    `);
    await runner.query(`
      CREATE TABLE sections (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        name text NOT NULL,
        code text NOT NULL,
        unit text NOT NULL,
        phone text NOT NULL,
        fax text NOT NULL,
        mail text,
        address text NOT NULL,
        role text CHECK (role IN ('promotion', 'treasury')),
        PRIMARY KEY (municipality_id, id),
        UNIQUE (municipality_id, code),
        UNIQUE (municipality_id, role)
      );
      CALL protect_tenant_table('sections');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
