import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A payment of a later year passes two desks: the section asks for it, and the treasury says when and by which slip it was made. */
export class LaterPaymentOrders1790000203600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE later_payment_orders (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        grant_id uuid NOT NULL,
        amount bigint NOT NULL CHECK (amount > 0),
        ground text NOT NULL CHECK (ground IN ('past-year', 'carried-by-council', 'carried-by-accident')),
        basis text NOT NULL CHECK (basis <> ''),
        state text NOT NULL CHECK (state IN ('ordered', 'paid', 'returned', 'withdrawn')),
        ordered_by text NOT NULL,
        ordered_by_name text NOT NULL,
        ordered_at timestamptz NOT NULL,
        answered_by text,
        answered_by_name text,
        answered_at timestamptz,
        answer text NOT NULL DEFAULT '',
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, grant_id) REFERENCES grants (municipality_id, id),
        CHECK ((state = 'ordered') = (answered_at IS NULL)),
        -- Never one person's.
        CHECK (state <> 'paid' OR answered_by <> ordered_by)
      );
      CREATE INDEX later_payment_orders_grant ON later_payment_orders (municipality_id, grant_id);
      CALL protect_tenant_table('later_payment_orders');
      ALTER TABLE past_year_payments
        ADD COLUMN order_id uuid,
        ADD FOREIGN KEY (municipality_id, order_id) REFERENCES later_payment_orders (municipality_id, id);
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
