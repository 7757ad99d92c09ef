import type { Advance } from '../../payments/index.js';
import { formatFiscalYear, type FiscalYear } from '../../kernel/fiscal-year.js';
import { sumYen } from '../../kernel/yen.js';
import {
  ButtonLink,
  ButtonRow,
  DataTable,
  Day,
  Money,
  Notice,
  Section,
  StatusTag,
  type Viewer,
} from '../shared/index.js';
import { InstalmentNote } from '../shared/instalments.js';
import { Pages, shownPart, type PartOfRows } from '../shared/pages-of-rows.js';
import { ORDER_STATE, orderNumber } from '../shared/payment-words.js';

export const BOOKS = {
  payouts: {
    title: '支払一覧',
    lead: '支出命令ごとに1行。科目、債権者、振込先、支払日が入ります。翌年度以降の予算で支払ったものは、支出命令がないため、終わりに並びます。',
  },
  ledger: { title: '予算台帳', lead: '記帳ごとに1行。起案から支払、戻入までのすべての動きです。' },
  journal: { title: '仕訳', lead: '支出命令・支払・組戻・戻入を、借方と貸方で1行ずつ書いたものです。' },
  revenue: {
    title: '歳入簿',
    lead: '返還に伴う歳入（加算金、延滞金、出納閉鎖後の返還金、過誤納金）の調定ごとに、調定額・収入済額・不納欠損額・収入未済額です。戻入は歳入ではないため、予算台帳に入ります。',
  },
  advances: { title: '概算払整理簿', lead: '概算払ごとに1行。精算が済んだかどうかがわかります。' },
} as const;
export type BookName = keyof typeof BOOKS;

export const BOOK_FORMATS = { xlsx: 'Excel', csv: 'CSV（UTF-8）', sjis: 'CSV（Shift_JIS）' } as const;
export type BookFormat = keyof typeof BOOK_FORMATS;

interface BooksPageProps {
  readonly viewer: Viewer;
  readonly year: FiscalYear;
  readonly years: readonly FiscalYear[];
  readonly advances: readonly Advance[];
  /** Which of them are shown. */
  readonly part: PartOfRows;
}

/** What the treasury takes out of the house, of one year; the register of advances is read here as well. */
export function BooksPage({ viewer, year, years, advances, part }: BooksPageProps) {
  return (
    <>
      <nav aria-label="年度">
        <p>
          {years.map((each) => (
            <>
              {each === year ? (
                <strong>{formatFiscalYear(each)}</strong>
              ) : (
                <a href={viewer.url('treasury/books', { year: String(each) })}>{formatFiscalYear(each)}</a>
              )}
              {'　'}
            </>
          ))}
        </p>
      </nav>
      {(['payouts', 'ledger', 'journal', 'revenue'] as const).map((book) => (
        <Section title={BOOKS[book].title} key={book}>
          <p>{BOOKS[book].lead}</p>
          <Downloads viewer={viewer} book={book} year={year} />
        </Section>
      ))}
      <Section title={`概算払整理簿（${String(advances.length)}件）`}>
        <AdvanceTable viewer={viewer} advances={advances} part={part} />
        <Pages
          viewer={viewer}
          path="treasury/books"
          query={{ year: String(year) }}
          part={part}
          total={advances.length}
        />
        <Downloads viewer={viewer} book="advances" year={year} />
      </Section>
    </>
  );
}

const Downloads = ({ viewer, book, year }: { viewer: Viewer; book: BookName; year: FiscalYear }) => (
  <ButtonRow>
    {(Object.keys(BOOK_FORMATS) as BookFormat[]).map((format) => (
      <ButtonLink
        kind="secondary"
        small
        href={viewer.url(`treasury/books/${book}/${format}`, { year: String(year) })}
        key={format}
      >
        {BOOKS[book].title}を{BOOK_FORMATS[format]}で取り出す
      </ButtonLink>
    ))}
  </ButtonRow>
);

function AdvanceTable({ viewer, advances, part }: Pick<BooksPageProps, 'viewer' | 'advances' | 'part'>) {
  return (
    <DataTable
      caption="概算払整理簿"
      captionHidden
      cards="dense"
      keyboard
      empty="この年度の概算払はありません。概算払の支出命令が決裁されると、ここに並びます。"
      rows={shownPart(advances, part)}
      columns={[
        {
          label: '番号',
          tight: true,
          cell: ({ order }) => <a href={viewer.url(`treasury/orders/${order.id}`)}>{orderNumber(order)}</a>,
        },
        { label: '債権者', cell: ({ order }) => order.organizationName },
        {
          label: '補助制度',
          cell: ({ order, claim }) => (
            <>
              {order.programName}
              <InstalmentNote claim={claim} />
            </>
          ),
        },
        { label: '支払日', tight: true, cell: ({ order }) => <Day date={order.paidOn} /> },
        { label: '概算払額', align: 'end', cell: ({ order }) => <Money yen={order.amount} /> },
        {
          label: '精算',
          tight: true,
          cell: ({ order, settledOn }) =>
            settledOn ? (
              <>
                <StatusTag tone="success">精算済</StatusTag> <Day date={settledOn} />
                {order.state === 'paid' && (
                  <>
                    <br />
                    <a href={viewer.url(`treasury/advances/${order.grantId}`)}>精算書</a>
                  </>
                )}
              </>
            ) : order.state === 'paid' ? (
              <StatusTag tone="warning">未精算</StatusTag>
            ) : (
              <StatusTag tone={ORDER_STATE[order.state].tone}>{ORDER_STATE[order.state].label}</StatusTag>
            ),
        },
      ]}
      totals={[
        `合計 ${String(advances.length)}件`,
        '',
        '',
        '',
        <Money yen={sumYen(advances.map(({ order }) => order.amount))} strong />,
        '',
      ]}
    />
  );
}

interface LostPageProps {
  readonly viewer: Viewer;
  readonly book: BookName;
  readonly year: FiscalYear;
  /** Each character with the cells in which it stands. */
  readonly lost: readonly { readonly character: string; readonly places: readonly string[] }[];
}

/** Before a Shift_JIS file is taken out: what it cannot say. */
export const LostCharactersPage = ({ viewer, book, year, lost }: LostPageProps) => (
  <>
    <Notice tone="warning" title={`Shift_JISでは書けない文字が${String(lost.length)}種類あります`}>
      <p>取り出したファイルでは「〓」になります。名称などが欠けて困るときは、UTF-8かExcelを使ってください。</p>
    </Notice>
    <DataTable
      caption="失われる文字"
      cards
      empty="失われる文字はありません。"
      rows={lost}
      columns={[
        { label: '文字', heading: true, tight: true, cell: ({ character }) => character },
        { label: 'あるところ', cell: ({ places }) => places.join('、') },
      ]}
    />
    <ButtonRow>
      <ButtonLink href={viewer.url(`treasury/books/${book}/sjis`, { year: String(year), agreed: 'yes' })}>
        〓に置き換えて取り出す
      </ButtonLink>
      <ButtonLink kind="secondary" href={viewer.url(`treasury/books/${book}/csv`, { year: String(year) })}>
        UTF-8で取り出す
      </ButtonLink>
    </ButtonRow>
  </>
);
