import { Checkbox, DateField, Section, Select, TextField } from '../shared/index.js';
import type { FormValues } from './program-form-values.js';
import { ProgramQuestions, questionChoices } from './program-questions.js';
import { ProgramRows } from './program-rows.js';
import { AUTOMATIC_LABELS } from './program-words.js';

/** From when costs count, how often one may apply, and until when a decided grant can be declined. */
export function Starts({ values }: { values: FormValues }) {
  return (
    <>
      <Select
        name="eligibleStart[kind]"
        label="対象となる経費の始まり"
        required
        value={values.text('eligibleStart.kind')}
        options={STARTS}
      />
      <DateField
        name="eligibleStart[day]"
        label="対象となる経費の始まりの日"
        hint="始まりを「決めた日から」とするとき。例：令和8年4月1日"
        value={values.day('eligibleStart.day')}
      />
      <Checkbox
        name="eligibleStart[priorStart]"
        label="始まりを「交付決定の日から」とするとき、事前着手の申出を受け付ける"
        checked={values.flag('eligibleStart.priorStart')}
      />
      <TextField
        name="perYear[most]"
        label="一つの団体が1年度に申請できる件数"
        hint="限りがないときは空欄にします。"
        size="short"
        inputMode="numeric"
        value={values.text('perYear.most')}
      />
      <TextField name="perYear[article]" label="件数の根拠" size="medium" value={values.text('perYear.article')} />
      <TextField
        name="withdrawalDays"
        label="決定のあとに取り下げられる日数"
        hint="通知書の施行の日の翌日から数えます。認めないときは0にします。"
        required
        size="short"
        inputMode="numeric"
        value={values.text('withdrawalDays')}
      />
    </>
  );
}

/** Which answers name a project and its period; blank where the grant is for running the organisation. */
function ProjectQuestions({ values }: { values: FormValues }) {
  return (
    <>
      <Select
        name="project[titleQuestion]"
        label="事業の名称になる質問"
        value={values.text('project.titleQuestion')}
        options={questionChoices(values, ({ kind, lines }) => kind === 'text' && lines === 'one')}
        prompt="事業ではない（運営の支援）"
      />
      <Select
        name="project[periodQuestion]"
        label="事業の期間になる質問"
        value={values.text('project.periodQuestion')}
        options={questionChoices(values, ({ kind }) => kind === 'period')}
        prompt="事業ではない（運営の支援）"
      />
    </>
  );
}

/** What the applicant sees: sections of questions and categories; and what staff check of it. */
export function ApplicantParts({ values }: { values: FormValues }) {
  return (
    <>
      <Section title="申請書">
        <ProgramQuestions values={values} />
        <ProjectQuestions values={values} />
      </Section>
      <Section title="審査の確認項目">
        <ProgramRows
          values={values}
          path="checklist"
          caption="確認項目"
          spare={2}
          fields={[
            { field: 'text', label: '項目' },
            { field: 'article', label: '根拠' },
            { field: 'automatic', label: '自動で確かめる', kind: 'select', options: AUTOMATIC_LABELS },
          ]}
        />
      </Section>
    </>
  );
}

const STARTS = [
  { value: 'day', label: '決めた日から' },
  { value: 'decision', label: '交付決定の日から' },
];
