import { Section, Select, TextField, type Choice } from '../shared/index.js';
import type { FormValues } from './program-form-values.js';
import { ProgramRows } from './program-rows.js';

export const SEAL_CHOICES: readonly Choice[] = [
  { value: 'space', label: '公印を押す場所を空ける' },
  { value: 'omitted', label: '「公印省略」と印字する' },
  { value: 'none', label: '公印なし' },
];

/** Form numbers and seal of the letters, and the conditions that the decision prints. */
export function LettersFields({ values }: { values: FormValues }) {
  return (
    <>
      <Section title="様式番号と公印">
        <TextField
          name="letters[decision][formLabel]"
          label="交付決定通知書の様式番号"
          size="medium"
          value={values.text('letters.decision.formLabel')}
        />
        <Select
          name="letters[decision][seal]"
          label="公印"
          required
          value={values.text('letters.decision.seal')}
          options={SEAL_CHOICES}
        />
        <TextField
          name="letters[claim][formLabel]"
          label="請求書の様式番号"
          size="medium"
          value={values.text('letters.claim.formLabel')}
        />
      </Section>
      <Section title="交付の条件">
        <p>交付決定通知書に、この順に印字されます。</p>
        <ProgramRows
          values={values}
          path="conditions"
          caption="交付の条件"
          coded={false}
          fields={[{ field: 'text', label: '条件', kind: 'long' }]}
        />
      </Section>
    </>
  );
}
