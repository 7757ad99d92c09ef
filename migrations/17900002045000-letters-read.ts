import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A letter that wants no answer is closed by having been read; only whoever asked for one is told why there is none. */
export class LettersRead1790000204500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const [rule] = (await runner.query(
      `SELECT conname AS name FROM pg_constraint
        WHERE conrelid = 'mayor_letters'::regclass AND contype = 'c' AND pg_get_constraintdef(oid) LIKE '%closing_reason%'`,
    )) as { name: string }[];
    if (!rule) throw new Error('mayor_letters has no rule of closing_reason');
    await runner.query(`
      ALTER TABLE mayor_letters
        DROP CONSTRAINT "${rule.name}",
        ADD CONSTRAINT mayor_letters_closing_reason
          CHECK (state <> 'no-answer' OR closing_reason <> '' OR NOT wants_answer);
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
