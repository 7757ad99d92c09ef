import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CasePapers, type CaseTable, type PaperSource } from '../../cases/index.js';
import { GrantDirectory } from '../../grants/index.js';
import { REFUND_PART_LABELS, REFUND_PARTS } from '../../kernel/refund-terms.js';
import { writeCsv, type CsvColumn } from '../../platform/csv/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { CAUSE_LABELS, demandNumber } from '../domain/demand.js';
import { excessIn, sharesIn, type RepaymentReceipt } from '../domain/receipt.js';
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

  /** 返還金の領収: a receipt has no paper of its own here, the bank keeps its slip. */
  async tablesOf(tx: Transaction, caseId: string): Promise<CaseTable[]> {
    const files = await this.ofCase(tx, caseId);
    const rows = files.flatMap((file) => file.receipts.map((receipt) => ({ file, receipt })));
    return rows.length === 0 ? [] : [{ name: '返還金の領収', bytes: writeCsv(COLUMNS, rows) }];
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
  {
    header: '返還金の戻入年度',
    cell: ({ receipt }) => receipt.entries.find(({ booking }) => booking === 'returned-to-line')?.fiscalYear ?? '',
  },
  { header: '取消しの理由', cell: ({ receipt }) => receipt.reason },
  { header: '入力した人', cell: ({ receipt }) => receipt.enteredBy },
];
