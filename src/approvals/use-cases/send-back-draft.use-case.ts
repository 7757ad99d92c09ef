import { Injectable } from '@nestjs/common';
import type { Actor, StaffActor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { DRAFT_MACHINE, DRAFTER_POSITION, type Draft } from '../domain/draft.js';
import { stepsToActFor } from '../domain/who-may-act.js';
import { ActStore } from '../store/act.store.js';
import { DraftStore } from '../store/draft.store.js';
import { CasePresenter } from './case-presenter.js';

export interface SendBackDraftCommand {
  readonly draftId: string;
  /** The position of an earlier step, or the drafter. */
  readonly toStep: number | 'drafter';
  readonly reason: string;
  /** The step that the page showed; see `ApproveDraftCommand`. */
  readonly step?: number;
}

/**
 * 差戻し: the approvals from the chosen step on no longer stand, their record does. Back at the drafter the reservation is
 * kept until the draft is resubmitted or withdrawn. Faults at `toStep`, `reason`.
 */
@Injectable()
export class SendBackDraft {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: DraftStore,
    private readonly acts: ActStore,
    private readonly presenter: CasePresenter,
  ) {}

  async execute(actor: Actor, command: SendBackDraftCommand): Promise<void> {
    if (actor.kind !== 'staff') throw DomainError.notFound();
    return this.unitOfWork.run(actor, (tx) => this.sendBack(tx, actor, command));
  }

  private async sendBack(tx: Transaction, staff: StaffActor, command: SendBackDraftCommand): Promise<void> {
    const draft = await this.drafts.lock(tx, command.draftId);
    const [step] = stepsToActFor(draft, staff, command.step);
    if (!step) throw new Error('no step to act for');
    const reason = command.reason.trim();
    const target = command.toStep === 'drafter' ? DRAFTER_POSITION : command.toStep;
    refuseWhenFaulty([
      ...(reason === '' ? [{ pointer: 'reason', code: 'approvals.send-back-reason-missing' }] : []),
      ...(isBehind(draft, target) ? [] : [{ pointer: 'toStep', code: 'approvals.send-back-target-missing' }]),
    ]);

    const shown = await this.presenter.presentLocked(tx, draft);
    await this.acts.keep(tx, shown);
    await this.acts.record(tx, draft.id, {
      kind: 'sent-back',
      round: draft.round,
      position: step.position,
      post: { id: step.postId, name: step.postName },
      staff,
      comment: reason,
      returnedTo: target,
      shown,
    });
    const undone = draft.steps.filter(({ position, actId }) => position >= target && actId !== null);
    await this.drafts.setStanding(tx, draft, undone, null);
    const toDrafter = target === DRAFTER_POSITION;
    const state = nextState(DRAFT_MACHINE, 'approvals.not-possible', draft.state, toDrafter ? 'return' : 'send-back');
    await this.drafts.move(tx, draft.id, { state, position: toDrafter ? null : target });
    tx.audit({ action: 'draft.sent-back', subjectKind: 'draft', subjectId: draft.id, detail: { to: target } });
  }
}

const isBehind = (draft: Draft, target: number): boolean =>
  target === DRAFTER_POSITION ||
  (draft.position !== null && target < draft.position && draft.steps.some(({ position }) => position === target));
