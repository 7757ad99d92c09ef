import { useContext } from 'preact/hooks';
import { ZERO_YEN } from '../../kernel/yen.js';
import {
  dependsOnCosts,
  evaluateRule,
  type AmountRule,
  type FactDefinition,
  type ProgramDocument,
} from '../../programs/index.js';
import { DataTable, fieldId, Hidden, Money, PageErrors, Section, TextArea, type Viewer } from '../shared/index.js';
import { RuleTable } from '../shared/rule-table.js';
import type { FormValues } from './program-form-values.js';
import { ProgramRows } from './program-rows.js';

const TERM_KINDS = [
  { value: 'flat', label: '定額' },
  { value: 'per-unit', label: '数えるものごと' },
];
const FACT_FIELDS = ['id', 'label', 'unitLabel', 'source'] as const;

/** The rule in a form: rows of amounts where it is that plain, its whole structure as text where it is not. */
export function ProgramRuleFields({ values }: { values: FormValues }) {
  return (
    <Section title="交付額の算定">
      {isPlain(values) ? <PlainRule values={values} /> : <Structure values={values} />}
    </Section>
  );
}

/** Amounts and amounts for each 行政区, added up: nothing that rows could not show. */
function isPlain(values: FormValues): boolean {
  if (values.text('rule') !== '') return false;
  const terms = Array.from({ length: values.count('rule.terms') }, (_, index) => `rule.terms.${String(index)}`);
  const adjusted = ['rule.caps', 'rule.rounding', 'rule.overSubscription'].some((path) => values.count(path) > 0);
  return (
    !adjusted &&
    !values.flag('rule.deductions.otherIncome') &&
    !values.flag('rule.deductions.taxCredit') &&
    terms.every(
      (term) =>
        ['', ...TERM_KINDS.map(({ value }) => value)].includes(values.text(`${term}.kind`)) &&
        ['cap', 'less'].every((field) => values.text(`${term}.${field}`) === '') &&
        ['when', 'timesPerYear'].every((field) => values.count(`${term}.${field}`) === 0),
    )
  );
}

function PlainRule({ values }: { values: FormValues }) {
  const facts = Array.from({ length: values.count('rule.facts') }, (_, index) => index);
  const textOf = (index: number, field: string): string => values.text(`rule.facts.${String(index)}.${field}`);
  return (
    <>
      <p>各行の金額を足したものが交付額になります。「行政区ごと」は、団体が登録した行政区の数を掛けます。</p>
      {facts.flatMap((index) =>
        FACT_FIELDS.map((field) => (
          <Hidden
            key={`${String(index)}-${field}`}
            name={`rule[facts][${String(index)}][${field}]`}
            value={textOf(index, field)}
          />
        )),
      )}
      <ProgramRows
        values={values}
        path="rule.terms"
        caption="算定"
        coded={false}
        spare={1}
        fields={[
          { field: 'label', label: '名称' },
          { field: 'kind', label: '種類', kind: 'select', options: TERM_KINDS },
          { field: 'yen', label: '金額', kind: 'yen' },
          {
            field: 'unit',
            label: '数えるもの',
            kind: 'select',
            options: facts.map((index) => ({ value: textOf(index, 'id'), label: textOf(index, 'label') })),
          },
          { field: 'unitLabel', label: '単位' },
          { field: 'article', label: '根拠条文' },
        ]}
      />
    </>
  );
}

/** JSON, checked in every place when it is saved; README, "How a rule is written". */
function Structure({ values }: { values: FormValues }) {
  return (
    <>
      <StructureFaults />
      <TextArea
        name="rule"
        label="算定の決まり（JSON）"
        hint="数えるもの、算定の行、差し引くもの、上限、端数処理、按分を、この順に書きます。"
        required
        rows={24}
        value={values.json('rule')}
      />
    </>
  );
}

/** The faults within the text, with their place in it, because no single field stands for them. */
function StructureFaults() {
  const faults = useContext(PageErrors).list.filter(({ name }) => name.startsWith('rule['));
  if (faults.length === 0) return null;
  return (
    <ul class="field-error">
      {faults.map(({ name, message }) => (
        <li key={name} id={fieldId(name)} tabIndex={-1}>
          {name.slice('rule'.length)}：{message}
        </li>
      ))}
    </ul>
  );
}

const FACT_SOURCE: Readonly<Record<FactDefinition['source'], string>> = {
  wards: '団体が登録した行政区の数',
  figure: '担当課が年度ごとに登録する数値',
  question: '申請の質問への答え',
  'support-year': '審査を通った年度の数（担当課が登録した数値があれば、その数）',
};

/** The rule of an edition in words, with what it gives where that follows from the number of 行政区 alone. */
export function ProgramRuleSection({ viewer, document }: { viewer: Viewer; document: ProgramDocument }) {
  const { rule, fiscalYear } = document;
  return (
    <Section title="交付額の算定">
      <RuleTable document={document} />
      {rule.facts.length > 0 && (
        <DataTable
          caption="数えるもの"
          empty=""
          rows={rule.facts}
          columns={[
            { label: '名称', cell: ({ label }) => label },
            { label: '出どころ', cell: ({ source }) => FACT_SOURCE[source] },
          ]}
        />
      )}
      {rule.facts.some(({ source }) => source === 'figure') && (
        <p>
          <a href={viewer.url('staff/organizations/figures', { year: String(fiscalYear) })}>この年度の数値を登録する</a>
        </p>
      )}
      {followsFromWards(rule) && <WardExamples rule={rule} />}
    </Section>
  );
}

const followsFromWards = (rule: AmountRule): boolean =>
  rule.facts.length > 0 && rule.facts.every(({ source }) => source === 'wards') && !dependsOnCosts(rule);

/** Numbers of 行政区 for which the result is shown, so that a slip in the rule is seen before it is published. */
const EXAMPLES = [6, 9, 12];

function WardExamples({ rule }: { rule: AmountRule }) {
  const rows = EXAMPLES.map((wards) => ({
    wards,
    working: evaluateRule(rule, {
      facts: Object.fromEntries(rule.facts.map(({ id }) => [id, wards])),
      costs: {},
      otherIncome: ZERO_YEN,
      taxCredit: ZERO_YEN,
      timesThisYear: 1,
    }),
  }));
  return (
    <DataTable
      caption="算定の例"
      empty=""
      rows={rows}
      columns={[
        { label: '行政区の数', tight: true, cell: ({ wards }) => String(wards) },
        { label: '計算', cell: ({ working }) => working.lines.map(({ formula }) => formula).join(' ＋ ') },
        { label: '交付額', align: 'end', tight: true, cell: ({ working }) => <Money yen={working.total} /> },
      ]}
    />
  );
}
