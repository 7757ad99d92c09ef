import { orderNumberText, type PaymentOrder } from './payment-order.js';
import { ACCOUNT_KIND_LABEL } from './payee.js';
import { eraNumberOf, type FiscalYear } from '../../kernel/fiscal-year.js';

/** Raised whenever a column changes, so that the accounting system can refuse a layout it does not know. */
export const LAYOUT_VERSION = '1';

export interface ExportedOrder {
  readonly exportNumber: string;
  readonly order: PaymentOrder;
  /** The day the 会計管理者 accepted the order. */
  readonly acceptedOn: string;
  /** 債権者番号 that the accounting system gave this organisation's account before; empty the first time. */
  readonly knownCreditorNumber: string;
}

interface LayoutColumn {
  readonly header: string;
  /** For the page that documents the layout. */
  readonly meaning: string;
  readonly form: string;
  readonly cell: (line: ExportedOrder) => string | bigint;
}

const text = (header: string, meaning: string, form: string, cell: LayoutColumn['cell']): LayoutColumn => ({
  header,
  meaning,
  form,
  cell,
});

/** The columns of the file for the financial accounting system 財務会計, in this order; their page is made of the same list. */
export const ACCOUNTING_COLUMNS: readonly LayoutColumn[] = [
  text('様式版', 'この様式の版', '数字', () => LAYOUT_VERSION),
  text('出力番号', '出力ファイルの番号', 'R8-X0001', (line) => line.exportNumber),
  text('支出命令番号', '支払済一覧で照合する番号', 'R8-S0001', ({ order }) => numberOf(order)),
  text('支出命令日', '支出命令の決裁日', '2026-05-01', ({ order }) => order.orderedOn ?? ''),
  text('会計年度', '所属年度（西暦）', '2026', ({ order }) => String(order.fiscalYear)),
  text('予算科目コード', '款項目節', '自治体の科目コード', ({ order }) => order.budgetCode),
  text('予算科目名', '科目の名称', '文字', ({ order }) => order.budgetName),
  text('支出負担行為番号', '交付決定と同時に付けた番号', 'R8-0001', ({ order }) => order.commitmentNumber),
  text('支出負担行為日', '交付決定の日', '2026-04-20', ({ order }) => order.committedOn),
  text('支出負担行為額', '円', '整数', ({ order }) => order.commitmentAmount),
  text('支出命令額', '円', '整数', ({ order }) => order.amount),
  text('支払方法', '通常払・概算払など', '文字', ({ order }) => order.paymentMethod),
  text('請求日', '請求書の日付', '2026-04-28', ({ order }) => order.claimedOn),
  text('会計決定日', '会計管理者が支払を決めた日', '2026-05-02', (line) => line.acceptedOn),
  text('件名', '補助制度の名称', '文字', ({ order }) => order.programName),
  text('債権者番号', '前に受け取った番号。初回は空欄', '文字', (line) => line.knownCreditorNumber),
  text('債権者名', '団体名', '文字', ({ order }) => order.organizationName),
  text('金融機関コード', '先頭の0を含む4桁', '0177', ({ order }) => order.payee.bankCode),
  text('金融機関名', '名称', '文字', ({ order }) => order.payee.bankName),
  text('支店コード', '先頭の0を含む3桁', '636', ({ order }) => order.payee.branchCode),
  text('支店名', '名称', '文字', ({ order }) => order.payee.branchName),
  text('預金種目', '普通・当座・貯蓄', '文字', ({ order }) => ACCOUNT_KIND_LABEL[order.payee.accountKind]),
  text('口座番号', '先頭の0を含む7桁', '0012345', ({ order }) => order.payee.accountNumber),
  text('口座名義カナ', '通帳のとおり', '文字', ({ order }) => order.payee.holderKana),
  text('振込用カナ', '半角30バイト以内。職員が確かめたもの', '半角カナ', ({ order }) => order.payee.transferKana),
];

const numberOf = (order: PaymentOrder): string =>
  order.number === null ? '' : orderNumberText(order.fiscalYear, order.number);

/** `R8-X0003`. */
export const exportNumberText = (year: FiscalYear, number: number): string =>
  `R${eraNumberOf(year)}-X${String(number).padStart(4, '0')}`;

/** `accounting-kotake-R8-X0003.csv`. */
export const exportFileName = (slug: string, exportNumber: string): string => `accounting-${slug}-${exportNumber}.csv`;

/** The columns of the 支払済一覧 that the accounting system gives back; further columns are ignored. */
export const PAID_LIST_COLUMNS = [
  { header: '支出命令番号', meaning: '出力ファイルと同じ番号', form: 'R8-S0001' },
  { header: '伝票番号', meaning: '財務会計が付けた伝票の番号', form: '英数字30文字以内' },
  { header: '債権者番号', meaning: '財務会計に登録した債権者の番号', form: '英数字30文字以内' },
  {
    header: '支払日',
    meaning: '口座に振り込んだ日。支払不能のときは、その知らせの日',
    form: '2026-05-29 又は 令和8年5月29日',
  },
  { header: '金額', meaning: '支払額（円）。支出命令額と同じでなければ取り込まない', form: '整数。カンマ可' },
] as const;

/** Further columns of the same list, for payments that did not arrive; a list without them says 支払済 of every line. */
export const FAILURE_COLUMNS = [
  { header: '結果', meaning: '支払済 又は 支払不能。空欄と、列がないときは支払済', form: '支払済・支払不能' },
  { header: '理由', meaning: '支払不能のとき、銀行が示した理由', form: '文字' },
  { header: '資金の戻った日', meaning: '支払不能のとき。まだ戻っていないときは空欄', form: '2026-06-05' },
] as const;

export type PaidListHeader = (typeof PAID_LIST_COLUMNS | typeof FAILURE_COLUMNS)[number]['header'];
