import { formatYen, yen } from '../../../kernel/yen.js';
import type { FormBlock, FormPart } from '../../../platform/pdf/index.js';
import { TREATMENT_LABELS, type BudgetForm, type ExpenditureCategory } from '../../domain/budget-form.js';

type Table = Extract<FormBlock, { kind: 'table' }>;
type Columns = Table['columns'];

/** Rows without a 科目, for what comes up twice. */
const MORE_INCOME = 2;
const MORE_EXPENDITURE = 4;

/** 収支予算書: what may be written in which line, and both sides with their sums. */
export const budgetOnPaper = (budget: BudgetForm): FormPart => ({
  title: '収支予算書',
  lead: '収入の合計と支出の合計を同じ額にします。同じ科目がいくつもあるときは、空いた行に科目を書いて使ってください。',
  blocks: [
    incomeTable(budget),
    ...explained(budget.expenditure),
    expenditureTable(budget),
    ...(budget.taxCredit ? [TAX_CREDIT] : []),
  ],
});

const incomeTable = ({ basis, grantLabel, income }: BudgetForm): Table => {
  const columns = columnsOf(basis, false);
  const row = rowOf(columns);
  return {
    kind: 'table',
    caption: '収入の部',
    columns,
    rows: [row(grantLabel), ...income.map(({ label }) => row(label)), ...times(MORE_INCOME, row(''))],
    totals: row('収入の合計'),
    toWrite: true,
  };
};

const expenditureTable = ({ basis, expenditure }: BudgetForm): Table => {
  const columns = columnsOf(basis, basis);
  const row = rowOf(columns);
  return {
    kind: 'table',
    caption: `支出の部${basis ? '（「対象」の欄は、補助の対象になる経費に○を付けます。理由は摘要に書いてください）' : ''}`,
    columns,
    rows: [
      ...expenditure.map(({ label, treatment }) =>
        row(label, treatment === 'ineligible' ? TREATMENT_LABELS.ineligible : ''),
      ),
      ...times(MORE_EXPENDITURE, row('')),
    ],
    totals: row('支出の合計'),
    toWrite: true,
  };
};

const columnsOf = (basis: boolean, judged: boolean): Columns => [
  { label: '科目', align: 'start', share: 4 },
  { label: '摘要', align: 'start', share: basis ? 4.5 : 6 },
  ...(basis
    ? [
        { label: '単価（円）', align: 'end' as const, share: 2.4 },
        { label: '数量', align: 'end' as const, share: 1.5 },
        { label: '単位', align: 'start' as const, share: 1.3 },
      ]
    : []),
  { label: '金額', align: 'end', share: 3 },
  ...(judged ? [{ label: '対象', align: 'start' as const, share: 1.7 }] : []),
];

/** A row of a table with these columns: its 科目, 円 where the amount goes, and what is settled about 対象. */
const rowOf =
  (columns: Columns) =>
  (category: string, treatment = ''): string[] =>
    columns.map(({ label }) => ({ 科目: category, 金額: '円', 対象: treatment })[label] ?? '');

const times = (count: number, row: readonly string[]): (readonly string[])[] =>
  Array.from({ length: count }, () => row);

/** The categories about which there is something to know before writing. */
function explained(categories: readonly ExpenditureCategory[]): Table[] {
  const rows = categories
    .filter(({ treatment, note, limits }) => treatment !== 'eligible' || note !== '' || limits.length > 0)
    .map(({ label, treatment, note, limits, article }) => [
      label,
      TREATMENT_LABELS[treatment],
      [note, ...limits.map((limit) => `${limit.label} 1${limit.unit}につき${formatYen(yen(limit.yen))}まで。`)].join(
        '',
      ),
      article,
    ]);
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: '支出の科目について',
      columns: [
        { label: '科目', align: 'start', share: 3 },
        { label: '扱い', align: 'start', share: 1.3 },
        { label: '説明', align: 'start', share: 5 },
        { label: '根拠', align: 'start', share: 3 },
      ],
      rows,
      toWrite: false,
    },
  ];
}

const TAX_CREDIT: FormBlock = {
  kind: 'answer',
  label: '【必須】補助金にかかる消費税の仕入控除税額がありますか',
  note: '消費税を納めていない団体は「なし」です。',
  room: {
    kind: 'boxes',
    text: '',
    options: ['なし', 'ある（　　　　　　　　　　　円）', 'まだわからない（実績報告のあとに報告する）'],
  },
};
