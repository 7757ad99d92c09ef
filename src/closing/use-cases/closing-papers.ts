import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CasePapers, type CaseTable, type PaperSource } from '../../cases/index.js';
import { GrantDirectory } from '../../grants/index.js';
import { fiscalYear, formatFiscalYear } from '../../kernel/fiscal-year.js';
import { formatEra, stampInJapan } from '../../kernel/local-date.js';
import { writeCsv, type CsvColumn } from '../../platform/csv/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { LATER_GROUND_LABELS, type LaterOrderState } from '../domain/arrears.js';
import { LapsedCommitmentStore, type LapsedOfGrant } from '../store/lapsed-commitment.store.js';
import { LaterPaymentOrderStore, type LaterPaymentOrder } from '../store/later-payment-order.store.js';
import { PastYearPaymentStore, type PastYearPayment } from '../store/past-year-payment.store.js';

/** What the closing of its year meant for a case: what lapsed, and what a later year paid, with what was taken back of it. */
@Injectable()
export class ClosingPapers implements PaperSource, OnModuleInit {
  constructor(
    private readonly casePapers: CasePapers,
    private readonly grants: GrantDirectory,
    private readonly payments: PastYearPaymentStore,
    private readonly lapsed: LapsedCommitmentStore,
    private readonly orders: LaterPaymentOrderStore,
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
    const orders = await this.orders.ofGrant(tx, grant.id);
    const rows = payments.map((payment) => ({ payment, all: payments }));
    return [
      ...(lapsed ? [{ name: '出納閉鎖での不用', bytes: writeCsv(LAPSED, [lapsed]) }] : []),
      ...(orders.length === 0 ? [] : [{ name: '翌年度以降の支払の依頼', bytes: writeCsv(ORDERS, orders) }]),
      ...(rows.length === 0 ? [] : [{ name: '翌年度以降の支払', bytes: writeCsv(PAYMENTS, rows) }]),
    ];
  }
}

const ORDER_STATES: Readonly<Record<LaterOrderState, string>> = {
  ordered: '会計の確認を待つ',
  paid: '支払を確認した',
  returned: '会計が返した',
  withdrawn: '取り下げた',
};

const ORDERS: readonly CsvColumn<LaterPaymentOrder>[] = [
  { header: '金額', cell: ({ amount }) => amount },
  { header: '支払う予算', cell: ({ ground }) => LATER_GROUND_LABELS[ground] },
  { header: '決裁と支出の科目', cell: ({ basis }) => basis },
  { header: '求めた人', cell: ({ orderedByName }) => orderedByName },
  { header: '求めた日時', cell: ({ orderedAt }) => stampInJapan(orderedAt) },
  { header: '結果', cell: ({ state }) => ORDER_STATES[state] },
  { header: '伝票番号、又は返した・取り下げた理由', cell: ({ answer }) => answer },
  { header: '答えた人', cell: ({ answeredByName }) => answeredByName },
  { header: '答えた日時', cell: ({ answeredAt }) => (answeredAt ? stampInJapan(answeredAt) : '') },
];

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
