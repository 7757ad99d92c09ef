import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { DraftListStore, type DraftLine } from '../store/draft-list.store.js';

/** What waits for one person; in each list the one that waits longest stands first. */
export interface WaitingDrafts {
  readonly toApprove: readonly DraftLine[];
  readonly returnedToMe: readonly DraftLine[];
}

@Injectable()
export class ListWaitingDrafts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lists: DraftListStore,
  ) {}

  async execute(actor: Actor): Promise<WaitingDrafts> {
    if (actor.kind !== 'staff') throw DomainError.notFound();
    const posts = actor.posts.map(({ id }) => id);
    return this.unitOfWork.read(actor, async (tx) => ({
      toApprove: await this.lists.waitingFor(tx, posts, actor.staffId),
      returnedToMe: await this.lists.returnedTo(tx, actor.staffId),
    }));
  }
}
