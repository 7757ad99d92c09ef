import {
  absolute,
  ACCOUNT_KIND_LABEL,
  claimInWords,
  codeParts,
  journalOf,
  type Advance,
  type LedgerEntry,
  type Payout,
} from '../../payments/index.js';
import type { LaterPaymentOfGrant } from '../../grants/index.js';
import { ASSESSMENT_GROUND_LABELS, demandNumber, ENTRY_PART_LABELS, type RevenueRow } from '../../repayments/index.js';
import { eraNumberOf, formatFiscalYear } from '../../kernel/fiscal-year.js';
import type { Yen } from '../../kernel/yen.js';
import { ACCOUNT, ENTRY } from '../shared/ledger-words.js';
import { ORDER_STATE, orderNumber } from '../shared/payment-words.js';

/** One column of a book, the same in Excel and in CSV. Amounts are numbers, everything else is text. */
export interface BookColumn<Row> {
  readonly header: string;
  readonly width: number;
  readonly cell: (row: Row) => string | Yen;
}

const column = <Row>(header: string, width: number, cell: BookColumn<Row>['cell']): BookColumn<Row> => ({
  ...{ header, width, cell },
});

const CODE_PARTS = ['款', '項', '目', '節', '細節'] as const;

const codesOf = <Row>(codeOf: (row: Row) => string): BookColumn<Row>[] =>
  CODE_PARTS.map((part) => column<Row>(part, 6, (row) => codeParts(codeOf(row))[part]));

/** A line of 支払一覧: an order of this house, or what a later year's accounting paid after the closing, without one. */
export type PayoutLine =
  (Payout & { readonly later?: undefined }) | { readonly later: LaterPaymentOfGrant; readonly order?: undefined };

const ordered =
  (cell: (payout: Payout) => string) =>
  (line: PayoutLine): string =>
    line.order ? cell(line) : '';

const OWN_YEAR = '現年度支出';

export const PAYOUT_COLUMNS: readonly BookColumn<PayoutLine>[] = [
  column(
    '支出命令番号',
    14,
    ordered(({ order }) => orderNumber(order)),
  ),
  column(
    '命令日',
    12,
    ordered(({ order }) => order.orderedOn ?? ''),
  ),
  column('年度', 12, ({ order, later }) => formatFiscalYear(order ? order.fiscalYear : later.grant.fiscalYear)),
  ...codesOf<PayoutLine>(({ order }) => order?.budgetCode ?? ''),
  column(
    '科目名',
    24,
    ordered(({ order }) => order.budgetName),
  ),
  column('支出負担行為番号', 14, ({ order, later }) =>
    order ? order.commitmentNumber : (later.grant.commitmentNumber ?? ''),
  ),
  column('債権者', 32, ({ order, later }) => (order ?? later.grant).organizationName),
  column('補助制度', 28, ({ order, later }) => (order ?? later.grant).programName),
  column('支払の方法', 22, (line) => (line.order ? claimInWords(line.claim) : '翌年度以降の支払')),
  column(
    '請求日',
    12,
    ordered(({ order }) => order.claimedOn),
  ),
  column('金額', 14, ({ order, later }) => (order ?? later).amount),
  column('状態', 14, ({ order }) => (order ? ORDER_STATE[order.state].label : '支払済み')),
  column('支払日', 12, ({ order, later }) => (order ? (order.paidOn ?? '') : later.on)),
  column(
    '伝票番号',
    14,
    ordered(({ order }) => order.slipNumber ?? ''),
  ),
  column(
    '債権者番号',
    14,
    ordered(({ order }) => order.creditorNumber ?? ''),
  ),
  column(
    '金融機関',
    18,
    ordered(({ order }) => `${order.payee.bankCode} ${order.payee.bankName}`),
  ),
  column(
    '支店',
    18,
    ordered(({ order }) => `${order.payee.branchCode} ${order.payee.branchName}`),
  ),
  column(
    '種目',
    8,
    ordered(({ order }) => ACCOUNT_KIND_LABEL[order.payee.accountKind]),
  ),
  column(
    '口座番号',
    12,
    ordered(({ order }) => order.payee.accountNumber),
  ),
  column('支払った予算', 30, ({ later }) => later?.ground ?? OWN_YEAR),
  column('翌年度以降の科目と伝票番号', 30, ({ later }) => later?.basis ?? ''),
];

const joined = (row: RevenueRow, of: (assessment: RevenueRow['assessments'][number]) => string): string =>
  [...new Set(row.assessments.map(of))].join('、');

