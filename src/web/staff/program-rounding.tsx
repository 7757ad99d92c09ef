import { groupDigits } from '../../kernel/yen.js';
import { ROUNDING_UNITS } from '../../programs/index.js';
import { Section, Select, TextField, type Choice } from '../shared/index.js';
import type { FormValues } from './program-form-values.js';

export const UNIT_CHOICES: readonly Choice[] = ROUNDING_UNITS.map((unit) => ({
  value: String(unit),
  label: `${groupDigits(unit)}円未満`,
}));
export const MODE_CHOICES: readonly Choice[] = [
  { value: 'down', label: '切り捨てる' },
  { value: 'up', label: '切り上げる' },
  { value: 'half-up', label: '四捨五入する' },
];
export const ROUNDED_CHOICES: readonly Choice[] = [
  { value: 'lines', label: '算定の行ごと' },
  { value: 'sum', label: '合計額' },
];
export const OVER_CHOICES: readonly Choice[] = [{ value: 'pro-rata', label: '申請額に応じて按分する' }];

/** 端数処理 and 按分; each as a whole or not at all. */
export function RoundingFields({ values }: { values: FormValues }) {
  return (
    <>
      <Section title="端数処理">
        <p>使わないときは、すべて「なし」と空欄にします。そのときは行ごとに1円未満を切り捨てます。</p>
        <Chosen values={values} path="unit" label="端数の単位" options={UNIT_CHOICES} />
        <Chosen values={values} path="mode" label="端数の処理" options={MODE_CHOICES} />
        <Chosen values={values} path="on" label="端数処理をするところ" options={ROUNDED_CHOICES} />
        <TextField
          name="rule[rounding][article]"
          label="端数処理の根拠条文"
          size="medium"
          value={values.text('rule.rounding.article')}
        />
      </Section>
      <Section title="申請の合計が予算を超えるとき">
        <Select
          name="rule[overSubscription][method]"
          label="配分のしかた"
          value={values.text('rule.overSubscription.method')}
          options={OVER_CHOICES}
          prompt="なし"
        />
        <Select
          name="rule[overSubscription][unit]"
          label="按分した額の端数の単位"
          value={values.text('rule.overSubscription.unit')}
          options={UNIT_CHOICES}
          prompt="なし"
        />
        <TextField
          name="rule[overSubscription][article]"
          label="按分の根拠条文"
          size="medium"
          value={values.text('rule.overSubscription.article')}
        />
      </Section>
    </>
  );
}

function Chosen(props: { values: FormValues; path: string; label: string; options: readonly Choice[] }) {
  const { values, path, label, options } = props;
  return (
    <Select
      name={`rule[rounding][${path}]`}
      label={label}
      value={values.text(`rule.rounding.${path}`)}
      options={options}
      prompt="なし"
    />
  );
}
