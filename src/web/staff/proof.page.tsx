import {
  differenceInWords,
  type Book,
  type Difference,
  type LineProof,
  type ProofPage as View,
} from '../../closing/index.js';
import type { LaterPaymentOfGrant } from '../../grants/index.js';
import { formatFiscalYear, type FiscalYear } from '../../kernel/fiscal-year.js';
import { sumYen, type Yen } from '../../kernel/yen.js';
import {
  Button,
  ButtonRow,
  DataTable,
  Day,
  Form,
  Moment,
  Money,
  Notice,
  Section,
  StatusTag,
  SubNavigation,
  type Viewer,
} from '../shared/index.js';
import { ACCOUNT } from '../shared/ledger-words.js';
import { linePath } from './budget-words.js';

interface ProofPageProps {
  readonly viewer: Viewer;
  readonly view: View;
  readonly later: readonly LaterPaymentOfGrant[];
  readonly year: FiscalYear;
  readonly years: readonly FiscalYear[];
  readonly mayKeep: boolean;
}

/** 照合: for each budget line of a year the same figure from every book, and each difference by name. */
export function ProofPage({ viewer, view: { proof, newest }, later, year, years, mayKeep }: ProofPageProps) {
  const lines = proof.lines.filter(({ fiscalYear }) => fiscalYear === year);
  return (
    <>
      <SubNavigation
        label="年度"
        items={years.map((each) => ({
          label: formatFiscalYear(each),
          href: viewer.url('staff/year/proof', { year: String(each) }),
          current: each === year,
        }))}
      />
      {proof.balanced ? (
        <Notice tone="success" title="すべての帳簿が1円まで一致しています。" />
      ) : (
        <Notice tone="danger" title={`合わない金額が${String(proof.differences.length)}件あります。`}>
          <p>年度の締めは、違いがなくなるまで行えません。記録を消さず、逆の記帳や取消しの手続で直してください。</p>
        </Notice>
      )}
      {!proof.balanced && (
        <Section title="合わない金額">
          <Differences viewer={viewer} differences={proof.differences} lines={proof.lines} />
        </Section>
      )}
      <Section title={`${formatFiscalYear(year)}の予算科目ごとの照合`}>
        <Lines viewer={viewer} lines={lines} />
      </Section>
      <Revenue proof={proof} year={year} />
      {later.length > 0 && (
        <Section title={`翌年度以降の支払（${String(later.length)}件）`}>
          <p>
            {formatFiscalYear(year)}
            の閉鎖の後に、翌年度以降の予算で支払ったものです。閉鎖した年度の予算台帳には入りません。
          </p>
          <LaterPayments viewer={viewer} later={later} />
        </Section>
      )}
      <Section title="照合の記録">
        <p>
          {newest ? (
            <>
              最後の照合：
              <Moment at={newest.provedAt} />　{newest.balanced ? '一致' : `違い${String(newest.findings.length)}件`}
            </>
          ) : (
            '照合の記録はまだありません。'
          )}
        </p>
        <p class="hint">毎朝、自動で照合し、違いがあれば会計と管理者に知らせます。</p>
        {mayKeep && (
          <Form action={viewer.url('staff/year/proof')}>
            <ButtonRow>
              <Button kind="secondary">いま照合して記録する</Button>
            </ButtonRow>
          </Form>
        )}
      </Section>
    </>
  );
}

/** 歳入: what came is assessed; nothing is shown of a year without any. */
function Revenue({ proof, year }: { proof: View['proof']; year: FiscalYear }) {
  const rows = proof.revenue.filter(({ fiscalYear }) => fiscalYear === year);
  if (rows.length === 0) return null;
  return (
    <Section title={`${formatFiscalYear(year)}の歳入の照合`}>
      <DataTable
        caption="歳入の照合"
        captionHidden
        cards="dense"
        rows={rows}
        columns={[
          { label: '歳入', cell: ({ subject }) => subject },
          { label: '調定額', align: 'end', tight: true, cell: ({ assessed }) => <Money yen={assessed} /> },
          { label: '収入済額', align: 'end', tight: true, cell: ({ received }) => <Money yen={received} /> },
          { label: '還付済額', align: 'end', tight: true, cell: ({ paidBack }) => <Money yen={paidBack} /> },
          { label: '不納欠損額', align: 'end', tight: true, cell: ({ writtenOff }) => <Money yen={writtenOff} /> },
          { label: '収入未済額', align: 'end', tight: true, cell: ({ open }) => <Money yen={open} /> },
          {
            label: '照合',
            tight: true,
            cell: ({ balanced }) => (balanced ? '一致' : <StatusTag tone="danger">違い</StatusTag>),
          },
        ]}
        empty=""
      />
    </Section>
  );
}

