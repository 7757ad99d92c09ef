import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where years of support are counted by project, an application is of a new project or goes on with an earlier one. */
export class ContinuedProjects1790000204600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE applications
        ADD COLUMN continuation text NOT NULL DEFAULT 'unsaid' CHECK (continuation IN ('unsaid', 'new', 'continued')),
        ADD COLUMN continues_id uuid,
        ADD FOREIGN KEY (municipality_id, continues_id) REFERENCES applications (municipality_id, id),
        ADD CONSTRAINT applications_continues CHECK ((continuation = 'continued') = (continues_id IS NOT NULL)),
        ADD CONSTRAINT applications_not_of_itself CHECK (continues_id IS DISTINCT FROM id);
      CREATE INDEX applications_continued ON applications (municipality_id, continues_id) WHERE continues_id IS NOT NULL;
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
