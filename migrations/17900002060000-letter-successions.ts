import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['letter_successions', 'letters', 'determinations', 'grant_changes'] as const;

/** A later letter may also settle an amount or forgive it; 額の確定通知書 that are out already settle their decisions. */
export class LetterSuccessions1790000206000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE letter_successions DROP CONSTRAINT letter_successions_effect_check;
      ALTER TABLE letter_successions ADD CONSTRAINT letter_successions_effect_check
        CHECK (effect IN ('changed', 'determined', 'released', 'revoked'));

      ${TABLES.map((table) => `ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY;`).join('\n')}
      INSERT INTO letter_successions (municipality_id, letter_id, by_letter_id, effect)
      SELECT d.municipality_id, earlier.id, d.letter_id, 'determined'
        FROM determinations d
        JOIN letters earlier ON earlier.municipality_id = d.municipality_id AND earlier.id <> d.letter_id
         AND earlier.number IS NOT NULL AND earlier.state <> 'void'
         AND (earlier.subject_id = d.grant_id::text OR earlier.subject_id IN (
           SELECT c.id::text FROM grant_changes c WHERE c.municipality_id = d.municipality_id AND c.grant_id = d.grant_id))
       WHERE d.letter_id IS NOT NULL
      ON CONFLICT DO NOTHING;
      ${TABLES.map((table) => `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;`).join('\n')}
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
