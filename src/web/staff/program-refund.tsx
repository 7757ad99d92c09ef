import {
  CLAIM_CLASS_LABELS,
  CLAIM_CLASSES,
  REFUND_PART_LABELS,
  REFUND_PARTS,
  YEAR_COUNTS,
  type RefundPart,
} from '../../kernel/refund-terms.js';
import { YEAR_COUNT_LABELS } from '../../programs/index.js';
import { Section, Select, TextField } from '../shared/index.js';
import type { FormValues } from './program-form-values.js';

/** Every order in which a payment in part can be taken. */
const ORDERS: readonly (readonly RefundPart[])[] = REFUND_PARTS.flatMap((first) =>
  REFUND_PARTS.filter((part) => part !== first).map((second) => [
    first,
    second,
    ...REFUND_PARTS.filter((part) => part !== first && part !== second),
  ]),
);

/** How money is taken back: until when, with which charges, and in which order it is paid. */
export function RefundFields({ values }: { values: FormValues }) {
  return (
    <>
      <Section title="返還の求め方">
        <TextField name="refund[article]" label="返還の条" size="medium" value={values.text('refund.article')} />
        <Count values={values} path="refund.days" label="通知の翌日からの日数" suffix="日" />
        <Select
          name="refund[claimClass]"
          label="債権の種類"
          hint="公債権は5年で消滅します。私債権は、時効の援用があってはじめて消滅します。"
          required
          options={CLAIM_CLASSES.map((value) => ({ value, label: CLAIM_CLASS_LABELS[value] }))}
          value={values.text('refund.claimClass')}
        />
        <Select
          name="refund[allocation]"
          label="一部の支払をあてる順"
          required
          options={ORDERS.map((order) => ({
            value: order.join(','),
            label: order.map((part) => REFUND_PART_LABELS[part]).join(' → '),
          }))}
          value={values.text('refund.allocation').replaceAll('\n', ',')}
        />
        <TextField
          name="refund[payAt]"
          label="納める場所"
          hint="例：市の指定金融機関・収納代理金融機関の窓口。納付書に書かれます。"
          value={values.text('refund.payAt')}
        />
        <TextField
          name="refund[formLabel]"
          label="返還命令書の様式番号"
          size="medium"
          value={values.text('refund.formLabel')}
        />
      </Section>
      <Section title="加算金">
        <p>団体の責めで交付決定を取り消したときだけ、お金を受け取った日から納める日までの分をとります。</p>
        <Charge values={values} path="refund.addition" name="加算金" />
      </Section>
      <Section title="延滞金">
        <p>期限までに納められなかった額に、期限の翌日から納める日までの分をとります。</p>
        <Charge values={values} path="refund.lateCharge" name="延滞金" />
      </Section>
    </>
  );
}

function Charge({ values, path, name }: { values: FormValues; path: string; name: string }) {
  const at = (field: string): string => fieldAt(`${path}.${field}`);
  return (
    <>
      <TextField
        name={at('article')}
        label={`${name}の根拠`}
        hint="空欄のときは、とりません。"
        size="medium"
        value={values.text(`${path}.article`)}
      />
      <TextField
        name={at('percent')}
        label={`${name}の年率`}
        size="short"
        suffix="％"
        value={values.text(`${path}.percent`)}
      />
      <Select
        name={at('yearCount')}
        label={`${name}の年の日数`}
        options={YEAR_COUNTS.map((value) => ({ value, label: YEAR_COUNT_LABELS[value] }))}
        value={values.text(`${path}.yearCount`) || 'always-365'}
      />
      <Count
        values={values}
        path={`${path}.baseUnit`}
        label={`${name}の計算のもとの端数`}
        hint="この額に満たない端数を切り捨ててから計算します。1は切り捨てません。"
        suffix="円"
        usual="1"
      />
      <Count
        values={values}
        path={`${path}.unit`}
        label={`${name}の端数`}
        hint="計算した額を、この額に満たない端数を切り捨てて決めます。"
        suffix="円"
        usual="100"
      />
      <Count
        values={values}
        path={`${path}.least`}
        label={`${name}をとらない額`}
        hint="この額に満たないときはとりません。0は、少額でもとります。"
        suffix="円"
        usual="0"
      />
    </>
  );
}

interface CountProps {
  readonly values: FormValues;
  readonly path: string;
  readonly label: string;
  readonly suffix: string;
  readonly hint?: string;
  readonly usual?: string;
}

const Count = ({ values, path, label, suffix, hint, usual = '' }: CountProps) => (
  <TextField
    name={fieldAt(path)}
    label={label}
    hint={hint}
    size="short"
    inputMode="numeric"
    suffix={suffix}
    value={values.text(path) || usual}
  />
);

const fieldAt = (path: string): string => path.replace(/\.([^.]+)/g, '[$1]');
