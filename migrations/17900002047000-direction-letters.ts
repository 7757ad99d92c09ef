import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 検証結果通知書: the decided direction of a project goes out as a numbered letter. */
export class DirectionLetters1790000204700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE verifications
        ADD COLUMN issued_on date,
        ADD COLUMN letter_id uuid,
        ADD COLUMN letter_number text,
        ADD FOREIGN KEY (municipality_id, letter_id) REFERENCES letters (municipality_id, id),
        ADD CONSTRAINT verifications_letter CHECK (
          (letter_id IS NULL) = (letter_number IS NULL) AND (letter_id IS NULL) = (issued_on IS NULL)
          AND (letter_id IS NULL OR decided_on IS NOT NULL));
      CREATE UNIQUE INDEX verifications_of_letter ON verifications (municipality_id, letter_id) WHERE letter_id IS NOT NULL;
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
