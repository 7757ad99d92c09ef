import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import type { PriorStartDecision } from '../domain/prior-start.js';
import { PriorStartDecisionRow } from './prior-start-decision-row.js';

/** Answers to 事前着手, written once; the newest of an application holds. */
@Injectable()
export class PriorStartStore {
  async add(
    tx: Transaction,
    applicationId: string,
    decision: Pick<PriorStartDecision, 'outcome' | 'startsOn' | 'reason'>,
  ): Promise<void> {
    const decided = { decidedOn: tx.today, decidedBy: tx.actor.name };
    await tx.manager.insert(PriorStartDecisionRow, {
      ...decision,
      ...decided,
      applicationId,
      municipalityId: tx.municipalityId,
    });
  }

  async newest(tx: Transaction, applicationId: string): Promise<PriorStartDecision | null> {
    const [row] = await tx.manager.find(PriorStartDecisionRow, {
      where: { applicationId },
      order: { id: 'DESC' },
      take: 1,
    });
    if (!row) return null;
    const { outcome, startsOn, reason, decidedOn, decidedBy } = row;
    return { outcome, startsOn, reason, decidedOn, decidedBy };
  }
}
