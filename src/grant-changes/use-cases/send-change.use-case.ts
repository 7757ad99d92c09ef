import { Injectable } from '@nestjs/common';
import { Applications } from '../../applications/index.js';
import type { Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { changeMachine } from '../domain/grant-change.js';
import { GrantChangeStore, type Change } from '../store/grant-change.store.js';
import { AmendmentDrafts } from './amendment-drafts.js';
import { DiscontinuationDrafts } from './discontinuation-drafts.js';
import { GrantChanges } from './grant-changes.js';

export interface SendChangeCommand {
  readonly changeId: string;
  /** Given out once with the check page: a double click or a resend carries the same. */
  readonly requestId: string;
  /** Digest of what the check page showed; blank for a 中止・廃止, whose version says it. */
  readonly checkedDigest: string;
}

export interface SentChange {
  readonly receivedNumber: string;
  readonly needsApproval: boolean;
}

/**
 * Sends a 変更 or 中止・廃止 once. Whether it is an application for approval or a notice of a minor change is settled here, by
 * the programme's figures. Throws `grant-changes.incomplete` with a fault at every field,
 * `grant-changes.changed-since-check`.
 */
@Injectable()
export class SendChange {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: GrantChangeStore,
    private readonly changes: GrantChanges,
    private readonly amendments: AmendmentDrafts,
    private readonly discontinuations: DiscontinuationDrafts,
    private readonly applications: Applications,
  ) {}

  execute(actor: Actor, { changeId, requestId, checkedDigest }: SendChangeCommand): Promise<SentChange> {
    if (actor.kind !== 'officer') throw DomainError.forbidden();
    return this.unitOfWork.run(actor, async (tx) => {
      const change = await this.changes.lock(tx, changeId);
      if (change.requestId === requestId) return receiptOf(change);
      const state = nextState(changeMachine, 'grant-changes.state', change.state, 'send');
      const content = await this.contentOf(tx, change, checkedDigest);
      const receivedNumber = change.receivedNumber ?? (await this.applications.takeReceivedNumber(tx));
      const sent = {
        ...{ state, requestId, receivedNumber, round: change.round + 1, sentAt: tx.now, sentBy: actor.name },
        ...{ receivedOn: change.receivedOn ?? tx.today, returnNote: '', correctBy: null },
        ...content,
      };
      await this.store.change(tx, change, sent);
      await this.store.note(tx, change.id, 'sent');
      const { organizationId } = change;
      const detail = { round: sent.round, receivedNumber };
      tx.audit({
        action: 'grant-change.sent',
        subjectKind: 'grant-change',
        subjectId: change.id,
        organizationId,
        detail,
      });
      return receiptOf({ ...change, ...sent });
    });
  }

  private async contentOf(tx: Transaction, change: Change, checkedDigest: string): Promise<Partial<Change>> {
    if (change.kind === 'discontinuation') {
      const { faults, digest, ...content } = await this.discontinuations.of(tx, change);
      refuseWhenFaulty(faults, 'grant-changes.incomplete');
      if (digest !== checkedDigest) throw new DomainError('grant-changes.changed-since-check', 'stale');
      const { reason, effectiveOn, spentAmount, grant } = content;
      return { reason, effectiveOn, spentAmount, needsApproval: true, beforeAmount: grant.amountInForce };
    }
    const { amended, before, grant, reason, increase, needsApproval, faults } = await this.amendments.of(tx, change);
    refuseWhenFaulty(faults, 'grant-changes.incomplete');
    if (amended.digest !== checkedDigest) throw new DomainError('grant-changes.changed-since-check', 'stale');
    return {
      ...{ reason: reason.trim(), increase, needsApproval, previous: before, sent: amended.content },
      ...{ askedAmount: amended.figures.working.total, beforeAmount: grant.amountInForce },
    };
  }
}

function receiptOf({ receivedNumber, needsApproval }: Change): SentChange {
  if (receivedNumber === null) throw new Error('what was sent has a received number');
  return { receivedNumber, needsApproval };
}
