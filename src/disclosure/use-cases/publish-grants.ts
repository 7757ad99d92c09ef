import { Injectable } from '@nestjs/common';
import { GrantDirectory } from '../../grants/index.js';
import { OrganizationDirectory } from '../../organizations/index.js';
import { PaidAmounts } from '../../payments/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { PublicGrantStore } from '../store/public-grant.store.js';

/** Carries what happened to a grant over to what everyone may see. */
@Injectable()
export class PublishGrants {
  constructor(
    private readonly store: PublicGrantStore,
    private readonly grants: GrantDirectory,
    private readonly organizations: OrganizationDirectory,
    private readonly payments: PaidAmounts,
  ) {}

  /** After the letter is issued: until then the recipient should not read it here first. */
  async publish(tx: Transaction, grantId: string): Promise<void> {
    const grant = await this.grants.get(tx, grantId);
    if (grant.state === 'withdrawn') return;
    if (grant.decidedOn === null) throw new Error(`the grant ${grantId} is issued but not decided`);
    const { districtName } = await this.organizations.get(tx, grant.organizationId);
    const { id, fiscalYear, organizationName, programName, amount, decidedOn, document } = grant;
    await this.store.put(tx, {
      ...{ id, fiscalYear, districtName, organizationName, programName, amount, decidedOn },
      purpose: document.purpose,
    });
  }

  /** The decision was taken back: no money went, and nothing is left to show. */
  takeDown(tx: Transaction, grantId: string): Promise<void> {
    return this.store.remove(tx, grantId);
  }

  /** What has arrived by now: a payment more, or one that the bank gave back. */
  async followPayments(tx: Transaction, grantId: string): Promise<void> {
    await this.publish(tx, grantId);
    const { paid, paidOn } = await this.payments.of(tx, grantId);
    await this.store.payments(tx, grantId, { paidAmount: paid, paidOn });
  }
}
