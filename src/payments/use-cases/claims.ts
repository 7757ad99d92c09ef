import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { CaseList } from '../../cases/index.js';
import { GrantDirectory } from '../../grants/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { isPaidAfterSettlement } from '../../programs/index.js';
import { ClaimStore } from '../store/claim.store.js';

/** Claims in the transaction of whoever asks. */
@Injectable()
export class Claims {
  constructor(
    private readonly store: ClaimStore,
    private readonly grants: GrantDirectory,
    private readonly cases: CaseList,
  ) {}

  /**
   * Prepares the claim of an issued grant, once: the organisation only has to confirm it. Null when the programme pays
   * after settlement, where the amount is not yet known, and when the grant was taken back meanwhile.
   */
  async prepare(tx: Transaction, grantId: string): Promise<string | null> {
    const grant = await this.grants.getForUpdate(tx, grantId);
    if (grant.state !== 'issued') return null;
    if (isPaidAfterSettlement(grant.document)) return null;
    const live = await this.store.liveOfGrant(tx, grantId);
    if (live) return live.id;
    const id = randomUUID();
    const { applicationId, organizationId, organizationName, programName, fiscalYear, amount } = grant;
    await this.store.insert(tx, {
      ...{ id, grantId, applicationId, organizationId, organizationName, programName, fiscalYear, amount },
      paymentMethod: grant.document.payment.methodLabel,
    });
    await this.cases.move(tx, applicationId, { phase: 'issued', waitingFor: 'committee' });
    tx.announce({ type: 'ClaimPrepared', subjectId: id, organizationId, data: { grantId } });
    tx.audit({
      action: 'claim.prepared',
      subjectKind: 'claim',
      subjectId: id,
      organizationId,
      detail: { amount: String(amount) },
    });
    return id;
  }
}
