import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { PostAbolition, StaffDirectory } from '../../staff/index.js';
import type { Draft } from '../domain/draft.js';
import { DraftStore } from '../store/draft.store.js';
import { DraftDesk } from './draft-desk.js';

export interface AbolishPostCommand {
  readonly postId: string;
  /** Takes the running routes over; needed only while there are any. */
  readonly toPostId: string | null;
  readonly reason: string;
}

/** 職の廃止 from today on: its holdings end, and the routes that still need it go to its successor, each by a recorded act. */
@Injectable()
export class AbolishPost {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: DraftStore,
    private readonly desk: DraftDesk,
    private readonly staff: StaffDirectory,
    private readonly abolition: PostAbolition,
  ) {}

  /** Open drafts whose route still needs the post, longest waiting first. */
  touched(actor: Actor, postId: string): Promise<Draft[]> {
    requireDuty(actor, 'administer', 'audit');
    return this.unitOfWork.read(actor, (tx) => this.needing(tx, postId));
  }

  /** Faults at `toPostId`, `reason`. */
  execute(actor: Actor, { postId, toPostId, reason }: AbolishPostCommand): Promise<{ mapped: number }> {
    requireDuty(actor, 'administer');
    if (actor.kind !== 'staff') throw DomainError.forbidden();
    return this.unitOfWork.run(actor, async (tx) => {
      refuseWhenFaulty(reason.trim() === '' ? [{ pointer: 'reason', code: 'approvals.mapping-reason-missing' }] : []);
      await this.abolition.abolish(tx, postId, toPostId);
      const drafts = await this.needing(tx, postId);
      if (drafts.length === 0) return { mapped: 0 };
      if (toPostId === null) {
        const params = { drafts: drafts.length };
        throw DomainError.invalid([{ pointer: 'toPostId', code: 'approvals.successor-missing', params }]);
      }
      const { id, name, side, duties } = await this.staff.post(tx, toPostId);
      const to = { id, name, side, mayDecide: duties.includes('approve') };
      for (const draft of drafts) {
        const act = { kind: 'map', fromPostId: postId, to, reason } as const;
        await this.desk.actIn(tx, actor, draft.id, () => Promise.resolve({ act }));
      }
      return { mapped: drafts.length };
    });
  }

  private async needing(tx: Transaction, postId: string): Promise<Draft[]> {
    const drafts: Draft[] = [];
    for (const id of await this.drafts.needing(tx, postId)) drafts.push(await this.drafts.find(tx, id));
    return drafts;
  }
}