export const REVENUE_COLUMNS: readonly BookColumn<RevenueRow>[] = [
  column('年度', 12, ({ fiscalYear }) => formatFiscalYear(fiscalYear)),
  column('調定番号', 14, (row) =>
    joined(row, ({ fiscalYear, number }) => `R${String(eraNumberOf(fiscalYear))}調定第${String(number)}号`),
  ),
  column('調定日', 12, (row) => joined(row, ({ assessedOn }) => assessedOn)),
  column('歳入科目', 14, (row) => joined(row, ({ subjectCode }) => subjectCode)),
  column('科目名', 36, (row) => joined(row, ({ subjectName }) => subjectName)),
  column('返還番号', 14, ({ demand }) => demandNumber(demand)),
  column('納入義務者', 32, ({ demand }) => demand.organizationName),
  column('補助制度', 28, ({ demand }) => demand.programName),
  column('区分', 12, ({ part }) => ENTRY_PART_LABELS[part]),
  column('調定の事由', 24, (row) => joined(row, ({ ground }) => ASSESSMENT_GROUND_LABELS[ground])),
  column('調定額', 14, ({ assessed }) => assessed),
  column('収入済額', 14, ({ received }) => received),
  column('還付済額', 14, ({ paidBack }) => paidBack),
  column('不納欠損額', 14, ({ writtenOff }) => writtenOff),
  column('収入未済額', 14, ({ open }) => open),
];

export const ADVANCE_COLUMNS: readonly BookColumn<Advance>[] = [
  column('支出命令番号', 14, ({ order }) => orderNumber(order)),
  column('支出負担行為番号', 14, ({ order }) => order.commitmentNumber),
  column('支払日', 12, ({ order }) => order.paidOn ?? ''),
  column('債権者', 32, ({ order }) => order.organizationName),
  column('補助制度', 28, ({ order }) => order.programName),
  column('支払の方法', 22, ({ claim }) => claimInWords(claim)),
  column('概算払額', 14, ({ order }) => order.amount),
  column('状態', 14, ({ order }) => ORDER_STATE[order.state].label),
  column('精算日', 12, ({ settledOn }) => settledOn ?? ''),
  column('精算', 10, ({ settledOn }) => (settledOn === null ? '未精算' : '精算済')),
  column('確定額', 14, ({ outcome }) => outcome?.determined ?? ''),
  column('追給額', 14, ({ outcome }) => (outcome && outcome.rest > 0n ? absolute(outcome.rest) : '')),
  column('返納額', 14, ({ outcome }) => (outcome && outcome.rest < 0n ? absolute(outcome.rest) : '')),
];

export const LEDGER_COLUMNS: readonly BookColumn<LedgerEntry>[] = [
  ...codesOf<LedgerEntry>(({ line }) => line.code),
  column('科目名', 24, ({ line }) => line.name),
  column('記帳日', 12, ({ posting }) => posting.postedOn),
  column('支払日・領収日', 14, ({ posting }) => posting.moneyOn ?? ''),
  column('区分', 22, ({ posting }) => ENTRY[posting.entry]),
  column('欄', 14, ({ posting }) => ACCOUNT[posting.account]),
  column('金額', 14, ({ posting }) => posting.amount),
  column('摘要', 32, ({ posting }) => posting.cause.label ?? ''),
  column('支出負担行為番号', 14, ({ commitmentNumber }) => commitmentNumber),
  column('支出命令番号', 14, ({ order }) => (order ? orderNumber(order) : '')),
  column('備考', 24, ({ posting }) => posting.note),
  column('記帳者', 16, ({ posting }) => posting.postedBy),
];

const ruleOf = ({ posting }: LedgerEntry) => journalOf(posting);

export const JOURNAL_COLUMNS: readonly BookColumn<LedgerEntry>[] = [
  column('記帳日', 12, ({ posting }) => posting.postedOn),
  column('支払日・領収日', 14, ({ posting }) => posting.moneyOn ?? ''),
  column('年度', 12, ({ line }) => formatFiscalYear(line.fiscalYear)),
  ...codesOf<LedgerEntry>(({ line }) => line.code),
  column('科目名', 24, ({ line }) => line.name),
  column('区分', 16, (entry) => ruleOf(entry)?.words ?? ''),
  column('借方', 12, (entry) => ruleOf(entry)?.debit ?? ''),
  column('貸方', 12, (entry) => ruleOf(entry)?.credit ?? ''),
  column('金額', 14, ({ posting }) => absolute(posting.amount)),
  column('摘要', 32, ({ posting }) => posting.cause.label ?? ''),
  column('支出負担行為番号', 14, ({ commitmentNumber }) => commitmentNumber),
  column('支出命令番号', 14, ({ order }) => (order ? orderNumber(order) : '')),
  column('備考', 24, ({ posting }) => posting.note),
];
