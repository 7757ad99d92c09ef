import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 加算金 and 延滞金 have a 納期限 of their own: that of the 納入通知書 by which they are asked for once the money itself is back. */
export class ChargeNotices1790000205500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE repayment_demands
        ADD COLUMN charges_due_on date,
        ADD COLUMN charges_letter_id uuid,
        ADD CONSTRAINT repayment_demands_charges_notice CHECK ((charges_due_on IS NULL) = (charges_letter_id IS NULL));
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
