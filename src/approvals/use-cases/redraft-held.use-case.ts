import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { DraftStore } from '../store/draft.store.js';
import { Drafts, type StartDraft } from './drafts.js';

export interface RedraftHeldCommand extends Pick<StartDraft, 'title' | 'reason' | 'marks' | 'carried'> {
  /** The draft that the cases left. */
  readonly draftId: string;
}

/** A new draft of the cases that left an earlier one with their budget still reserved; it cites the earlier one. */
@Injectable()
export class RedraftHeld {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: DraftStore,
    private readonly drafts: Drafts,
  ) {}

  execute(actor: Actor, { draftId, ...words }: RedraftHeldCommand): Promise<{ draftId: string }> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const left = await this.store.lock(tx, draftId);
      const held = left.items.filter(({ reservationKept }) => reservationKept).map(({ subjectId }) => subjectId);
      const running = await this.store.runningItems(tx, left.kind, held);
      const subjectIds = held.filter((id) => !running.some(({ subjectId }) => subjectId === id));
      if (subjectIds.length === 0) throw new DomainError('approvals.nothing-held', 'conflict');
      const draft = { kind: left.kind, ...words, subjectIds, cites: left.number };
      return { draftId: await this.drafts.start(tx, draft) };
    });
  }
}
