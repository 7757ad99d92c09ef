import { Injectable } from '@nestjs/common';
import type { Actor, StaffActor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import type { Hall, HallPost } from '../domain/hall.js';
import { DraftListStore, type DraftLine, type OwedLine } from '../store/draft-list.store.js';
import { DraftDesk } from './draft-desk.js';

/** What waits for one person; in each list the one that waits longest stands first. */
export interface WaitingDrafts {
  readonly toApprove: readonly DraftLine[];
  /** Drafts of superiors who are away, or whose post is vacant (代決). */
  readonly toDeputise: readonly DraftLine[];
  readonly owed: readonly OwedLine[];
  readonly returnedToMe: readonly DraftLine[];
}

@Injectable()
export class ListWaitingDrafts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lists: DraftListStore,
    private readonly desk: DraftDesk,
  ) {}

  async execute(actor: Actor): Promise<WaitingDrafts> {
    if (actor.kind !== 'staff') throw DomainError.notFound();
    return this.unitOfWork.read(actor, (tx) => this.of(tx, actor));
  }

  async of(tx: Transaction, { staffId, posts }: Pick<StaffActor, 'staffId' | 'posts'>): Promise<WaitingDrafts> {
    const mine = posts.map(({ id }) => id);
    const hall = await this.desk.hallOf(tx);
    const all = [...hall.posts.values()];
    const passed = all.filter(({ holderIds, whenVacant }) => holderIds.length === 0 && whenVacant === 'above');
    const covered = all.filter((post) => mine.includes(post.deputyPostId ?? '') && cannotAct(post, hall));
    const ids = (some: readonly HallPost[]): string[] => some.map(({ id }) => id);
    return {
      toApprove: await this.lists.waitingFor(tx, mine, ids(passed), staffId),
      toDeputise: covered.length === 0 ? [] : await this.lists.waitingFor(tx, ids(covered), ids(passed), staffId),
      owed: await this.lists.owedBy(tx, mine, staffId),
      returnedToMe: await this.lists.returnedTo(tx, staffId),
    };
  }
}

const cannotAct = ({ holderIds, whenVacant }: HallPost, { absentIds }: Hall): boolean =>
  holderIds.length === 0 ? whenVacant === 'deputy' : holderIds.every((id) => absentIds.has(id));
