import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 備品台帳, 財産処分承認申請, and what was decided about the town's own papers after their retention. */
export class Properties1790000188000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE property_items (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        grant_id uuid NOT NULL,
        organization_id uuid NOT NULL,
        organization_name text NOT NULL,
        program_name text NOT NULL,
        fiscal_year integer NOT NULL CHECK (fiscal_year BETWEEN 2019 AND 2200),
        -- the receipt of the report, or the form by which it was written
        source text NOT NULL,
        name text NOT NULL CHECK (name <> ''),
        quantity integer NOT NULL CHECK (quantity > 0),
        price bigint NOT NULL CHECK (price > 0),
        bought_on date NOT NULL,
        kept_at text NOT NULL,
        useful_years integer NOT NULL CHECK (useful_years > 0),
        restricted_until date NOT NULL CHECK (restricted_until >= bought_on),
        state text NOT NULL CHECK (state IN ('held', 'disposed', 'dismissed')),
        registered_at timestamptz NOT NULL,
        registered_by text NOT NULL,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, grant_id) REFERENCES grants (municipality_id, id),
        FOREIGN KEY (municipality_id, organization_id) REFERENCES organizations (municipality_id, id),
        CONSTRAINT property_items_once UNIQUE (municipality_id, grant_id, source)
      );
      CREATE INDEX property_items_organization ON property_items (municipality_id, organization_id);
      CALL protect_tenant_table('property_items');

      CREATE TABLE property_disposals (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        item_id uuid NOT NULL,
        grant_id uuid NOT NULL,
        organization_id uuid NOT NULL,
        organization_name text NOT NULL,
        program_name text NOT NULL,
        item_name text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('sale', 'transfer', 'loan', 'scrap')),
        planned_on date NOT NULL,
        proceeds bigint NOT NULL CHECK (proceeds >= 0),
        reason text NOT NULL CHECK (reason <> ''),
        state text NOT NULL CHECK (state IN ('sent', 'returned', 'withdrawn', 'proposed', 'decided', 'issued')),
        applied_on date NOT NULL,
        applied_by text NOT NULL,
        version integer NOT NULL CHECK (version > 0),
        note text NOT NULL,
        outcome text CHECK (outcome IN ('approved', 'refused')),
        terms text NOT NULL,
        pay_back bigint CHECK (pay_back BETWEEN 0 AND proceeds),
        working jsonb,
        decided_on date,
        issued_on date,
        letter_id uuid,
        letter_number text,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, item_id) REFERENCES property_items (municipality_id, id),
        FOREIGN KEY (municipality_id, grant_id) REFERENCES grants (municipality_id, id),
        CHECK ((outcome IS NOT NULL) = (state IN ('proposed', 'decided', 'issued'))),
        CHECK ((pay_back IS NOT NULL) = (outcome IS NOT NULL)),
        CHECK ((decided_on IS NOT NULL) = (state IN ('decided', 'issued'))),
        CHECK ((issued_on IS NOT NULL) = (state = 'issued') AND (letter_id IS NOT NULL) = (state = 'issued'))
      );
      CREATE UNIQUE INDEX property_disposals_one_at_a_time ON property_disposals (municipality_id, item_id)
        WHERE state IN ('sent', 'proposed', 'decided');
      CREATE INDEX property_disposals_letter ON property_disposals (municipality_id, letter_id) WHERE letter_id IS NOT NULL;
      CALL protect_tenant_table('property_disposals');

      -- 廃棄 of the town's papers of a grant: a record of the decision, by which nothing is deleted.
      CREATE TABLE record_disposals (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        grant_id uuid NOT NULL,
        retained_until date NOT NULL,
        decided_on date NOT NULL CHECK (decided_on > retained_until),
        draft_number text NOT NULL CHECK (draft_number <> ''),
        recorded_at timestamptz NOT NULL,
        recorded_by text NOT NULL,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, grant_id) REFERENCES grants (municipality_id, id),
        CONSTRAINT record_disposals_once UNIQUE (municipality_id, grant_id)
      );
      CALL protect_tenant_table('record_disposals');
      CALL make_append_only('record_disposals');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
