import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { DraftListStore, type DraftFilter, type DraftLine } from '../store/draft-list.store.js';
import { requireStaff } from './drafts.js';

/** 起案簿: every draft of the town, newest first. Staff only. */
@Injectable()
export class ListDrafts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lists: DraftListStore,
  ) {}

  async execute(actor: Actor, filter: DraftFilter): Promise<DraftLine[]> {
    requireStaff(actor);
    return this.unitOfWork.read(actor, (tx) => this.lists.list(tx, filter));
  }
}
