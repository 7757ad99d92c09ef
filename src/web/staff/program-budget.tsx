import { formatYen, yen } from '../../kernel/yen.js';
import { TREATMENT_LABELS, TREATMENTS, type BudgetForm, type UnitPriceLimit } from '../../programs/index.js';
import { Checkbox, DataTable, Details, Section, TextField, type Choice } from '../shared/index.js';
import type { FormValues } from './program-form-values.js';
import { ProgramRows } from './program-rows.js';

/** 収支予算書 of the programme: its categories, how each is treated, and the unit prices above which people are warned. */
export function BudgetFields({ values }: { values: FormValues }) {
  return (
    <>
      <TextField
        name="budget[grantLabel]"
        label="収入の部に入る交付金の科目名"
        required
        size="medium"
        value={values.text('budget.grantLabel')}
      />
      <Checkbox
        name="budget[basis]"
        label="積算根拠（単価×数量）と、対象・対象外の別を書いてもらう"
        checked={values.flag('budget.basis')}
      />
      <Checkbox
        name="budget[taxCredit]"
        label="消費税の仕入控除税額をたずねる"
        checked={values.flag('budget.taxCredit')}
      />
      <ProgramRows
        values={values}
        path="budget.income"
        caption="収入の科目"
        fields={[
          { field: 'label', label: '科目' },
          { field: 'deducted', label: '対象経費から差し引く', kind: 'tick' },
        ]}
      />
      <ProgramRows
        values={values}
        path="budget.expenditure"
        caption="支出の科目"
        fields={[
          { field: 'label', label: '科目' },
          { field: 'treatment', label: '扱い', kind: 'select', options: TREATMENT_CHOICES },
          { field: 'note', label: '説明', kind: 'long' },
          { field: 'article', label: '根拠' },
        ]}
      />
      <UnitPriceLimits values={values} />
    </>
  );
}

export const TREATMENT_CHOICES: readonly Choice[] = TREATMENTS.map((treatment) => ({
  value: treatment,
  label: TREATMENT_LABELS[treatment],
}));

/** Folded away, because most categories have none. */
function UnitPriceLimits({ values }: { values: FormValues }) {
  const categories = Array.from({ length: values.count('budget.expenditure') }, (_, index) => ({
    label: values.text(`budget.expenditure.${String(index)}.label`),
    path: `budget.expenditure.${String(index)}.limits`,
  })).filter(({ label }) => label !== '');
  if (categories.length === 0) return null;
  return (
    <Details
      summary="単価の目安（超えると申請する人に知らせます）"
      open={categories.some(({ path }) => values.count(path) > 0)}
    >
      {categories.map(({ label, path }) => (
        <ProgramRows
          values={values}
          path={path}
          caption={`${label}の単価の目安`}
          coded={false}
          spare={false}
          fields={[
            { field: 'label', label: '名称' },
            { field: 'yen', label: '金額', kind: 'yen' },
            { field: 'unit', label: '単位' },
            { field: 'article', label: '根拠' },
          ]}
          key={path}
        />
      ))}
    </Details>
  );
}

/** The same in words, for the page of an edition. */
export function ProgramBudgetWords({ budget }: { budget: BudgetForm }) {
  return (
    <Section title="収支予算書">
      <DataTable
        caption="支出の科目"
        empty="支出の科目はまだありません。"
        rows={budget.expenditure}
        columns={[
          { label: '科目', cell: ({ label }) => label },
          { label: '扱い', tight: true, cell: ({ treatment }) => TREATMENT_LABELS[treatment] },
          { label: '説明', cell: ({ note }) => note },
          { label: '単価の目安', cell: ({ limits }) => limits.map(limitInWords).join('、') },
          { label: '根拠', cell: ({ article }) => article },
        ]}
      />
      <p>
        収入の科目：{budget.grantLabel}（自動）
        {budget.income.map(({ label, deducted }) => `、${label}${deducted ? '（対象経費から差し引く）' : ''}`)}
      </p>
      <p>
        {budget.basis ? '積算根拠（単価×数量）を書いてもらいます。' : '科目ごとの金額だけを書いてもらいます。'}
        {budget.taxCredit && '消費税の仕入控除税額をたずねます。'}
      </p>
    </Section>
  );
}

const limitInWords = ({ label, yen: amount, unit }: UnitPriceLimit): string =>
  `${label} ${formatYen(yen(amount))}／${unit}`;
