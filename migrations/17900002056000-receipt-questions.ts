import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A line of a 領収済一覧 that nobody may take without asking: it stands as a question until a person answers it. */
export class ReceiptQuestions1790000205600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE receipt_questions (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        number bigint GENERATED ALWAYS AS IDENTITY,
        demand_id uuid NOT NULL,
        why text NOT NULL CHECK (why IN ('excess', 'same')),
        received_on date NOT NULL,
        amount bigint NOT NULL CHECK (amount > 0),
        slip_number text NOT NULL CHECK (slip_number <> ''),
        late_reason text NOT NULL,
        after_end text NOT NULL CHECK (after_end IN ('usual', 'revenue', 'excess')),
        asked_at timestamptz NOT NULL,
        asked_by text NOT NULL,
        answer text CHECK (answer IN ('taken', 'dismissed')),
        answer_reason text NOT NULL DEFAULT '',
        answered_at timestamptz,
        answered_by text,
        PRIMARY KEY (municipality_id, id),
        CHECK ((answer IS NULL) = (answered_at IS NULL) AND (answer IS NULL) = (answered_by IS NULL)),
        CHECK ((answer IS NOT DISTINCT FROM 'dismissed') = (answer_reason <> '')),
        FOREIGN KEY (municipality_id, demand_id) REFERENCES repayment_demands (municipality_id, id)
      );
      CREATE INDEX receipt_questions_demand ON receipt_questions (municipality_id, demand_id);
      CALL protect_tenant_table('receipt_questions');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
