import { Injectable } from '@nestjs/common';
import { Drafts, type StartDraft } from '../../approvals/index.js';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import {
  GrantDirectory,
  outcomeFaults,
  proposedOutcome,
  type GrantView,
  type OutcomeChoice,
} from '../../grants/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { LONGEST_GROUND, textFaults } from '../domain/change-faults.js';
import { changeMachine } from '../domain/grant-change.js';
import { GrantChangeStore, type Change } from '../store/grant-change.store.js';
import { refuseUnlessAsShown } from './answer-change.use-case.js';
import { ChangeGrounds } from './change-grounds.js';
import { GrantChanges } from './grant-changes.js';

export interface DraftChangeCommand extends Pick<StartDraft, 'marks' | 'carried' | 'cites'> {
  readonly changeId: string;
  /** As the page showed it. */
  readonly version: number;
  /** granted 承認, reduced 減額して承認, refused 不承認. */
  readonly choice: OutcomeChoice;
  readonly title: string;
  readonly reason: string;
}

/**
 * 起案 of the decision on a 変更承認申請 or 中止・廃止承認申請. An increase reserves budget. Faults at `outcome`, `amount`,
 * `decisionReason`, `title`, `reason`; throws `budgets.over-ceiling`, `budgets.year-over`, `grant-changes.*`.
 */
@Injectable()
export class DraftChange {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: GrantChangeStore,
    private readonly changes: GrantChanges,
    private readonly grants: GrantDirectory,
    private readonly grounds: ChangeGrounds,
    private readonly drafts: Drafts,
  ) {}

  execute(actor: Actor, command: DraftChangeCommand): Promise<{ draftId: string }> {
    requireDuty(actor, 'promotion');
    const { changeId, version, choice, title, reason, marks = [], carried = false, cites = '' } = command;
    return this.unitOfWork.run(actor, async (tx) => {
      const { grantId } = await this.changes.get(tx, changeId);
      const grant = await this.grants.getForUpdate(tx, grantId);
      const change = await this.changes.lock(tx, changeId);
      if (change.kind === 'revocation') throw DomainError.notFound();
      if (!change.needsApproval) throw new DomainError('grant-changes.only-a-notice', 'conflict');
      const state = nextState(changeMachine, 'grant-changes.moved-on', change.state, 'draft');
      refuseUnlessAsShown(change, version);
      const proposed = await this.proposed(tx, grant, change, choice);
      await this.store.change(tx, change, { state, ...proposed });
      await this.store.note(tx, changeId, 'proposed');
      const draft = { kind: change.kind, title, reason, subjectIds: [changeId], marks, carried, cites };
      return { draftId: await this.drafts.start(tx, draft) };
    });
  }

  private async proposed(
    tx: Transaction,
    grant: GrantView,
    change: Change,
    choice: OutcomeChoice,
  ): Promise<Pick<Change, 'outcome' | 'amount' | 'working' | 'decisionReason'>> {
    if (choice.outcome === 'refused') {
      refuseWhenFaulty(
        textFaults('decisionReason', choice.reason, 'grant-changes.refusal-reason-missing', LONGEST_GROUND),
      );
      return { outcome: 'refused', amount: null, working: null, decisionReason: choice.reason.trim() };
    }
    if (change.kind === 'discontinuation')
      return { outcome: 'granted', amount: null, working: null, decisionReason: '' };
    const { document, organizationName } = grant;
    const ground = {
      organizationName,
      appliedAmount: change.askedAmount ?? change.beforeAmount,
      assessed: await this.grounds.assessed(tx, grant, change),
      article: document.changes.article,
    };
    refuseWhenFaulty(
      outcomeFaults('choice', choice, ground).map((fault) => ({ ...fault, pointer: FIELDS[fault.pointer] ?? '' })),
    );
    const { outcome, amount, working, reason: decisionReason } = proposedOutcome(choice, ground);
    return { outcome, amount, working, decisionReason };
  }
}

const FIELDS: Readonly<Record<string, string>> = {
  'choice[outcome]': 'outcome',
  'choice[amount]': 'amount',
  'choice[reason]': 'decisionReason',
};
