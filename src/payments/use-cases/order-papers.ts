import { Injectable } from '@nestjs/common';
import { GrantDirectory } from '../../grants/index.js';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { letterFileName, Letters } from '../../notices/index.js';
import { ReadDocument } from '../../organizations/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import type { PaymentOrder } from '../domain/payment-order.js';
import { FileStore } from '../../platform/files/index.js';
import { ClaimStore } from '../store/claim.store.js';
import { DelegationStore } from '../store/delegation.store.js';
import { PaymentOrderStore } from '../store/payment-order.store.js';

/** What the treasury compares with an order: 請求書, 交付決定通知書, and the passbook of the account or the 委任状 that was ordered. */
export const ORDER_PAPERS = ['claim', 'decision', 'passbook', 'delegation'] as const;
export type OrderPaper = (typeof ORDER_PAPERS)[number];

export interface OpenedPaper {
  readonly bytes: Buffer;
  readonly fileName: string;
  readonly mediaType: string;
}

/** The papers behind an order, opened by the treasury and the 監査委員; each opening stands in the audit trail. */
@Injectable()
export class OrderPapers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: PaymentOrderStore,
    private readonly claims: ClaimStore,
    private readonly grants: GrantDirectory,
    private readonly letters: Letters,
    private readonly documents: ReadDocument,
    private readonly delegations: DelegationStore,
    private readonly files: FileStore,
  ) {}

  /** Throws not-found for a paper that the order does not have (an imported account without its passbook). */
  open(actor: Actor, orderId: string, paper: OrderPaper): Promise<OpenedPaper> {
    requireDuty(actor, 'treasury-check', 'treasury-decide', 'audit');
    return this.unitOfWork.run(actor, async (tx) => {
      const order = await this.orders.find(tx, orderId);
      const opened = await this.paperOf(tx, order, paper);
      tx.audit({
        action: 'payment-order.paper-opened',
        subjectKind: 'payment-order',
        subjectId: orderId,
        organizationId: order.organizationId,
        detail: { paper },
      });
      return opened;
    });
  }

  private paperOf(tx: Transaction, order: PaymentOrder, paper: OrderPaper): Promise<OpenedPaper> {
    if (paper === 'passbook') return this.passbook(tx, order);
    return paper === 'delegation' ? this.delegation(tx, order) : this.letter(tx, order, paper);
  }

  private async delegation(tx: Transaction, { payee }: PaymentOrder): Promise<OpenedPaper> {
    if (payee.delegate === undefined) throw DomainError.notFound();
    const { file } = await this.delegations.find(tx, payee.bankAccountId);
    const { bytes } = await this.files.open(tx, file.sha256);
    return { bytes, fileName: file.name, mediaType: file.mediaType };
  }

  private async passbook(tx: Transaction, { organizationId, payee }: PaymentOrder): Promise<OpenedPaper> {
    const which = { accountId: payee.bankAccountId };
    const { bytes, name, mediaType } = await this.documents.within(tx, { organizationId, which });
    return { bytes, fileName: name, mediaType };
  }

  private async letter(tx: Transaction, order: PaymentOrder, paper: 'claim' | 'decision'): Promise<OpenedPaper> {
    const letterId =
      paper === 'claim'
        ? (await this.claims.find(tx, order.claimId)).confirmation?.letterId
        : (await this.grants.get(tx, order.grantId)).letterId;
    if (!letterId) throw DomainError.notFound();
    const fileName = letterFileName(await this.letters.get(tx, letterId));
    const bytes = await this.letters.pdfOf(tx, letterId);
    return { bytes, fileName, mediaType: 'application/pdf' };
  }
}
