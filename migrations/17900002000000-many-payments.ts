import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Payments by the hundred thousand: their orders and claims are found by grant, case and organisation, their lines in order. */
export class ManyPayments1790000200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX payment_orders_grant ON payment_orders (municipality_id, grant_id);
      CREATE INDEX payment_orders_application ON payment_orders (municipality_id, application_id);
      CREATE INDEX payment_orders_organization ON payment_orders (municipality_id, organization_id);
      CREATE INDEX payment_orders_in_order ON payment_orders (municipality_id, state, fiscal_year, number);
      DROP INDEX payment_orders_state;
      CREATE INDEX payment_instructions_batch_lines ON payment_instructions (municipality_id, batch_id, line);
      DROP INDEX payment_instructions_batch;
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
