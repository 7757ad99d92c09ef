import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 委任状: for one claim somebody else receives the money, by a power of attorney that staff have checked. */
export class ClaimDelegations1790000186300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE claim_delegations (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        claim_id uuid NOT NULL,
        organization_id uuid NOT NULL,
        delegate_name text NOT NULL CHECK (delegate_name <> ''),
        reason text NOT NULL CHECK (reason <> ''),
        account jsonb NOT NULL,
        file_sha256 text NOT NULL,
        file_name text NOT NULL,
        file_media_type text NOT NULL,
        state text NOT NULL CHECK (state IN ('proposed', 'confirmed', 'refused', 'withdrawn')),
        transfer_kana text,
        proposed_by text NOT NULL,
        proposed_at timestamptz NOT NULL,
        confirmed_by text,
        confirmed_at timestamptz,
        refusal text,
        version integer NOT NULL DEFAULT 1,
        -- In which order they were proposed, also within one moment.
        place bigint GENERATED ALWAYS AS IDENTITY,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, claim_id) REFERENCES claims (municipality_id, id),
        FOREIGN KEY (municipality_id, file_sha256) REFERENCES files (municipality_id, sha256),
        CONSTRAINT claim_delegations_confirmed_in_full CHECK (
          state <> 'confirmed' OR num_nulls(transfer_kana, confirmed_by, confirmed_at) = 0),
        CONSTRAINT claim_delegations_refused_for_a_reason CHECK ((state = 'refused') = (refusal IS NOT NULL))
      );
      CREATE UNIQUE INDEX claim_delegations_one_live ON claim_delegations (municipality_id, claim_id)
        WHERE state IN ('proposed', 'confirmed');
      CALL protect_tenant_table('claim_delegations');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
