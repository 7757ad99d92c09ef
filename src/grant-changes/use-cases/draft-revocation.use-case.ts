import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Drafts, type StartDraft } from '../../approvals/index.js';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { storeWorking, workingOf } from '../../kernel/working.js';
import { subtractYen, ZERO_YEN, type Yen } from '../../kernel/yen.js';
import { GrantDirectory, type GrantView } from '../../grants/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { revocationFaults, type TypedRevocation } from '../domain/change-faults.js';
import { changeMachine } from '../domain/grant-change.js';
import { GrantChangeStore, type Change } from '../store/grant-change.store.js';
import { refuseUnrevocable } from './refuse-unchangeable.js';

export interface DraftRevocationCommand extends TypedRevocation, Pick<StartDraft, 'marks' | 'carried' | 'cites'> {
  readonly grantId: string;
  readonly title: string;
  readonly draftReason: string;
}

/**
 * 起案 of 交付決定の取消し, whole or in part: with its ground and article, whose fault it was, and what the organisation said
 * when it was heard. A revocation that came back from its draft is drafted again here. Faults at the fields of
 * `TypedRevocation`, `title`, `reason`; throws `grant-changes.one-at-a-time`.
 */
@Injectable()
export class DraftRevocation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: GrantChangeStore,
    private readonly grants: GrantDirectory,
    private readonly drafts: Drafts,
  ) {}

  execute(actor: Actor, command: DraftRevocationCommand): Promise<{ draftId: string }> {
    requireDuty(actor, 'promotion');
    const { grantId, title, draftReason: reason, marks = [], carried = false, cites = '' } = command;
    return this.unitOfWork.run(actor, async (tx) => {
      const grant = await this.grants.getForUpdate(tx, grantId);
      refuseUnrevocable(grant);
      refuseWhenFaulty(revocationFaults(command, grant.amountInForce, tx.today));
      const id = await this.propose(tx, grant, command);
      await this.store.note(tx, id, 'proposed');
      const draft = { kind: 'revocation', title, reason, subjectIds: [id], marks, carried, cites };
      return { draftId: await this.drafts.start(tx, draft) };
    });
  }

  private async propose(tx: Transaction, grant: GrantView, typed: DraftRevocationCommand): Promise<string> {
    const open = await this.store.openOf(tx, grant.id);
    const proposal = proposalOf(grant, typed);
    if (open?.kind === 'revocation' && open.state === 'sent') {
      const change = await this.store.lock(tx, open.id);
      const state = nextState(changeMachine, 'grant-changes.moved-on', change.state, 'draft');
      await this.store.change(tx, change, { state, ...proposal });
      return change.id;
    }
    if (open) throw new DomainError('grant-changes.one-at-a-time', 'conflict');
    const id = randomUUID();
    const { applicationId, organizationId } = grant;
    await this.store.add(tx, {
      ...{ id, grantId: grant.id, applicationId, organizationId, kind: 'revocation', state: 'proposed' },
      ...{ round: 1, sentAt: tx.now, sentBy: tx.actor.name, receivedOn: tx.today },
      ...proposal,
    });
    await this.store.note(tx, id, 'started');
    tx.audit({ action: 'grant-change.revocation-begun', subjectKind: 'grant-change', subjectId: id, organizationId });
    return id;
  }
}

function proposalOf(grant: GrantView, typed: TypedRevocation) {
  const { whole, reason, article, hearing, heardOn } = typed;
  const amount: Yen = whole ? ZERO_YEN : (typed.kept ?? ZERO_YEN);
  const before = grant.amountInForce;
  const working = workingOf([
    { label: 'いまの交付決定額', article: grant.document.articles.decision, formula: '', yen: before },
    {
      ...{ label: whole ? '全部取消し' : '一部取消し', article: article.trim(), formula: reason.trim() },
      yen: subtractYen(amount, before),
    },
  ]);
  return {
    ...{ whole, amount, heardOn, beforeAmount: before, working: storeWorking(working), outcome: 'granted' as const },
    ...{ reason: reason.trim(), article: article.trim(), hearing: hearing.trim() },
    recipientAtFault: typed.recipientAtFault ?? false,
  } satisfies Partial<Change>;
}
