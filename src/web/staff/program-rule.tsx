import { ZERO_YEN } from '../../kernel/yen.js';
import {
  dependsOnCosts,
  evaluateRule,
  type AmountRule,
  type FactDefinition,
  type ProgramDocument,
} from '../../programs/index.js';
import { DataTable, Money, Section, type Viewer } from '../shared/index.js';
import { RuleTable } from '../shared/rule-table.js';

const FACT_SOURCE: Readonly<Record<FactDefinition['source'], string>> = {
  wards: '団体が登録した行政区の数',
  figure: '担当課が年度ごとに登録する数値',
  question: '申請の質問への答え',
  'support-year':
    '1団体1件の制度では、審査を通った年度の数（担当課が登録した数値があれば、その数）。何件か申請できる制度では、事業ごとに数えます',
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
