import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The ids of the programmes that a published budget line pays for; filled as the public record is built. */
export class BudgetPrograms1790000206100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE public_budget_lines ADD COLUMN program_ids text[] NOT NULL DEFAULT '{}'`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
