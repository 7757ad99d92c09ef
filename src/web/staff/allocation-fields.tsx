import { LONGEST_TRIAL_NOTE, METHOD_LABELS, type AllocationDesk } from '../../grants/index.js';
import { ROUNDING_UNITS, roundingInWords } from '../../programs/index.js';
import { FieldGroup, Radios, Select, TextArea, TextField, YenField, type Choice } from '../shared/index.js';
import { roundingOf, type TrialFieldValues } from './typed-allocation.js';

const METHODS: readonly Choice[] = [
  { value: 'rank', label: METHOD_LABELS.rank, hint: '上の順位から査定額のとおり交付し、上限で切ります。' },
  { value: 'pro-rata', label: METHOD_LABELS['pro-rata'], hint: '査定額に応じて、上限を割り振ります。' },
  { value: 'cap', label: METHOD_LABELS.cap, hint: 'どの申請も同じ額までにします。' },
  { value: 'hand', label: METHOD_LABELS.hand, hint: '計算した後の画面で、申請ごとに額を入力します。' },
];
const ORDERS: readonly Choice[] = [
  { value: 'panel', label: '審査会の順位' },
  { value: 'received', label: '収受番号の順' },
  { value: 'hand', label: '担当が付ける順位（計算した後の画面で入力）' },
];
const CUTS: readonly Choice[] = [
  { value: 'stop', label: '交付しない' },
  { value: 'part', label: '残りの額まで減らして交付する（1件だけ）' },
];
const UNITS: readonly Choice[] = ROUNDING_UNITS.map((unit) => ({
  value: String(unit),
  label: roundingInWords({ unit, mode: 'down' }),
}));

interface AllocationFieldsProps {
  readonly pool: AllocationDesk['pool'];
  readonly values: TrialFieldValues;
}

/** How a trial divides. Every field stands on the page; what the chosen method does not ask for is not read. */
export function AllocationFields({ pool, values }: AllocationFieldsProps) {
  const { unit, article } = roundingOf(pool.document);
  const fromProgram = UNITS.find(({ value }) => value === String(unit))?.label ?? '';
  const unitHint =
    article === null
      ? '補助制度に端数処理の定めがありません。ここで決めてください。'
      : `補助制度の定めは${fromProgram}です（${article}）。`;
  return (
    <>
      <TextField
        name="name"
        label="試案の名前"
        hint="例：順位で切る、上限20万円"
        required
        size="medium"
        value={values.name}
      />
      <Radios name="method" label="配分の方法" required options={METHODS} value={values.method} />
      <YenField
        name="ceiling"
        label="配分の上限"
        hint="予算残額のうち、この配分に使う額です。"
        required
        value={values.ceiling}
      />
      <TextField
        name="ceilingNote"
        label="上限の説明"
        hint="例：予算残額、予算残額のうち後期分を除いた額"
        size="medium"
        value={values.ceilingNote}
      />
      <Select name="unit" label="端数の処理" hint={unitHint} required options={UNITS} value={values.unit} />
      <TextField
        name="article"
        label="根拠の条文"
        hint="減額・不交付の理由と算定の内訳に書かれます。"
        required
        size="medium"
        value={values.article}
      />
      <FieldGroup legend="順位による切捨てのとき">
        <Select name="order" label="順位のもと" options={ORDERS} value={values.order} />
        <Radios name="atCut" label="上限に届かない最初の申請" options={CUTS} value={values.atCut} />
      </FieldGroup>
      <FieldGroup legend="上限一律のとき">
        <YenField
          name="cap"
          label="1件の上限"
          hint="空欄にすると、配分の上限に収まる最大の額を求めます。"
          value={values.cap}
        />
      </FieldGroup>
      <TextArea
        name="note"
        label="考え方"
        hint="額を個別に定めるときは必ず書きます。算定の内訳と不交付の理由に書かれます。"
        rows={3}
        most={LONGEST_TRIAL_NOTE}
        value={values.note}
      />
    </>
  );
}
