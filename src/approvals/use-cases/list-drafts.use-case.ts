import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { DraftListStore, type DraftFilter, type DraftLine } from '../store/draft-list.store.js';
import { DraftAccess, requireStaff } from './draft-access.js';

export interface ListedDraft extends DraftLine {
  /** Who asks may open it. */
  readonly opens: boolean;
}

/** 起案簿: every draft of the town, newest first; of those that do not open to who asks without their title. Staff only. */
@Injectable()
export class ListDrafts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lists: DraftListStore,
    private readonly access: DraftAccess,
  ) {}

  async execute(actor: Actor, filter: DraftFilter): Promise<ListedDraft[]> {
    requireStaff(actor);
    return this.unitOfWork.read(actor, async (tx) => this.access.titled(tx, await this.lists.list(tx, filter)));
  }
}
