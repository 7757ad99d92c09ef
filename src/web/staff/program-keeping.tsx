import { keepingTermsOf, type ProgramDocument } from '../../programs/index.js';
import { Section, TextField } from '../shared/index.js';
import type { FormValues } from './program-form-values.js';
import { ProgramRows } from './program-rows.js';
import type { Loose } from './typed-program.js';

/** How long books are kept, what stands in 備品台帳, and how long its disposal needs the town's approval. */
export const KeepingFields = ({ values }: { values: FormValues }) => (
  <>
    <Section title="書類の保存">
      <Count
        values={values}
        field="years"
        label="保存する年数"
        hint="年度の終わり（3月31日）から数えます。"
        suffix="年"
      />
      <Article values={values} field="article" label="書類の保存の条" />
    </Section>
    <Section title="備品台帳と財産処分">
      <Count
        values={values}
        field="propertyFrom"
        label="備品とする額"
        hint="実績報告の領収書がこの額以上のとき、備品台帳に載せるかを団体にたずねます。"
        suffix="円"
      />
      <Count
        values={values}
        field="propertyYears"
        label="処分を制限する年数"
        hint="耐用年数のわからない備品に使います。買った日から数えます。"
        suffix="年"
      />
      <ProgramRows
        values={values}
        path="keeping.propertyKinds"
        caption="備品の種類と耐用年数"
        coded={false}
        fields={[
          { field: 'label', label: '種類（例：テント）' },
          { field: 'years', label: '耐用年数', kind: 'number' },
        ]}
      />
      <p class="hint">備品台帳で選べる種類です。空欄のままにすると、種類を分けずに上の年数を使います。</p>
      <Article values={values} field="propertyArticle" label="財産処分の制限の条" />
      <Article values={values} field="formLabel" label="財産処分の通知書の様式番号" />
    </Section>
  </>
);

interface FieldProps {
  readonly values: FormValues;
  readonly field: string;
  readonly label: string;
}

const Count = ({ values, field, label, hint, suffix }: FieldProps & { hint: string; suffix: string }) => (
  <TextField
    name={`keeping[${field}]`}
    label={label}
    hint={hint}
    required
    size="short"
    inputMode="numeric"
    suffix={suffix}
    value={values.text(`keeping.${field}`)}
  />
);

const Article = ({ values, field, label }: FieldProps) => (
  <TextField name={`keeping[${field}]`} label={label} size="medium" value={values.text(`keeping.${field}`)} />
);

/** The stored terms as their page is filled from them. */
export const keepingInRows = (document: ProgramDocument): Loose => ({ ...keepingTermsOf(document) });