const LaterPayments = ({ viewer, later }: Pick<ProofPageProps, 'viewer' | 'later'>) => (
  <DataTable
    caption="翌年度以降の支払"
    captionHidden
    cards="dense"
    rows={later}
    columns={[
      { label: '支払った日', tight: true, cell: ({ on }) => <Day date={on} /> },
      {
        label: '団体',
        cell: ({ grant }) => <a href={viewer.url(`staff/grants/${grant.id}`)}>{grant.organizationName}</a>,
      },
      { label: '補助制度', cell: ({ grant }) => grant.programName },
      { label: '支払った予算', cell: ({ ground }) => ground },
      { label: '支出の科目と伝票番号', cell: ({ basis }) => basis },
      { label: '額', align: 'end', tight: true, cell: ({ amount }) => <Money yen={amount} /> },
    ]}
    totals={['合計', '', '', '', '', <Money yen={sumYen(later.map(({ amount }) => amount))} strong />]}
    empty="ありません。"
  />
);

function Differences(props: { viewer: Viewer; differences: readonly Difference[]; lines: readonly LineProof[] }) {
  const { viewer, differences, lines } = props;
  const lineOf = (id: string | null) => lines.find((line) => line.id === id);
  return (
    <DataTable
      caption="合わない金額"
      captionHidden
      cards="dense"
      rows={differences}
      columns={[
        { label: '違い', cell: (difference) => differenceInWords(difference) },
        {
          label: '予算科目',
          cell: ({ lineId }) => {
            const line = lineOf(lineId);
            return line ? <a href={viewer.url(linePath(line.id))}>{line.name}</a> : '―';
          },
        },
      ]}
      empty="違いはありません。"
    />
  );
}

/** One figure of a line, as each book that knows it has it. */
interface FigureRow {
  readonly name: string;
  readonly line: LineProof | null;
  readonly figure: string;
  readonly books: Readonly<Partial<Record<Book, Yen>>>;
}

const BOOK_COLUMNS: readonly (readonly [Book, string])[] = [
  ['ledger', '予算台帳'],
  ['grants', '交付決定'],
  ['payments', '支払の記録'],
  ['files', 'ファイル'],
  ['refunds', '返還の記録'],
  ['closing', '閉鎖の記録'],
];

const figuresOf = (name: string, line: LineProof | null, sums: Figures): FigureRow[] => [
  { name, line, figure: ACCOUNT.committed, books: sums.committed },
  { name, line, figure: ACCOUNT.ordered, books: sums.ordered },
  { name, line, figure: ACCOUNT.paid, books: sums.paid },
  { name, line, figure: ACCOUNT.returned, books: sums.returned },
  // Only where a closing left something unused: until then no book has it.
  ...(sums.lapsed.ledger === 0n && sums.lapsed.closing === 0n
    ? []
    : [{ name, line, figure: '不用とした額', books: sums.lapsed }]),
];

type Figures = Pick<LineProof, 'committed' | 'ordered' | 'paid' | 'returned' | 'lapsed'>;

const totalOf = (lines: readonly LineProof[]): Figures => {
  const sum = (of: (line: LineProof) => Yen): Yen => sumYen(lines.map(of));
  return {
    committed: { ledger: sum((line) => line.committed.ledger), grants: sum((line) => line.committed.grants) },
    ordered: { ledger: sum((line) => line.ordered.ledger), payments: sum((line) => line.ordered.payments) },
    paid: {
      ledger: sum((line) => line.paid.ledger),
      payments: sum((line) => line.paid.payments),
      files: sum((line) => line.paid.files),
    },
    returned: { ledger: sum((line) => line.returned.ledger), refunds: sum((line) => line.returned.refunds) },
    lapsed: { ledger: sum((line) => line.lapsed.ledger), closing: sum((line) => line.lapsed.closing) },
  };
};

function Lines({ viewer, lines }: { viewer: Viewer; lines: readonly LineProof[] }) {
  const rows = [
    ...lines.flatMap((line) => figuresOf(line.name, line, line)),
    ...(lines.length > 1 ? figuresOf('合計', null, totalOf(lines)) : []),
  ];
  return (
    <DataTable
      caption="予算科目ごとの照合"
      captionHidden
      cards="dense"
      rows={rows}
      columns={[
        {
          label: '予算科目',
          cell: ({ name, line }) =>
            line ? (
              <>
                <a href={viewer.url(linePath(line.id))}>{name}</a> <span class="hint">{line.code}</span>
              </>
            ) : (
              name
            ),
        },
        { label: '金額', tight: true, cell: ({ figure }) => figure },
        ...BOOK_COLUMNS.filter(([book]) => rows.some(({ books }) => books[book] !== undefined)).map(
          ([book, label]) => ({
            label,
            align: 'end' as const,
            tight: true,
            cell: ({ books }: FigureRow) => {
              const amount = books[book];
              return amount === undefined ? '' : <Money yen={amount} />;
            },
          }),
        ),
        {
          label: '結果',
          tight: true,
          cell: ({ books }) =>
            new Set(Object.values(books)).size === 1 ? '一致' : <StatusTag tone="danger">違い</StatusTag>,
        },
      ]}
      empty="この年度の予算科目はありません。"
    />
  );
}
