import { groupingQuestions, publishableQuestions, type ProgramDocument } from '../../programs/index.js';
import { Checkbox, Checkboxes, Notice, Section, Select } from '../shared/index.js';
import type { FormValues } from './program-form-values.js';

interface Props {
  readonly values: FormValues;
  readonly document: ProgramDocument;
}

const choicesOf = (questions: ReturnType<typeof publishableQuestions>) =>
  questions.map(({ id, label }) => ({ value: id, label }));

/** What of the papers everyone may read. Nothing is ticked at first: what an organisation wrote is published on purpose. */
export function DisclosureFields({ values, document }: Props) {
  const application = publishableQuestions(document.form);
  const report = publishableQuestions(document.report?.form ?? []);
  const grouping = groupingQuestions(document.form);
  return (
    <>
      <Notice tone="info" title="いつも公表するもの">
        <p>
          団体名、校区、補助制度とその目的、交付決定額、確定額、支払日と額、変更・取消し。役員の名前、電話、口座は、公表しません。
        </p>
      </Notice>
      <Section title="申請書から公表するもの">
        <Checkboxes
          name="disclosure[application]"
          label="公表する質問"
          hint="印を付けた質問への答えを、通知書を出したあとにそのまま公表します。個人の名前が書かれる質問には付けません。事業の名称は、この版で公表すると決めたときに載ります。"
          options={choicesOf(application)}
          values={values.list('disclosure.application')}
        />
        <Select
          name="disclosure[field]"
          label="分野を表す質問"
          hint="一つを選ぶ質問で、交付を分野ごとにまとめます。"
          value={values.text('disclosure.field') || 'none'}
          options={[{ value: 'none', label: '分野に分けない' }, ...choicesOf(grouping)]}
        />
      </Section>
      <Section title="実績報告から公表するもの">
        {report.length > 0 && (
          <Checkboxes
            name="disclosure[report]"
            label="公表する質問"
            hint="検査が済み、額の確定通知書を出したあと（額の確定のない制度では検査のあと）に公表します。"
            options={choicesOf(report)}
            values={values.list('disclosure.report')}
          />
        )}
        <Checkbox
          name="disclosure[photographs]"
          label="団体が「公表してよい」と印を付けた写真を公表する"
          value="yes"
          checked={values.flag('disclosure.photographs')}
        />
      </Section>
    </>
  );
}
