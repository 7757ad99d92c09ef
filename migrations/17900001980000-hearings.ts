import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 聞き取りの日 of proposals, and who keeps away from one; what panels and notes speak of need not be an organisation's. */
export class Hearings1790000198000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whoever proposes without an account belongs to no organisation.
      ALTER TABLE visit_notes ALTER COLUMN organization_id DROP NOT NULL;
      ALTER TABLE panel_cases ALTER COLUMN organization_id DROP NOT NULL;

      CREATE TABLE proposal_hearings (
        municipality_id text NOT NULL,
        proposal_id uuid NOT NULL,
        turn integer NOT NULL CHECK (turn > 0),
        request_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('planned', 'called-off')),
        held_on date NOT NULL,
        starts_at text,
        place text NOT NULL CHECK (place <> ''),
        people text NOT NULL,
        words text NOT NULL,
        -- Why it was moved or called off; the first day needs no reason.
        reason text NOT NULL,
        planned_at timestamptz NOT NULL,
        planned_by text NOT NULL,
        PRIMARY KEY (municipality_id, proposal_id, turn),
        UNIQUE (municipality_id, request_id),
        FOREIGN KEY (municipality_id, proposal_id) REFERENCES proposals (municipality_id, id)
      );
      CALL protect_tenant_table('proposal_hearings');
      CALL make_append_only('proposal_hearings');

      CREATE TABLE proposal_ties (
        municipality_id text NOT NULL,
        proposal_id uuid NOT NULL,
        staff_id uuid NOT NULL,
        reason text NOT NULL CHECK (reason <> ''),
        declared_at timestamptz NOT NULL,
        PRIMARY KEY (municipality_id, proposal_id, staff_id),
        FOREIGN KEY (municipality_id, proposal_id) REFERENCES proposals (municipality_id, id),
        FOREIGN KEY (municipality_id, staff_id) REFERENCES staff_members (municipality_id, id)
      );
      CALL protect_tenant_table('proposal_ties');
      CALL make_append_only('proposal_ties');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
