import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Questions as data: a programme's form is sections of questions of every kind. What a town has so far (programmes,
 * what was sent, points) is carried over into the new shape with its words unchanged.
 */
export class ApplicationForms1790000151000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE application_sections DROP CONSTRAINT application_sections_name_check;
      ALTER TABLE application_sections ADD CHECK (name ~ '^[a-z][a-z0-9-]{0,39}$');
    `);
    await inEveryTown(runner, 'program_versions', DOCUMENTS, 'frozen_once_published');
    await inEveryTown(runner, 'application_submissions', SUBMISSIONS, 'append_only');
    await inEveryTown(runner, 'application_points', POINTS);
    await inEveryTown(runner, 'reviews', REVIEWS);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}

/** Row-level security binds the owner too: for the time of one statement it sees every town, past the table's guard. */
async function inEveryTown(runner: QueryRunner, table: string, statement: string, guard?: string): Promise<void> {
  await runner.query(`
    ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY;
    ${guard ? `ALTER TABLE ${table} DISABLE TRIGGER ${guard};` : ''}
    ${statement};
    ${guard ? `ALTER TABLE ${table} ENABLE TRIGGER ${guard};` : ''}
    ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
  `);
}

/** What becomes of each `item` of a list, in the order of the list. */
const each = (list: string, becomes: string): string =>
  `(SELECT coalesce(jsonb_agg(${becomes} ORDER BY place), '[]') FROM jsonb_array_elements(${list}) WITH ORDINALITY AS t (item, place))`;

const section = (id: string, title: string, lead: string, questions: string): string =>
  `jsonb_build_object('id', '${id}', 'title', '${title}', 'lead', '${lead}', 'questions', ${questions})`;

const OTHER_FILES = `jsonb_build_array(jsonb_build_object(
  'id', 'other', 'kind', 'file', 'label', 'そのほかの書類', 'hint', '必要に応じて添えてください。',
  'required', false, 'many', true, 'when', null))`;

const DOCUMENTS = `
  UPDATE program_versions SET document =
    document - ARRAY['planQuestions', 'declarations', 'files', 'eligibleFrom'] || jsonb_build_object(
      'form', jsonb_build_array(
        ${section('plan', '年間の計画', '今年度に何をするかを書きます。書いた内容は自動で保存されます。', each(`document -> 'planQuestions'`, `item || '{"kind": "text", "lines": "many", "when": null}'`))},
        ${section('files', '添付書類', '書類があれば添えます。', `${each(`document -> 'files'`, `item || '{"kind": "file", "many": true, "when": null}'`)} || ${OTHER_FILES}`)}
      ) || CASE WHEN document -> 'declarations' = '[]' THEN '[]' ELSE jsonb_build_array(
        ${section('declarations', '誓約', '一つずつ読み、同意するものに印を付けます。', each(`document -> 'declarations'`, `item || '{"kind": "declaration", "label": "誓約", "hint": "", "required": true, "when": null}'`))}
      ) END,
      'eligibleStart', jsonb_build_object('kind', 'day', 'day', document -> 'eligibleFrom'),
      'perYear', '{"most": 1, "article": ""}'::jsonb,
      'withdrawalDays', 0,
      'project', null)
  WHERE document ? 'planQuestions'`;

/** What was sent stays readable without its programme: every answer in words, under the section it was given in. */
const SUBMISSIONS = `
  UPDATE application_submissions SET content = content - ARRAY['plan', 'declarations'] || jsonb_build_object('answers',
    ${each(
      `content -> 'plan'`,
      `item - 'answer' || jsonb_build_object('section', 'plan', 'sectionTitle', '年間の計画', 'kind', 'text',
        'text', item -> 'answer', 'value', item -> 'answer', 'table', null)`,
    )}
    || (SELECT coalesce(jsonb_agg(answer), '[]') FROM (
      SELECT jsonb_build_object('id', file ->> 'kind', 'section', 'files', 'sectionTitle', '添付書類',
        'label', min(file ->> 'label'), 'kind', 'file', 'table', null, 'value', jsonb_agg(file -> 'sha256'),
        'text', string_agg(format('%s（%s-%s）', file ->> 'name', upper(substr(file ->> 'sha256', 1, 4)),
          upper(substr(file ->> 'sha256', 5, 4))), '、')) AS answer
        FROM jsonb_array_elements(content -> 'files') AS file
       WHERE file ->> 'kind' <> 'bylaws' GROUP BY file ->> 'kind') AS files)
    || ${each(
      `content -> 'declarations'`,
      `item || '{"section": "declarations", "sectionTitle": "誓約", "label": "誓約", "kind": "declaration", "value": "yes", "table": null}'`,
    )})
  WHERE content ? 'plan'`;

/** `plan.aim`, `declarations.books` and `files.assembly` are answers of the form now; the 規約 stay a file. */
const newPlace = (pointer: string): string =>
  `CASE WHEN ${pointer} = 'files.whole' THEN 'form.other' WHEN ${pointer} = 'files.bylaws' THEN ${pointer}
        ELSE regexp_replace(${pointer}, '^(plan|declarations|files)[.]', 'form.') END`;

const POINTS = `UPDATE application_points SET pointer = ${newPlace('pointer')}`;

const REVIEWS = `UPDATE reviews SET points =
  ${each('points', `item || jsonb_build_object('pointer', ${newPlace(`item ->> 'pointer'`)})`)}`;
