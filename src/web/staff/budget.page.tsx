import type { BudgetLine } from '../../budgets/index.js';
import { fiscalYear, formatFiscalYear, type FiscalYear } from '../../kernel/fiscal-year.js';
import { sumYen } from '../../kernel/yen.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  DataTable,
  Form,
  Money,
  Select,
  SubNavigation,
  TextField,
  YenField,
  type Viewer,
} from '../shared/index.js';
import { ACCOUNT, accountsShown } from '../shared/ledger-words.js';

interface BudgetPageProps {
  readonly viewer: Viewer;
  readonly year: FiscalYear;
  readonly lines: readonly BudgetLine[];
  readonly mayOpen: boolean;
}

export function BudgetPage({ viewer, year, lines, mayOpen }: BudgetPageProps) {
  const accounts = accountsShown(lines);
  const total = (account: (typeof accounts)[number] | 'available') => (
    <Money yen={sumYen(lines.map((line) => line[account]))} strong />
  );
  return (
    <>
      <SubNavigation
        label="年度"
        items={[year - 1, year, year + 1].map((candidate) => ({
          label: formatFiscalYear(fiscalYear(candidate)),
          href: viewer.url('staff/budget', { year: String(candidate) }),
          current: candidate === year,
        }))}
      />
      <DataTable
        caption={`${formatFiscalYear(year)}の予算科目`}
        captionHidden
        keyboard
        cards
        rows={lines}
        columns={[
          {
            label: '予算科目',
            cell: (line) => (
              <>
                <a href={viewer.url(`staff/budget/${line.id}`)}>{line.name}</a>
                <p class="hint">{line.code}</p>
              </>
            ),
          },
          ...accounts.map((account) => ({
            label: ACCOUNT[account],
            align: 'end' as const,
            tight: true,
            cell: (line: BudgetLine) => <Money yen={line[account]} />,
          })),
          { label: '予算残額', align: 'end', tight: true, cell: (line) => <Money yen={line.available} strong /> },
        ]}
        totals={['合計', ...accounts.map(total), total('available')]}
        empty={{
          title: 'この年度の予算科目はまだありません。',
          body: <p>予算科目を登録すると、補助制度の支払元として選べるようになります。</p>,
        }}
      />
      {mayOpen && (
        <ButtonRow>
          <ButtonLink kind="secondary" href={viewer.url('staff/budget/new', { year: String(year) })}>
            予算科目を登録する
          </ButtonLink>
        </ButtonRow>
      )}
    </>
  );
}

interface NewBudgetLineProps {
  readonly viewer: Viewer;
  readonly year: FiscalYear;
  /** What was typed into a field of a form that was refused. */
  readonly typed: (field: string) => string;
}

export function NewBudgetLinePage({ viewer, year, typed }: NewBudgetLineProps) {
  return (
    <Form action={viewer.url('staff/budget')}>
      <Select
        name="fiscalYear"
        label="年度"
        required
        value={String(year)}
        options={[year - 1, year, year + 1].map((value) => ({
          value: String(value),
          label: formatFiscalYear(fiscalYear(value)),
        }))}
      />
      <TextField
        name="code"
        label="予算科目コード"
        hint="款・項・目・節など、財務会計の表記"
        required
        size="medium"
        value={typed('code')}
      />
      <TextField name="name" label="名称" required value={typed('name')} />
      <YenField name="ceiling" label="当初予算額" required value={typed('ceiling')} />
      <TextField
        name="source"
        label="予算額の出典"
        hint="例：令和8年度当初予算（3月議会議決）"
        required
        value={typed('source')}
      />
      <ButtonRow>
        <Button>登録する</Button>
      </ButtonRow>
    </Form>
  );
}
