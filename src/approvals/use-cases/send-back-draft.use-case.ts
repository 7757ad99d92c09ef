import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DRAFTER_POSITION } from '../domain/draft.js';
import { DraftDesk } from './draft-desk.js';

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
  constructor(private readonly desk: DraftDesk) {}

  async execute(actor: Actor, { draftId, toStep, reason, step }: SendBackDraftCommand): Promise<void> {
    const to = toStep === 'drafter' ? DRAFTER_POSITION : toStep;
    await this.desk.act(actor, draftId, { kind: 'send-back', to, reason, ...(step !== undefined && { step }) });
  }
}
