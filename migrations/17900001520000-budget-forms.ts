import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 収支予算書: the categories of a programme say how each is treated; those of earlier editions are all eligible. */
export class BudgetForms1790000152000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A published edition keeps its meaning and only changes its shape: the freeze and the owner's own policy step aside.
      ALTER TABLE program_versions NO FORCE ROW LEVEL SECURITY;
      ALTER TABLE program_versions DISABLE TRIGGER frozen_once_published;

      UPDATE program_versions SET document = (document - 'budgetCategories') || jsonb_build_object('budget', jsonb_build_object(
        'grantLabel', document #> '{budgetCategories,grantLabel}',
        'income', coalesce((
          SELECT jsonb_agg(line.value || '{"deducted": false}' ORDER BY line.position)
          FROM jsonb_array_elements(document #> '{budgetCategories,income}') WITH ORDINALITY AS line (value, position)
        ), '[]'),
        'expenditure', coalesce((
          SELECT jsonb_agg(line.value || '{"treatment": "eligible", "note": "", "article": "", "limits": []}' ORDER BY line.position)
          FROM jsonb_array_elements(document #> '{budgetCategories,expenditure}') WITH ORDINALITY AS line (value, position)
        ), '[]'),
        'basis', false,
        'taxCredit', false
      ))
      WHERE document ? 'budgetCategories';

      ALTER TABLE program_versions ENABLE TRIGGER frozen_once_published;
      ALTER TABLE program_versions FORCE ROW LEVEL SECURITY;
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
