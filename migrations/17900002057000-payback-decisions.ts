import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 還付 of 過誤納金, and the taking back of its record, are decided by the 会計管理者 on a paper before another person writes them down. */
export class PaybackDecisions1790000205700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE repayment_payback_decisions (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        number bigint GENERATED ALWAYS AS IDENTITY,
        receipt_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('payback', 'cancelling')),
        amount bigint NOT NULL CHECK (amount > 0),
        document_number text NOT NULL CHECK (document_number <> ''),
        reason text NOT NULL CHECK (reason <> ''),
        decided_on date NOT NULL,
        decided_at timestamptz NOT NULL,
        decided_by text NOT NULL,
        decided_by_id text NOT NULL,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, receipt_id) REFERENCES repayment_receipts (municipality_id, id)
      );
      CREATE INDEX repayment_payback_decisions_receipt ON repayment_payback_decisions (municipality_id, receipt_id);
      CALL protect_tenant_table('repayment_payback_decisions');
      CALL make_append_only('repayment_payback_decisions');

      -- Each decision is carried out once; records from before have none.
      ALTER TABLE repayment_paybacks
        ADD COLUMN decision_id uuid,
        ADD CONSTRAINT repayment_paybacks_decided_once UNIQUE (municipality_id, decision_id),
        ADD FOREIGN KEY (municipality_id, decision_id) REFERENCES repayment_payback_decisions (municipality_id, id);
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
