import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 過誤納金 and its 還付, 減免 of charges, and demands that do not follow from an amount: 過誤払, 財産処分に伴う納付. */
export class MoreRefunds1790000196100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE repayment_demands
        ADD COLUMN note text NOT NULL DEFAULT '',
        DROP CONSTRAINT repayment_demands_cause_check,
        ADD CONSTRAINT repayment_demands_cause_check
          CHECK (cause IN ('settlement', 'amendment', 'revocation', 'overpayment', 'disposal'));
      ALTER TABLE repayment_demands ALTER COLUMN note DROP DEFAULT;

      ALTER TABLE repayment_acts
        DROP CONSTRAINT repayment_acts_kind_check,
        ADD CONSTRAINT repayment_acts_kind_check
          CHECK (kind IN ('dunning', 'plan', 'charge-relief', 'remission', 'waiver', 'write-off'));

      -- 過誤納金 is revenue as the charges are, never 戻入.
      ALTER TABLE repayment_entries
        DROP CONSTRAINT repayment_entries_part_check,
        ADD CONSTRAINT repayment_entries_part_check CHECK (part IN ('principal', 'addition', 'late-charge', 'excess'));

      CREATE TABLE repayment_paybacks (
        municipality_id text NOT NULL,
        receipt_id uuid NOT NULL,
        amount bigint NOT NULL CHECK (amount > 0),
        paid_on date NOT NULL,
        paid_to text NOT NULL CHECK (paid_to <> ''),
        document_number text NOT NULL,
        recorded_at timestamptz NOT NULL,
        recorded_by text NOT NULL,
        PRIMARY KEY (municipality_id, receipt_id),
        FOREIGN KEY (municipality_id, receipt_id) REFERENCES repayment_receipts (municipality_id, id)
      );
      CALL protect_tenant_table('repayment_paybacks');
      CALL make_append_only('repayment_paybacks');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
