import { Checkbox, Section, TextArea, TextField } from '../shared/index.js';
import type { FormValues } from './program-form-values.js';
import { ProgramRows } from './program-rows.js';

/** Whether a project is verified at the end of its year, until when, by whom, and what is asked. */
export function VerificationFields({ values }: { values: FormValues }) {
  return (
    <>
      <Checkbox
        name="verification[asked]"
        label="検証を行う"
        hint="印を付けると、額の確定のあとに、団体と担当課が同じ項目に答えます。"
        checked={values.flag('verification.asked')}
      />
      <TextField
        name="verification[days]"
        label="額の確定の翌日からの日数（答えの期限）"
        size="short"
        inputMode="numeric"
        suffix="日"
        value={values.text('verification.days')}
      />
      <TextField
        name="verification[article]"
        label="検証の根拠"
        size="medium"
        value={values.text('verification.article')}
      />
      <Checkbox
        name="verification[panel]"
        label="審査会の意見も求める"
        hint="審査会でまとまった意見を、担当課が記入します。"
        checked={values.flag('verification.panel')}
      />
      <Section title="検証の項目">
        <p>項目ごとに、答えを一つ選び、理由を書きます。答えは、1行に一つ書いてください。</p>
        <ProgramRows
          values={values}
          path="verification.points"
          caption="検証の項目"
          fields={[
            { field: 'label', label: '項目' },
            { field: 'hint', label: '説明' },
            { field: 'options', label: '答え', kind: 'long' },
          ]}
        />
      </Section>
      <Section title="今後の方向性">
        <TextArea
          name="verification[directions]"
          label="今後の方向性の答え"
          hint="1行に一つ書きます。最後の項目として尋ね、決裁で決める方向性もこの中から選びます。"
          rows={5}
          value={values.text('verification.directions')}
        />
      </Section>
    </>
  );
}
