import { Injectable } from '@nestjs/common';
import type { Actor, StaffActor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { DRAFT_MACHINE, type Draft } from '../domain/draft.js';
import { ActStore } from '../store/act.store.js';
import { DraftStore } from '../store/draft.store.js';
import { ApprovalSubjects } from './approval-subjects.js';
import { CasePresenter } from './case-presenter.js';
import { draftFaults } from './drafts.js';
import { RouteFinder } from './route-finder.js';

export interface ResubmitDraftCommand {
  readonly draftId: string;
  readonly title: string;
  readonly reason: string;
  /** What was done about the remarks. */
  readonly comment: string;
}

/**
 * 再提出 by the drafter: a new round with the cases as they stand now, its route found anew (the amount may have changed)
 * and walked from its first post. Faults at `title`, `reason`.
 */
@Injectable()
export class ResubmitDraft {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly subjects: ApprovalSubjects,
    private readonly drafts: DraftStore,
    private readonly acts: ActStore,
    private readonly presenter: CasePresenter,
    private readonly routes: RouteFinder,
  ) {}

  async execute(actor: Actor, command: ResubmitDraftCommand): Promise<void> {
    if (actor.kind !== 'staff') throw DomainError.notFound();
    return this.unitOfWork.run(actor, (tx) => this.resubmit(tx, actor, command));
  }

  private async resubmit(tx: Transaction, staff: StaffActor, command: ResubmitDraftCommand): Promise<void> {
    const before = await this.drafts.lock(tx, command.draftId);
    refuseUnlessDrafter(before, staff);
    const state = nextState(DRAFT_MACHINE, 'approvals.not-returned', before.state, 'resubmit');
    const draft: Draft = {
      ...before,
      title: command.title.trim(),
      reason: command.reason.trim(),
      round: before.round + 1,
    };
    const subjectIds = draft.items.map(({ subjectId }) => subjectId);
    refuseWhenFaulty(draftFaults(draft.title, draft.reason, subjectIds));

    const subject = this.subjects.of(draft.kind);
    await subject.lock(tx, subjectIds);
    for (const subjectId of subjectIds) await subject.drafted(tx, subjectId, draft.id);
    const cases = await this.presenter.presentLocked(tx, draft);
    const route = await this.routes.find(
      tx,
      subject.act,
      cases.map(({ presented }) => presented),
      staff.staffId,
    );

    await this.drafts.startRound(tx, draft.id, draft.round, route.authority, route.steps);
    await this.acts.keep(tx, cases);
    for (const { itemId, presented, digest } of cases) {
      await this.drafts.redraftItem(tx, { id: itemId, title: presented.title, amount: presented.amount, digest });
    }
    const post = { id: draft.drafter.postId, name: draft.drafter.postName };
    const comment = command.comment.trim();
    await this.acts.record(tx, draft.id, {
      kind: 'resubmitted',
      round: draft.round,
      position: null,
      post,
      staff,
      comment,
      shown: cases,
    });
    const { title, reason, round } = draft;
    await this.drafts.move(tx, draft.id, { state, position: 1, title, reason, round });
    tx.audit({ action: 'draft.resubmitted', subjectKind: 'draft', subjectId: draft.id, detail: { round } });
  }
}

/** Only who drafted resubmits or withdraws. */
export function refuseUnlessDrafter(draft: Draft, staff: StaffActor): void {
  if (draft.drafter.staffId !== staff.staffId) {
    throw new DomainError('approvals.not-the-drafter', 'forbidden', { name: draft.drafter.name });
  }
}
