import { COLUMN_KINDS, type Question } from '../../forms/index.js';
import { Radios, TextArea, TextField, YenField, type Choice } from '../shared/index.js';
import type { FormValues } from './program-form-values.js';
import { ProgramRows } from './program-rows.js';
import { kindInWords } from './program-words.js';

interface ParticularsProps {
  readonly kind: Question['kind'];
  readonly values: FormValues;
}

/** The fields that a question of this kind has beside its words. */
export function QuestionParticulars({ kind, values }: ParticularsProps) {
  switch (kind) {
    case 'text':
      return <TextParticulars values={values} />;
    case 'number':
      return <NumberParticulars values={values} />;
    case 'yen':
      return <YenField name="most" label="金額の上限" required value={values.text('most')} />;
    case 'choice':
      return (
        <>
          <p>
            選択肢は1行に1つずつ、2つ以上書きます。行の言葉を直すと、その選択肢を選んだ申請の答えも新しい言葉になります。
            別の選択肢に替えるときは、古い行を消して、行を加えてください。
          </p>
          <ProgramRows
            values={values}
            path="options"
            caption="選択肢"
            fields={[{ field: 'label', label: '選択肢の言葉' }]}
          />
          <HowMany values={values} label="選べる数" one="一つだけ" several="いくつでも" />
        </>
      );
    case 'table':
      return <TableParticulars values={values} />;
    case 'file':
      return <HowMany values={values} label="添えられる書類の数" one="一つだけ" several="いくつでも" />;
    case 'declaration':
      return <TextArea name="text" label="誓約の文" required rows={3} value={values.text('text')} />;
    case 'date':
    case 'period':
    case 'place':
      return null;
  }
}

const TextParticulars = ({ values }: { values: FormValues }) => (
  <>
    <Radios
      name="lines"
      label="答えの長さ"
      required
      value={values.text('lines')}
      options={[
        { value: 'one', label: '1行' },
        { value: 'many', label: '数行の文章' },
      ]}
    />
    <TextField
      name="maxLength"
      label="文字数の上限"
      required
      size="short"
      inputMode="numeric"
      suffix="文字"
      value={values.text('maxLength')}
    />
  </>
);

const NumberParticulars = ({ values }: { values: FormValues }) => (
  <>
    <TextField name="unit" label="単位" hint="例：人" size="short" value={values.text('unit')} />
    <TextField name="least" label="数の下限" required size="short" inputMode="numeric" value={values.text('least')} />
    <TextField name="most" label="数の上限" required size="short" inputMode="numeric" value={values.text('most')} />
  </>
);

const COLUMN_CHOICES: readonly Choice[] = COLUMN_KINDS.map((value) => ({ value, label: kindInWords(value) }));

const TableParticulars = ({ values }: { values: FormValues }) => (
  <>
    <ProgramRows
      values={values}
      path="columns"
      caption="表の列"
      fields={[
        { field: 'label', label: '列の名称' },
        { field: 'kind', label: '列の種類', kind: 'select', options: COLUMN_CHOICES },
      ]}
    />
    <TextField
      name="mostRows"
      label="行数の上限"
      hint="50行まで"
      required
      size="short"
      inputMode="numeric"
      value={values.text('mostRows')}
    />
  </>
);

const HowMany = ({
  values,
  label,
  one,
  several,
}: {
  values: FormValues;
  label: string;
  one: string;
  several: string;
}) => (
  <Radios
    name="many"
    label={label}
    required
    inline
    value={values.flag('many') ? 'yes' : 'no'}
    options={[
      { value: 'no', label: one },
      { value: 'yes', label: several },
    ]}
  />
);
