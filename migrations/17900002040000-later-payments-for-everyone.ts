import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What of a public grant a later year's budget paid; `paid_amount` holds it too. The record is built anew by the worker. */
export class LaterPaymentsForEveryone1790000204000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE public_grants ADD COLUMN paid_later bigint NOT NULL DEFAULT 0 CHECK (paid_later >= 0);
      ALTER TABLE public_grants ALTER COLUMN paid_later DROP DEFAULT;
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
