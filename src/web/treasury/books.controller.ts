import { Controller, Get, Param, Query } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { fiscalYear, fiscalYearOf, formatFiscalYear, type FiscalYear } from '../../kernel/fiscal-year.js';
import { dayInJapan } from '../../kernel/local-date.js';
import { FinanceBooks } from '../../payments/index.js';
import { RevenueBook } from '../../repayments/index.js';
import { Clock } from '../../platform/clock/index.js';
import { toShiftJis, writeCsv } from '../../platform/csv/index.js';
import { writeWorkbook } from '../../platform/excel/index.js';
import { Desk, download, page, Viewer, type DownloadResult, type PageResult } from '../shared/index.js';
import { partOf } from '../shared/pages-of-rows.js';
import {
  ADVANCE_COLUMNS,
  JOURNAL_COLUMNS,
  LEDGER_COLUMNS,
  PAYOUT_COLUMNS,
  REVENUE_COLUMNS,
  type BookColumn,
  type PayoutLine,
} from './book-tables.js';
import { BOOK_FORMATS, BOOKS, BooksPage, LostCharactersPage, type BookFormat, type BookName } from './books.page.js';

const TITLE = '帳簿と出力';
const CSV = 'text/csv';
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Places that are named of one lost character. */
const MOST_PLACES = 5;

interface Book {
  readonly columns: readonly BookColumn<never>[];
  readonly rows: readonly unknown[];
}

/** What finance uses outside of this house: payments, ledger, journal and the register of advances, of one year. */
@Controller(':town/treasury/books')
@Desk('treasury')
export class BooksController {
  constructor(
    private readonly books: FinanceBooks,
    private readonly revenue: RevenueBook,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Viewer() viewer: Viewer,
    @Query('year') typed: unknown,
    @Query('from') from: unknown,
  ): Promise<PageResult> {
    const year = this.yearIn(typed);
    const now = this.thisYear();
    const years = [...new Set([year, now, fiscalYear(now - 1), fiscalYear(now - 2)])].toSorted((a, b) => b - a);
    const advances = await this.books.advances(viewer.actor, year);
    const body = BooksPage({ viewer, year, years, advances, part: partOf(from) });
    return page(viewer, { title: TITLE, wide: true, body });
  }

  @Get(':book/:format')
  async take(
    @Viewer() viewer: Viewer,
    @Param('book') book: string,
    @Param('format') format: string,
    @Query('year') typedYear: unknown,
    @Query('agreed') agreed: unknown,
  ): Promise<PageResult | DownloadResult> {
    if (!Object.hasOwn(BOOKS, book) || !Object.hasOwn(BOOK_FORMATS, format)) throw DomainError.notFound();
    const name = book as BookName;
    const year = this.yearIn(typedYear);
    const table = await this.tableOf(viewer, name, year);
    const fileName = `${BOOKS[name].title}_${formatFiscalYear(year)}`;
    if ((format as BookFormat) === 'xlsx') {
      return download({
        bytes: await workbook(BOOKS[name].title, table),
        fileName: `${fileName}.xlsx`,
        mediaType: EXCEL,
      });
    }
    const bytes = writeCsv(table.columns as readonly BookColumn<unknown>[], table.rows);
    if ((format as BookFormat) === 'csv') {
      return download({ bytes, fileName: `${fileName}.csv`, mediaType: `${CSV}; charset=utf-8` });
    }
    const shiftJis = toShiftJis(bytes);
    if (shiftJis.lost.length > 0 && agreed !== 'yes') {
      const lost = shiftJis.lost.map((character) => ({ character, places: placesOf(character, table) }));
      return page(viewer, {
        title: `${BOOKS[name].title}をShift_JISで取り出す前に`,
        breadcrumb: [{ label: TITLE, href: viewer.url('treasury/books') }, { label: BOOKS[name].title }],
        body: LostCharactersPage({ viewer, book: name, year, lost }),
      });
    }
    return download({
      bytes: shiftJis.bytes,
      fileName: `${fileName}_sjis.csv`,
      mediaType: `${CSV}; charset=Shift_JIS`,
    });
  }

  private async tableOf({ actor }: Viewer, book: BookName, year: FiscalYear): Promise<Book> {
    switch (book) {
      case 'payouts':
        return { columns: PAYOUT_COLUMNS, rows: await this.payoutsOf(actor, year) };
      case 'ledger':
        return { columns: LEDGER_COLUMNS, rows: await this.books.postings(actor, year) };
      case 'journal':
        return { columns: JOURNAL_COLUMNS, rows: await this.books.journal(actor, year) };
      case 'revenue':
        return { columns: REVENUE_COLUMNS, rows: await this.revenue.ofYear(actor, year) };
      case 'advances':
        return { columns: ADVANCE_COLUMNS, rows: await this.books.advances(actor, year) };
    }
  }

  /** What a later year paid stands at the end: it has no order here. */
  private async payoutsOf(actor: Viewer['actor'], year: FiscalYear): Promise<PayoutLine[]> {
    const later = await this.books.laterPayouts(actor, year);
    return [...(await this.books.payouts(actor, year)), ...later.map((each) => ({ later: each }))];
  }

  private thisYear(): FiscalYear {
    return fiscalYearOf(dayInJapan(this.clock.now()));
  }

  private yearIn(typed: unknown): FiscalYear {
    return typeof typed === 'string' && /^20[2-9]\d$/.test(typed) ? fiscalYear(Number(typed)) : this.thisYear();
  }
}

const cellsOf = ({ columns }: Book, row: unknown) =>
  (columns as readonly BookColumn<unknown>[]).map(({ cell }) => cell(row));

function workbook(name: string, table: Book): Promise<Buffer> {
  const columns = table.columns.map(({ header, width }, index) => {
    const isAmount = table.rows.some((row) => typeof cellsOf(table, row)[index] === 'bigint');
    return { heading: header, width, ...(isAmount && { kind: 'amount' as const }) };
  });
  const rows = table.rows.map((row) =>
    cellsOf(table, row).map((cell) => (typeof cell === 'bigint' ? Number(cell) : cell)),
  );
  return writeWorkbook([{ name, columns, rows }]);
}

/** `3行目 債権者`, counted as the file counts them: its headings are the first line. */
function placesOf(character: string, table: Book): string[] {
  const places = table.rows.flatMap((row, index) =>
    cellsOf(table, row).flatMap((cell, column) =>
      typeof cell === 'string' && cell.includes(character)
        ? [`${String(index + 2)}行目 ${table.columns[column]?.header ?? ''}`]
        : [],
    ),
  );
  return places.length > MOST_PLACES
    ? [...places.slice(0, MOST_PLACES), `ほか${String(places.length - MOST_PLACES)}か所`]
    : places;
}
