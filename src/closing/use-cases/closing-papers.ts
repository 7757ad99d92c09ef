import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CasePapers, type CaseTable, type PaperSource } from '../../cases/index.js';
import { GrantDirectory } from '../../grants/index.js';
import { fiscalYear, formatFiscalYear } from '../../kernel/fiscal-year.js';
import { formatEra, stampInJapan } from '../../kernel/local-date.js';
import { writeCsv, type CsvColumn } from '../../platform/csv/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { LATER_GROUND_LABELS } from '../domain/arrears.js';
import { LapsedCommitmentStore, type LapsedOfGrant } from '../store/lapsed-commitment.store.js';
import { PastYearPaymentStore, type PastYearPayment } from '../store/past-year-payment.store.js';

/** What the closing of its year meant for a case: what lapsed, and what a later year paid, with what was taken back of it. */
@Injectable()
export class ClosingPapers implements PaperSource, OnModuleInit {
  constructor(
    private readonly casePapers: CasePapers,
    private readonly grants: GrantDirectory,
    private readonly payments: PastYearPaymentStore,
    private readonly lapsed: LapsedCommitmentStore,
  ) {}

  onModuleInit(): void {
    this.casePapers.register(this);
  }

  recordsOf(): Promise<string[]> {
    return Promise.resolve([]);
  }

  async namesOf(tx: Transaction, caseId: string): Promise<Map<string, string>> {
    const grant = await this.grants.byApplication(tx, caseId);
    const payments = grant ? await this.payments.ofGrant(tx, grant.id) : [];
    return new Map(payments.map(({ id, paidOn }) => [id, `${formatEra(paidOn)}の支払`]));
  }

  async tablesOf(tx: Transaction, caseId: string): Promise<CaseTable[]> {
    const grant = await this.grants.byApplication(tx, caseId);
    if (!grant) return [];
    const payments = await this.payments.ofGrant(tx, grant.id);
    const lapsed = await this.lapsed.ofGrant(tx, grant.id);
    const rows = payments.map((payment) => ({ payment, all: payments }));
    return [
      ...(lapsed ? [{ name: '出納閉鎖での不用', bytes: writeCsv(LAPSED, [lapsed]) }] : []),
      ...(rows.length === 0 ? [] : [{ name: '翌年度以降の支払', bytes: writeCsv(PAYMENTS, rows) }]),
    ];
  }
}

interface Row {
  readonly payment: PastYearPayment;
  readonly all: readonly PastYearPayment[];
}

const PAYMENTS: readonly CsvColumn<Row>[] = [
  { header: '支払日', cell: ({ payment }) => payment.paidOn },
  { header: '金額', cell: ({ payment }) => payment.amount },
  { header: '支払った予算', cell: ({ payment }) => LATER_GROUND_LABELS[payment.ground] },
  { header: '支出の科目と伝票番号', cell: ({ payment }) => payment.basis },
  { header: '取消し', cell: reversalInWords },
  { header: '取消しの理由', cell: ({ payment }) => payment.reason },
  { header: '記録した人', cell: ({ payment }) => payment.recordedBy },
  { header: '記録した日時', cell: ({ payment }) => stampInJapan(payment.recordedAt) },
];

/** Which of two lines takes the other back. */
function reversalInWords({ payment, all }: Row): string {
  if (payment.reversesId !== null) return '取消の記録';
  return all.some(({ reversesId }) => reversesId === payment.id) ? '取り消した' : '';
}

const LAPSED: readonly CsvColumn<LapsedOfGrant>[] = [
  { header: '閉鎖した年度', cell: ({ fiscalYear: year }) => formatFiscalYear(fiscalYear(year)) },
  { header: '不用とした額', cell: ({ amount }) => amount },
];
