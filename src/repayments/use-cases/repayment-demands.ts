import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { GrantDirectory, type GrantView } from '../../grants/index.js';
import type { RefundTerms } from '../../kernel/refund-terms.js';
import { subtractYen, sumYen, type Yen } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import { refundTermsOf } from '../../programs/index.js';
import { OVERPAYMENT_ARTICLE, type RepaymentCause } from '../domain/demand.js';
import { sharesIn, standingReceipts } from '../domain/receipt.js';
import { RepaymentDemandStore } from '../store/repayment-demand.store.js';
import { ReceivedMoney } from './received-money.js';
import { RepaymentFiles } from './repayment-files.js';

export interface OpenDemand {
  readonly grantId: string;
  readonly cause: RepaymentCause;
  /** What happened: the change of the grant, the 額の確定. It asks for its money once. */
  readonly causeId: string;
  /** What the organisation holds beyond what the grant gives now (`LaterPaymentsPort.heldOf`), whatever earlier demands ask. */
  readonly amount: Yen;
  readonly recipientAtFault: boolean;
}

export interface ApartDemand {
  readonly grantId: string;
  readonly cause: 'overpayment' | 'disposal';
  /** The form or the disposal behind it. */
  readonly causeId: string;
  readonly amount: Yen;
  /** What happened, as approvers and the letter read it. */
  readonly note: string;
  /** By which it is asked for, where it is another than the programme's for refunds. */
  readonly article?: string;
}

/** The programme's terms are about the recipient's duties: what the town paid by mistake bears no charge and follows no 様式 of theirs. */
const termsFor = (cause: RepaymentCause, terms: RefundTerms): RefundTerms =>
  cause === 'overpayment'
    ? { ...terms, article: OVERPAYMENT_ARTICLE, addition: null, lateCharge: null, formLabel: null }
    : terms;

/** 返還 begins, in the transaction of whoever knows that too much was paid. */
@Injectable()
export class RepaymentDemands {
  constructor(
    private readonly store: RepaymentDemandStore,
    private readonly files: RepaymentFiles,
    private readonly grants: GrantDirectory,
    private readonly money: ReceivedMoney,
  ) {}

  /**
   * Opens the demand of this cause, or gives the one that it has. What earlier demands of the grant still ask for is
   * taken off; null where nothing is left to ask for.
   */
  async open(tx: Transaction, demand: OpenDemand): Promise<string | null> {
    const { grantId, cause, causeId, amount, recipientAtFault } = demand;
    const grant = await this.grants.getForUpdate(tx, grantId);
    const before = await this.store.ofCause(tx, causeId);
    if (before) return before.id;
    const left = amount - (await this.askedFor(tx, grantId));
    if (left <= 0n) return null;
    return this.insert(tx, grant, { cause, causeId, amount: left as Yen, recipientAtFault, note: '' });
  }

  /**
   * Opens a demand that asks for its whole amount beside all others: what was paid by mistake, or the town's share of what a
   * disposal brought. The same cause again gives the demand that it has.
   */
  async openApart(tx: Transaction, demand: ApartDemand): Promise<string> {
    const grant = await this.grants.getForUpdate(tx, demand.grantId);
    const before = await this.store.ofCause(tx, demand.causeId);
    return before ? before.id : this.insert(tx, grant, { ...demand, recipientAtFault: false });
  }

  private async insert(
    tx: Transaction,
    grant: GrantView,
    demand: Omit<OpenDemand, 'grantId'> & Pick<ApartDemand, 'note' | 'article'>,
  ): Promise<string> {
    const { cause, causeId, amount, recipientAtFault, note, article } = demand;
    const terms = termsFor(cause, refundTermsOf(grant.document));
    const id = randomUUID();
    const { id: grantId, applicationId, organizationId, organizationName, programName } = grant;
    const { fiscalYear, budgetLineId } = grant;
    await this.store.insert(tx, {
      ...{ id, cause, causeId, grantId, applicationId, organizationId, organizationName, programName, fiscalYear },
      ...{ budgetLineId, amount, note, terms: article ? { ...terms, article } : terms },
      number: await this.store.takeNumber(tx, fiscalYear),
      // 加算金 is taken on a revocation alone, whatever the cause says of fault.
      recipientAtFault: recipientAtFault && cause === 'revocation',
      // A disposal is paid from what it brought, not from the grant's money.
      received: cause === 'disposal' ? [] : await this.money.of(tx, grantId),
    });
    const detail = { cause, amount: String(amount) };
    tx.audit({ action: 'repayment.opened', subjectKind: 'repayment', subjectId: id, organizationId, detail });
    return id;
  }

  /** By every earlier demand that was not dropped, and what it has not brought back: what is asked once is not asked again. */
  private async askedFor(tx: Transaction, grantId: string): Promise<Yen> {
    const demands = (await this.store.list(tx, { grantId })).filter(
      ({ state, cause }) => state !== 'dropped' && cause !== 'disposal',
    );
    const asked = sumYen(demands.map(({ amount }) => amount));
    const files = await this.files.ofAll(tx, demands);
    const back = files.flatMap(({ receipts }) =>
      standingReceipts(receipts).map((receipt) => sharesIn(receipt).principal),
    );
    return subtractYen(asked, sumYen(back));
  }
}
