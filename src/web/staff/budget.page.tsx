import type { Account, BudgetLine, Commitment, Entry, LedgerPosting } from '../../budgets/index.js';
import { fiscalYear, formatFiscalYear, type FiscalYear } from '../../kernel/fiscal-year.js';
import { groupDigits, sumYen } from '../../kernel/yen.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  DataTable,
  Day,
  Figure,
  FigureRow,
  Form,
  Money,
  Section,
  Select,
  SubNavigation,
  TextField,
  YenField,
  type Viewer,
} from '../shared/index.js';

const ENTRY: Readonly<Record<Entry, string>> = {
  opened: '当初',
  reserved: '起案（予約）',
  released: '予約の解除',
  committed: '支出負担行為',
  'commitment-reversed': '支出負担行為の取消',
  ordered: '支出命令',
  'order-cancelled': '支出命令の取消',
  paid: '支払',
};

const ACCOUNT: Readonly<Record<Account, string>> = {
  ceiling: '予算額',
  reserved: '起案中',
  committed: '負担行為済額',
  ordered: '命令済額',
  paid: '支払済額',
};

interface BudgetPageProps {
  readonly viewer: Viewer;
  readonly year: FiscalYear;
  readonly lines: readonly BudgetLine[];
  readonly mayOpen: boolean;
}

export function BudgetPage({ viewer, year, lines, mayOpen }: BudgetPageProps) {
  const total = (account: Account | 'available') => <Money yen={sumYen(lines.map((line) => line[account]))} strong />;
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
          ...(['ceiling', 'reserved', 'committed', 'paid'] as const).map((account) => ({
            label: ACCOUNT[account],
            align: 'end' as const,
            tight: true,
            cell: (line: BudgetLine) => <Money yen={line[account]} />,
          })),
          { label: '予算残額', align: 'end', tight: true, cell: (line) => <Money yen={line.available} strong /> },
        ]}
        totals={['合計', total('ceiling'), total('reserved'), total('committed'), total('paid'), total('available')]}
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

interface BudgetLinePageProps {
  readonly line: BudgetLine;
  readonly postings: readonly LedgerPosting[];
  readonly commitments: readonly Commitment[];
}

/** 予算台帳 of one line: every posting, with its cause, and the balance after it. */
export function BudgetLinePage({ line, postings, commitments }: BudgetLinePageProps) {
  const numbers = new Map(commitments.map(({ cause, number }) => [cause.id, number]));
  return (
    <>
      <FigureRow>
        <Figure label="予算額" note={line.source}>
          <Money yen={line.ceiling} />
        </Figure>
        <Figure label="起案中" note="決裁を待っている額">
          <Money yen={line.reserved} />
        </Figure>
        <Figure label="負担行為済額" note={`うち支払済み ${groupDigits(line.paid)}円`}>
          <Money yen={line.committed} />
        </Figure>
        <Figure label="予算残額" note="これから起案できる額">
          <Money yen={line.available} />
        </Figure>
      </FigureRow>
      <Section title="予算台帳">
        <DataTable
          caption={`${line.name}の予算台帳`}
          captionHidden
          cards
          rows={postings}
          columns={[
            { label: '日付', tight: true, cell: ({ postedOn }) => <Day date={postedOn} /> },
            { label: '区分', tight: true, cell: ({ entry }) => ENTRY[entry] },
            { label: '摘要', cell: ({ cause }) => cause.label ?? '' },
            { label: '負担行為番号', tight: true, cell: ({ cause }) => numbers.get(cause.id) ?? '' },
            { label: '勘定', tight: true, cell: ({ account }) => ACCOUNT[account] },
            { label: '増減', align: 'end', tight: true, cell: ({ amount }) => <Money yen={amount} /> },
            { label: '記録した人', cell: ({ postedBy }) => postedBy },
          ]}
          empty="記録はまだありません。"
        />
      </Section>
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
      <YenField name="ceiling" label="予算額" required value={typed('ceiling')} />
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
