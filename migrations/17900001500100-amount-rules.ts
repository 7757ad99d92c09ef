import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 交付額の算定: rules name what they count, and what is deducted, capped, rounded and shared out. */
export class AmountRules1790000150010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A published edition keeps its meaning and only changes its shape: the freeze and the owner's own policy step aside.
      ALTER TABLE program_versions NO FORCE ROW LEVEL SECURITY;
      ALTER TABLE program_versions DISABLE TRIGGER frozen_once_published;

      UPDATE program_versions SET document = jsonb_set(document, '{rule}', jsonb_build_object(
        'facts', '[{"id": "wards", "label": "行政区の数", "unitLabel": "行政区", "source": "wards"}]'::jsonb,
        'terms', coalesce((
          SELECT jsonb_agg('{"when": null, "cap": null, "timesPerYear": null}'::jsonb
                           || CASE WHEN line.value ->> 'kind' = 'per-unit' THEN '{"less": null}' ELSE '{}' END::jsonb
                           || line.value ORDER BY line.position)
          FROM jsonb_array_elements(document #> '{rule,terms}') WITH ORDINALITY AS line (value, position)
        ), '[]'),
        'deductions', '{"otherIncome": false, "taxCredit": false, "article": ""}'::jsonb,
        'caps', '[]'::jsonb,
        'rounding', null,
        'overSubscription', null
      ))
      WHERE NOT document #> '{rule}' ? 'facts';

      ALTER TABLE program_versions ENABLE TRIGGER frozen_once_published;
      ALTER TABLE program_versions FORCE ROW LEVEL SECURITY;
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
