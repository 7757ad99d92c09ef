import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A transfer that comes back after the closing: paid for the books of its year, not received by anybody, revenue of the new year. */
export class LateFailures1790000203500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE payment_orders
        DROP CONSTRAINT payment_orders_state_check,
        ADD CONSTRAINT payment_orders_state_check CHECK (state IN
          ('drafted', 'withdrawn', 'ordered', 'checked', 'accepted', 'instructed', 'paid', 'failed', 'came-back', 'returned')),
        DROP CONSTRAINT payment_orders_paid_on_a_day,
        ADD CONSTRAINT payment_orders_paid_on_a_day CHECK ((state IN ('paid', 'came-back')) = (paid_on IS NOT NULL));
      ALTER TABLE transfer_failures ADD COLUMN revenue_year integer CHECK (revenue_year IS NULL OR state = 'concluded');

      ALTER TABLE payment_orders NO FORCE ROW LEVEL SECURITY;
      ALTER TABLE transfer_failures NO FORCE ROW LEVEL SECURITY;
      UPDATE payment_orders o SET state = 'came-back'
        FROM transfer_failures f
       WHERE (f.municipality_id, f.order_id) = (o.municipality_id, o.id) AND f.state = 'after-closing' AND o.state = 'paid';
      ALTER TABLE payment_orders FORCE ROW LEVEL SECURITY;
      ALTER TABLE transfer_failures FORCE ROW LEVEL SECURITY;
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
