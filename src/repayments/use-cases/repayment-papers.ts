import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CasePapers, type CaseTable, type PaperSource } from '../../cases/index.js';
import { GrantDirectory } from '../../grants/index.js';
import { formatFiscalYear } from '../../kernel/fiscal-year.js';
import { formatEra, stampInJapan } from '../../kernel/local-date.js';
import { REFUND_PART_LABELS, REFUND_PARTS } from '../../kernel/refund-terms.js';
import { writeCsv, type CsvColumn } from '../../platform/csv/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { CAUSE_LABELS, demandNumber } from '../domain/demand.js';
import {
  excessIn,
  sharesIn,
  type EntryBooking,
  type Payback,
  type RepaymentReceipt,
  type ReversedPayback,
} from '../domain/receipt.js';
import { RepaymentDemandStore } from '../store/repayment-demand.store.js';
import { RepaymentFiles, type RepaymentFile } from './repayment-files.js';

/** What was asked back of a case: its demands with their letters and slips, what was done about them, and what came. */
@Injectable()
export class RepaymentPapers implements PaperSource, OnModuleInit {
  constructor(
    private readonly casePapers: CasePapers,
    private readonly grants: GrantDirectory,
    private readonly demands: RepaymentDemandStore,
    private readonly files: RepaymentFiles,
  ) {}

  onModuleInit(): void {
    this.casePapers.register(this);
  }

  async recordsOf(tx: Transaction, caseId: string): Promise<string[]> {
    const files = await this.ofCase(tx, caseId);
    return files.flatMap(({ demand, acts }) => [demand.id, ...acts.map(({ id }) => id)]);
  }

  async namesOf(tx: Transaction, caseId: string): Promise<Map<string, string>> {
    const files = await this.ofCase(tx, caseId);
    return new Map(
      files.flatMap(({ demand, receipts }) => [
        [demand.id, demandNumber(demand)] as const,
        ...receipts.map(({ id, receivedOn }) => [id, `${formatEra(receivedOn)}の領収`] as const),
      ]),
    );
  }

  /** A receipt and a 還付 have no paper of their own here, the bank keeps its slip; 還付 that were taken back stand too. */
  async tablesOf(tx: Transaction, caseId: string): Promise<CaseTable[]> {
    const files = await this.ofCase(tx, caseId);
    const rows = files.flatMap((file) => file.receipts.map((receipt) => ({ file, receipt })));
    const paybacks = rows.flatMap(paybackRows);
    return [
      ...(rows.length === 0 ? [] : [{ name: '返還金の領収', bytes: writeCsv(COLUMNS, rows) }]),
      ...(paybacks.length === 0 ? [] : [{ name: '過誤納金の還付', bytes: writeCsv(PAYBACK_COLUMNS, paybacks) }]),
    ];
  }

  private async ofCase(tx: Transaction, caseId: string): Promise<RepaymentFile[]> {
    const grant = await this.grants.byApplication(tx, caseId);
    return grant ? this.files.ofAll(tx, await this.demands.list(tx, { grantId: grant.id })) : [];
  }
}

interface ReceiptRow {
  readonly file: RepaymentFile;
  readonly receipt: RepaymentReceipt;
}

interface PaybackRow extends ReceiptRow {
  readonly payback: Payback;
  readonly reversed: ReversedPayback | null;
}

/** In the order in which they were written down; the one that stands is the last. */
const paybackRows = ({ file, receipt }: ReceiptRow): PaybackRow[] => [
  ...receipt.reversedPaybacks.map((reversed) => ({ file, receipt, payback: reversed, reversed })),
  ...(receipt.payback ? [{ file, receipt, payback: receipt.payback, reversed: null }] : []),
];

const yearInWords = (booking: EntryBooking, { receipt }: ReceiptRow): string =>
  [...new Set(receipt.entries.filter((entry) => entry.booking === booking).map(({ fiscalYear }) => fiscalYear))]
    .map(formatFiscalYear)
    .join('、');

const COLUMNS: readonly CsvColumn<ReceiptRow>[] = [
  { header: '返還番号', cell: ({ file }) => demandNumber(file.demand) },
  { header: '返還の理由', cell: ({ file }) => CAUSE_LABELS[file.demand.cause] },
  { header: '領収日', cell: ({ receipt }) => receipt.receivedOn },
  { header: '金額', cell: ({ receipt }) => receipt.amount },
  { header: '領収番号', cell: ({ receipt }) => receipt.slipNumber },
  ...REFUND_PARTS.map((part): CsvColumn<ReceiptRow> => ({
    header: REFUND_PART_LABELS[part],
    cell: ({ receipt }) => sharesIn(receipt)[part],
  })),
  { header: '閉鎖後に入力した理由', cell: ({ receipt }) => receipt.lateReason },
  { header: '過誤納金', cell: ({ receipt }) => excessIn(receipt) },
  { header: '還付した日', cell: ({ receipt }) => receipt.payback?.paidOn ?? '' },
  { header: '戻入した年度', cell: (row) => yearInWords('returned-to-line', row) },
  { header: '歳入とした年度', cell: (row) => yearInWords('revenue', row) },
  { header: '取消し', cell: ({ receipt, file }) => reversalInWords(receipt, file.receipts) },
  { header: '取消しの理由', cell: ({ receipt }) => receipt.reason },
  { header: '入力した人', cell: ({ receipt }) => receipt.enteredBy },
  { header: '入力した日時', cell: ({ receipt }) => stampInJapan(receipt.enteredAt) },
];

/** Which of two lines takes the other back. */
const reversalInWords = (receipt: RepaymentReceipt, all: readonly RepaymentReceipt[]): string => {
  if (receipt.reversesId !== null) return '取消の記録';
  return all.some(({ reversesId }) => reversesId === receipt.id) ? '取り消した' : '';
};

const PAYBACK_COLUMNS: readonly CsvColumn<PaybackRow>[] = [
  { header: '返還番号', cell: ({ file }) => demandNumber(file.demand) },
  { header: '領収日', cell: ({ receipt }) => receipt.receivedOn },
  { header: '領収番号', cell: ({ receipt }) => receipt.slipNumber },
  { header: '還付した日', cell: ({ payback }) => payback.paidOn },
  { header: '還付した額', cell: ({ receipt }) => excessIn(receipt) },
  { header: '還付した先', cell: ({ payback }) => payback.paidTo },
  { header: '文書番号', cell: ({ payback }) => payback.documentNumber },
  { header: '記録した人', cell: ({ payback }) => payback.recordedBy },
  { header: '取消し', cell: ({ reversed }) => (reversed ? '取り消した' : '') },
  { header: '取消しの理由', cell: ({ reversed }) => reversed?.reason ?? '' },
  { header: '取り消した人', cell: ({ reversed }) => reversed?.reversedBy ?? '' },
  { header: '取り消した日時', cell: ({ reversed }) => (reversed ? stampInJapan(reversed.reversedAt) : '') },
];
