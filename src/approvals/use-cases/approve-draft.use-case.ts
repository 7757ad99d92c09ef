import { Injectable } from '@nestjs/common';
import type { Actor, StaffActor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { DRAFT_MACHINE, type Draft, type DraftState, type DraftStep } from '../domain/draft.js';
import { nextPosition } from '../domain/route.js';
import { refuseTied, refuseUnlessAsShown, type CaseNow } from '../domain/shown-case.js';
import { approvalAlreadyGiven, stepsToActFor } from '../domain/who-may-act.js';
import { ActStore } from '../store/act.store.js';
import { DraftStore } from '../store/draft.store.js';
import { ApprovalSubjects } from './approval-subjects.js';
import { CasePresenter } from './case-presenter.js';

export interface ApproveDraftCommand {
  readonly draftId: string;
  /** The digest that the approver's page showed, for every item of the draft. */
  readonly shownDigests: Readonly<Record<string, string>>;
  readonly comment: string;
  /** The step that the page showed: with it, an act can never land on another step. Left out, the step that waits for the actor. */
  readonly step?: number;
}

export interface ApproveDraftResult {
  readonly state: DraftState;
  /** This approval had already been given: a second click or a resend, which changed nothing. */
  readonly repeated: boolean;
}

/** 承認, 同意 (合議) or, at the last post, 決裁: which makes every case so in the same transaction. */
@Injectable()
export class ApproveDraft {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly subjects: ApprovalSubjects,
    private readonly drafts: DraftStore,
    private readonly acts: ActStore,
    private readonly presenter: CasePresenter,
  ) {}

  async execute(actor: Actor, command: ApproveDraftCommand): Promise<ApproveDraftResult> {
    if (actor.kind !== 'staff') throw DomainError.notFound();
    return this.unitOfWork.run(actor, (tx) => this.approve(tx, actor, command));
  }

  private async approve(tx: Transaction, actor: StaffActor, command: ApproveDraftCommand): Promise<ApproveDraftResult> {
    const draft = await this.drafts.lock(tx, command.draftId);
    if (approvalAlreadyGiven(draft, actor, command.step)) return { state: draft.state, repeated: true };
    const steps = stepsToActFor(draft, actor, command.step);
    const cases = await this.presenter.presentLocked(tx, draft);
    refuseTied(cases, actor.staffId);
    refuseUnlessAsShown(cases, command.shownDigests);

    await this.recordFor(tx, draft, actor, steps, cases, command.comment.trim());
    const position = nextPosition(draft.steps, steps);
    const state = nextState(
      DRAFT_MACHINE,
      'approvals.not-possible',
      draft.state,
      position === null ? 'decide' : 'pass',
    );
    await this.drafts.move(tx, draft.id, { state, position, ...(position === null && { decidedOn: tx.today }) });
    if (position === null) await this.decide(tx, draft);
    const action = position === null ? 'draft.decided' : 'draft.approved';
    tx.audit({
      action,
      subjectKind: 'draft',
      subjectId: draft.id,
      detail: { posts: steps.map(({ postId }) => postId) },
    });
    return { state, repeated: false };
  }

  /** One act, written for each post it stands for. */
  private async recordFor(
    tx: Transaction,
    draft: Draft,
    staff: StaffActor,
    steps: readonly DraftStep[],
    shown: readonly CaseNow[],
    comment: string,
  ): Promise<void> {
    let joinedActId: string | undefined;
    for (const step of steps) {
      const actId = await this.acts.record(tx, draft.id, {
        kind: 'approved',
        round: draft.round,
        position: step.position,
        post: { id: step.postId, name: step.postName },
        staff,
        comment,
        shown,
        ...(joinedActId !== undefined && { joinedActId }),
      });
      await this.drafts.setStanding(tx, draft, [step], actId);
      joinedActId ??= actId;
    }
  }

  private async decide(tx: Transaction, draft: Draft): Promise<void> {
    const subject = this.subjects.of(draft.kind);
    for (const { subjectId } of draft.items) await subject.approved(tx, subjectId, draft.id);
    await this.drafts.closeItems(tx, draft.id);
  }
}
