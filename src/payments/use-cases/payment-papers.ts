import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CasePapers, type CaseFile, type CaseTable, type PaperSource } from '../../cases/index.js';
import { formatFiscalYear } from '../../kernel/fiscal-year.js';
import { writeCsv, type CsvColumn } from '../../platform/csv/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { claimInWords, type Claim } from '../domain/claim.js';
import { ACCOUNT_KIND_LABEL } from '../domain/payee.js';
import { orderNumberText, type OrderHistoryEntry, type PaymentOrder } from '../domain/payment-order.js';
import type { TransferFailure } from '../domain/transfer-failure.js';
import { ClaimStore } from '../store/claim.store.js';
import { DelegationStore } from '../store/delegation.store.js';
import { PaymentOrderStore } from '../store/payment-order.store.js';
import { TransferFailureStore } from '../store/transfer-failure.store.js';

/** Every claim and order of a case, given up ones too: whom each paid and when, what the bank gave back, and each 委任状. */
@Injectable()
export class PaymentPapers implements PaperSource, OnModuleInit {
  constructor(
    private readonly casePapers: CasePapers,
    private readonly claims: ClaimStore,
    private readonly orders: PaymentOrderStore,
    private readonly failures: TransferFailureStore,
    private readonly delegations: DelegationStore,
  ) {}

  onModuleInit(): void {
    this.casePapers.register(this);
  }

  async recordsOf(tx: Transaction, caseId: string): Promise<string[]> {
    const orders = await this.orders.ofApplication(tx, caseId);
    return [...(await this.claims.idsOfApplication(tx, caseId)), ...orders.map(({ id }) => id)];
  }

  async namesOf(tx: Transaction, caseId: string): Promise<Map<string, string>> {
    const claims = await this.claims.byIds(tx, await this.claims.idsOfApplication(tx, caseId));
    const orders = await this.orders.ofApplication(tx, caseId);
    return new Map([
      ...[...claims.values()].map((claim) => [claim.id, claimInWords(claim)] as const),
      ...orders.map((order) => [order.id, numberOf(order)] as const),
    ]);
  }

  async filesOf(tx: Transaction, caseId: string): Promise<CaseFile[]> {
    const files: CaseFile[] = [];
    for (const claimId of await this.claims.idsOfApplication(tx, caseId))
      files.push(
        ...(await this.delegations.ofClaim(tx, claimId)).map(({ file: { name, sha256 } }) => ({
          ...{ folder: '委任状', name, sha256 },
        })),
      );
    return files;
  }

  async tablesOf(tx: Transaction, caseId: string): Promise<CaseTable[]> {
    const orders = await this.orders.ofApplication(tx, caseId);
    if (orders.length === 0) return [];
    const ids = orders.map(({ id }) => id);
    const claims = await this.claims.byIds(
      tx,
      orders.map(({ claimId }) => claimId),
    );
    const history = await this.orders.history(tx, ids);
    const failures = await this.failures.ofOrders(tx, ids);
    const rows = orders.map((order): Row => ({
      ...{ order, claim: claims.get(order.claimId) },
      history: history.filter(({ orderId }) => orderId === order.id),
    }));
    const returned = failures.flatMap((failure) => {
      const order = orders.find(({ id }) => id === failure.orderId);
      return order ? [{ order, failure }] : [];
    });
    return [
      { name: '支出命令と支払', bytes: writeCsv(ORDERS, rows) },
      ...(returned.length === 0 ? [] : [{ name: '振込不能・組戻', bytes: writeCsv(FAILURES, returned) }]),
    ];
  }
}

const numberOf = ({ fiscalYear, number }: PaymentOrder): string =>
  number === null ? '' : orderNumberText(fiscalYear, number);

interface Row {
  readonly order: PaymentOrder;
  readonly claim: Claim | undefined;
  readonly history: readonly OrderHistoryEntry[];
}

const lastOf = ({ history }: Row, act: OrderHistoryEntry['act']): OrderHistoryEntry | undefined =>
  history.findLast((entry) => entry.act === act);

const ORDERS: readonly CsvColumn<Row>[] = [
  { header: '支出命令番号', cell: ({ order }) => numberOf(order) },
  { header: '年度', cell: ({ order }) => formatFiscalYear(order.fiscalYear) },
  { header: '予算科目コード', cell: ({ order }) => order.budgetCode },
  { header: '予算科目', cell: ({ order }) => order.budgetName },
  { header: '支出負担行為番号', cell: ({ order }) => order.commitmentNumber },
  { header: '支払の方法', cell: ({ claim, order }) => (claim ? claimInWords(claim) : order.paymentMethod) },
  { header: '金額', cell: ({ order }) => order.amount },
  { header: '請求日', cell: ({ order }) => order.claimedOn },
  { header: '命令日', cell: ({ order }) => order.orderedOn },
  { header: '会計で審査した人', cell: (row) => lastOf(row, 'checked')?.actorName ?? '' },
  { header: '支払を決定した人', cell: (row) => lastOf(row, 'accepted')?.actorName ?? '' },
  { header: '支払日', cell: ({ order }) => (order.state === 'paid' ? order.paidOn : null) },
  { header: '伝票番号', cell: ({ order }) => order.slipNumber },
  { header: '振込先の名義', cell: ({ order }) => order.payee.transferKana },
  { header: '受領の委任を受けた人', cell: ({ order }) => order.payee.delegate ?? '' },
  { header: '金融機関', cell: ({ order }) => `${order.payee.bankCode} ${order.payee.bankName}` },
  { header: '支店', cell: ({ order }) => `${order.payee.branchCode} ${order.payee.branchName}` },
  // One cell with its kind, so that a spreadsheet keeps the noughts in front.
  { header: '口座', cell: ({ order: { payee } }) => `${ACCOUNT_KIND_LABEL[payee.accountKind]} ${payee.accountNumber}` },
  { header: '返付の理由', cell: (row) => lastOf(row, 'returned')?.reason ?? '' },
];

interface Returned {
  readonly order: PaymentOrder;
  readonly failure: TransferFailure;
}

const ENDS: Readonly<Record<TransferFailure['state'], string>> = {
  open: '対応中',
  resumed: '再び送金',
  'order-returned': '支出命令を返付',
  'after-closing': '出納閉鎖の後（対応中）',
  concluded: '処理済み',
  mistaken: '記録の誤り',
};

const FAILURES: readonly CsvColumn<Returned>[] = [
  { header: '支出命令番号', cell: ({ order }) => numberOf(order) },
  { header: '回', cell: ({ failure }) => failure.attempt },
  { header: '銀行の通知の日', cell: ({ failure }) => failure.failedOn },
  { header: '理由', cell: ({ failure }) => failure.reason },
  { header: '金額', cell: ({ failure }) => failure.amount },
  { header: '支払済としていた日', cell: ({ failure }) => failure.paidOn },
  { header: '戻った日', cell: ({ failure }) => failure.returnedOn },
  { header: '結果', cell: ({ failure }) => ENDS[failure.state] },
  { header: '結果の説明', cell: ({ failure }) => failure.conclusion },
  { header: '記録した人', cell: ({ failure }) => failure.recordedByName },
];
