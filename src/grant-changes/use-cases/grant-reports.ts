import { Injectable } from '@nestjs/common';
import { HALL_DUTIES, requireDuty, requireOwnOrganization } from '../../kernel/actor.js';
import { GrantDirectory } from '../../grants/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { GrantReport } from '../domain/grant-report.js';
import { GrantReportStore } from '../store/grant-report.store.js';

/** 状況報告 and 事故報告 as their desks read them. */
@Injectable()
export class GrantReports {
  constructor(
    private readonly store: GrantReportStore,
    private readonly grants: GrantDirectory,
  ) {}

  /** Throws not-found for another organisation's officer. */
  async get(tx: Transaction, id: string): Promise<GrantReport> {
    return seen(tx, await this.store.find(tx, id));
  }

  /** The same, locked for the rest of the transaction. */
  async lock(tx: Transaction, id: string): Promise<GrantReport> {
    return seen(tx, await this.store.lock(tx, id));
  }

  async ofGrant(tx: Transaction, grantId: string): Promise<GrantReport[]> {
    const grant = await this.grants.get(tx, grantId);
    return this.store.ofGrant(tx, grant.id);
  }
}

function seen(tx: Transaction, report: GrantReport): GrantReport {
  requireOwnOrganization(tx.actor, report.organizationId);
  if (tx.actor.kind !== 'officer') requireDuty(tx.actor, ...HALL_DUTIES);
  return report;
}
