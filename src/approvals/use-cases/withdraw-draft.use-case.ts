import { Injectable } from '@nestjs/common';
import type { Actor, StaffActor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { DRAFT_MACHINE } from '../domain/draft.js';
import { ActStore } from '../store/act.store.js';
import { DraftStore } from '../store/draft.store.js';
import { ApprovalSubjects } from './approval-subjects.js';
import { CasePresenter } from './case-presenter.js';
import { refuseUnlessDrafter } from './resubmit-draft.use-case.js';

export interface WithdrawDraftCommand {
  readonly draftId: string;
  readonly reason: string;
}

/** 取下げ of a returned draft by its drafter: the reservations are released, the cases may be drafted again. Fault at `reason`. */
@Injectable()
export class WithdrawDraft {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly subjects: ApprovalSubjects,
    private readonly drafts: DraftStore,
    private readonly acts: ActStore,
    private readonly presenter: CasePresenter,
  ) {}

  async execute(actor: Actor, command: WithdrawDraftCommand): Promise<void> {
    if (actor.kind !== 'staff') throw DomainError.notFound();
    return this.unitOfWork.run(actor, (tx) => this.withdraw(tx, actor, command));
  }

  private async withdraw(tx: Transaction, staff: StaffActor, command: WithdrawDraftCommand): Promise<void> {
    const draft = await this.drafts.lock(tx, command.draftId);
    refuseUnlessDrafter(draft, staff);
    const state = nextState(DRAFT_MACHINE, 'approvals.not-returned', draft.state, 'withdraw');
    const reason = command.reason.trim();
    refuseWhenFaulty(reason === '' ? [{ pointer: 'reason', code: 'approvals.withdrawal-reason-missing' }] : []);

    const shown = await this.presenter.presentLocked(tx, draft);
    await this.acts.keep(tx, shown);
    const subject = this.subjects.of(draft.kind);
    for (const { subjectId } of draft.items) await subject.released(tx, subjectId, draft.id, 'withdrawn', reason);
    const post = { id: draft.drafter.postId, name: draft.drafter.postName };
    await this.acts.record(tx, draft.id, {
      kind: 'withdrawn',
      round: draft.round,
      position: null,
      post,
      staff,
      comment: reason,
      shown,
    });
    await this.drafts.closeItems(tx, draft.id);
    await this.drafts.move(tx, draft.id, { state, position: null });
    tx.audit({ action: 'draft.withdrawn', subjectKind: 'draft', subjectId: draft.id });
  }
}
