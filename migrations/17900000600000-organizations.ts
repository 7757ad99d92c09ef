import type { MigrationInterface, QueryRunner } from 'typeorm';

/** まちづくり組織: districts, organisations with wards and officers, their examination, and their bank accounts. */
export class Organizations1790000060000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE districts (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        name text NOT NULL CHECK (name <> ''),
        position integer NOT NULL,
        PRIMARY KEY (municipality_id, id),
        CONSTRAINT districts_name UNIQUE (municipality_id, name)
      );
      CALL protect_tenant_table('districts');

      -- version counts every change of the registration (wards, officers and accounts too);
      -- the others count the part that one form edits, so that two officers at different parts do not collide.
      CREATE TABLE organizations (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        name text NOT NULL CHECK (name <> ''),
        kana text NOT NULL,
        district_id uuid NOT NULL,
        state text NOT NULL CHECK (state IN ('draft', 'submitted', 'returned', 'registered')),
        postal_code text NOT NULL,
        address text NOT NULL,
        phone text NOT NULL,
        mail text,
        consents_to_electronic_delivery boolean NOT NULL,
        details_complete boolean NOT NULL,
        bylaws_sha256 text,
        bylaws_name text,
        bylaws_media_type text,
        round integer NOT NULL CHECK (round >= 1),
        version integer NOT NULL,
        details_version integer NOT NULL,
        wards_version integer NOT NULL,
        bylaws_version integer NOT NULL,
        opened_at timestamptz NOT NULL,
        submitted_at timestamptz,
        registered_on date,
        PRIMARY KEY (municipality_id, id),
        CONSTRAINT organizations_name UNIQUE (municipality_id, name),
        FOREIGN KEY (municipality_id, district_id) REFERENCES districts (municipality_id, id),
        FOREIGN KEY (municipality_id, bylaws_sha256) REFERENCES files (municipality_id, sha256),
        CHECK ((bylaws_sha256 IS NULL) = (bylaws_name IS NULL) AND (bylaws_sha256 IS NULL) = (bylaws_media_type IS NULL)),
        CHECK ((state = 'registered') = (registered_on IS NOT NULL)),
        CHECK (state = 'draft' OR details_complete)
      );
      CALL protect_tenant_table('organizations');

      CREATE TABLE organization_wards (
        municipality_id text NOT NULL,
        organization_id uuid NOT NULL,
        position integer NOT NULL,
        name text NOT NULL CHECK (name <> ''),
        PRIMARY KEY (municipality_id, organization_id, position),
        CONSTRAINT organization_wards_name UNIQUE (municipality_id, organization_id, name),
        FOREIGN KEY (municipality_id, organization_id) REFERENCES organizations (municipality_id, id)
      );
      CALL protect_tenant_table('organization_wards');

      -- Officers are never deleted: accounts and records name them. removed_at takes one off the list.
      CREATE TABLE organization_officers (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        role text NOT NULL CHECK (role <> ''),
        name text NOT NULL CHECK (name <> ''),
        phone text,
        term_from date,
        term_until date,
        is_representative boolean NOT NULL,
        position integer NOT NULL,
        version integer NOT NULL,
        removed_at timestamptz,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, organization_id) REFERENCES organizations (municipality_id, id),
        CHECK (term_until >= term_from)
      );
      CREATE UNIQUE INDEX organization_officers_one_representative
        ON organization_officers (municipality_id, organization_id) WHERE is_representative AND removed_at IS NULL;
      CALL protect_tenant_table('organization_officers');

      CREATE TABLE organization_remarks (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        round integer NOT NULL,
        field text NOT NULL,
        text text NOT NULL CHECK (text <> ''),
        made_by text NOT NULL,
        made_at timestamptz NOT NULL,
        answer text,
        answered_by text,
        answered_at timestamptz,
        PRIMARY KEY (municipality_id, id),
        CONSTRAINT organization_remarks_field UNIQUE (municipality_id, organization_id, round, field),
        FOREIGN KEY (municipality_id, organization_id) REFERENCES organizations (municipality_id, id)
      );
      CALL protect_tenant_table('organization_remarks');

      CREATE TABLE organization_examinations (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        round integer NOT NULL,
        outcome text NOT NULL CHECK (outcome IN ('returned', 'registered')),
        checked jsonb NOT NULL,
        examined_by_staff_id text NOT NULL,
        examined_by text NOT NULL,
        examined_at timestamptz NOT NULL,
        PRIMARY KEY (municipality_id, id),
        CONSTRAINT organization_examinations_once UNIQUE (municipality_id, organization_id, round),
        FOREIGN KEY (municipality_id, organization_id) REFERENCES organizations (municipality_id, id)
      );
      CALL protect_tenant_table('organization_examinations');
      CALL make_append_only('organization_examinations');
    `);
    await runner.query(`
      -- Accounts are never deleted and, once money may have gone there, never rewritten: a change is a new row.
      CREATE TABLE bank_accounts (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        state text NOT NULL CHECK (state IN ('draft', 'current', 'proposed', 'former', 'refused')),
        bank_code text NOT NULL CHECK (bank_code ~ '^[0-9]{4}$'),
        bank_name text NOT NULL,
        bank_kana text NOT NULL CHECK (char_length(bank_kana) <= 15),
        branch_code text NOT NULL CHECK (branch_code ~ '^[0-9]{3}$'),
        branch_name text NOT NULL,
        branch_kana text NOT NULL CHECK (char_length(branch_kana) <= 15),
        account_kind text NOT NULL CHECK (account_kind IN ('1', '2', '4')),
        account_number text NOT NULL CHECK (account_number ~ '^[0-9]{7}$'),
        yucho_symbol text CHECK (yucho_symbol ~ '^[01][0-9]{3}0$'),
        yucho_number text CHECK (yucho_number ~ '^[0-9]{1,8}$'),
        holder_kana text NOT NULL CHECK (holder_kana <> ''),
        passbook_sha256 text,
        passbook_name text,
        passbook_media_type text,
        transfer_kana text CHECK (char_length(transfer_kana) BETWEEN 1 AND 30),
        transfer_kana_confirmed_by text,
        transfer_kana_confirmed_at timestamptz,
        version integer NOT NULL,
        entered_at timestamptz NOT NULL,
        valid_from date,
        valid_until date,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, organization_id) REFERENCES organizations (municipality_id, id),
        FOREIGN KEY (municipality_id, passbook_sha256) REFERENCES files (municipality_id, sha256),
        CHECK ((yucho_symbol IS NULL) = (yucho_number IS NULL)),
        CHECK (yucho_symbol IS NULL OR bank_code = '9900'),
        CHECK ((passbook_sha256 IS NULL) = (passbook_name IS NULL)
          AND (passbook_sha256 IS NULL) = (passbook_media_type IS NULL)),
        CHECK ((transfer_kana IS NULL) = (transfer_kana_confirmed_at IS NULL)),
        CHECK (state <> 'current' OR (transfer_kana IS NOT NULL AND passbook_sha256 IS NOT NULL)),
        CHECK ((valid_from IS NOT NULL) = (state IN ('current', 'former')))
      );
      CREATE UNIQUE INDEX bank_accounts_one_in_use
        ON bank_accounts (municipality_id, organization_id) WHERE state IN ('draft', 'current');
      CREATE UNIQUE INDEX bank_accounts_one_proposed
        ON bank_accounts (municipality_id, organization_id) WHERE state = 'proposed';
      CALL protect_tenant_table('bank_accounts');

      CREATE TABLE bank_account_changes (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        state text NOT NULL CHECK (state IN ('open', 'confirmed', 'refused', 'withdrawn')),
        replaced_account_id uuid NOT NULL,
        proposed_account_id uuid NOT NULL,
        reason text NOT NULL CHECK (reason <> ''),
        requested_by_kind text NOT NULL CHECK (requested_by_kind IN ('officer', 'staff')),
        requested_by_id text NOT NULL,
        requested_by text NOT NULL,
        requested_at timestamptz NOT NULL,
        closed_by text,
        closed_at timestamptz,
        closed_reason text,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, organization_id) REFERENCES organizations (municipality_id, id),
        FOREIGN KEY (municipality_id, replaced_account_id) REFERENCES bank_accounts (municipality_id, id),
        FOREIGN KEY (municipality_id, proposed_account_id) REFERENCES bank_accounts (municipality_id, id),
        CHECK ((state = 'open') = (closed_at IS NULL))
      );
      CREATE UNIQUE INDEX bank_account_changes_one_open
        ON bank_account_changes (municipality_id, organization_id) WHERE state = 'open';
      CALL protect_tenant_table('bank_account_changes');

      -- Two rows, two people: the key keeps one person from confirming twice.
      CREATE TABLE bank_account_confirmations (
        municipality_id text NOT NULL,
        change_id uuid NOT NULL,
        staff_id text NOT NULL,
        -- The first or the second of the two people that a change needs.
        place smallint NOT NULL CHECK (place IN (1, 2)),
        staff_name text NOT NULL,
        transfer_kana text NOT NULL,
        confirmed_at timestamptz NOT NULL,
        PRIMARY KEY (municipality_id, change_id, staff_id),
        CONSTRAINT bank_account_confirmations_place UNIQUE (municipality_id, change_id, place),
        FOREIGN KEY (municipality_id, change_id) REFERENCES bank_account_changes (municipality_id, id)
      );
      CALL protect_tenant_table('bank_account_confirmations');
      CALL make_append_only('bank_account_confirmations');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
