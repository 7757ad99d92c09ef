import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Ties } from '../../staff/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import type { CaseItem } from '../domain/case.js';
import {
  correspondentOf,
  otherThan,
  type Correspondent,
  type MentionedPlace,
  type Message,
} from '../domain/message.js';
import { CaseStore } from '../store/case.store.js';
import { MessageStore } from '../store/message.store.js';
import { CaseList } from './case-list.js';
import { CasePlaces } from './case-places.js';

/** The messages of one case as its reader finds them. */
export interface Thread {
  readonly item: CaseItem;
  /** Oldest first. */
  readonly messages: readonly Message[];
  /** Which of them were unread until now. */
  readonly fresh: ReadonlySet<string>;
  /** What a message may be about. */
  readonly places: readonly MentionedPlace[];
  /** For whom the reader writes; null: only looks on. */
  readonly reader: Correspondent | null;
}

/** Whoever answers for a side reads for it: the first opening is recorded with time and name. Others leave no trace. */
@Injectable()
export class OpenThread {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly list: CaseList,
    private readonly cases: CaseStore,
    private readonly messages: MessageStore,
    private readonly places: CasePlaces,
    private readonly ties: Ties,
  ) {}

  /** Throws not-found for another organisation's case. */
  execute(actor: Actor, caseId: string): Promise<Thread> {
    return this.unitOfWork.run(actor, async (tx) => {
      const item = await this.list.visible(tx, caseId);
      await this.ties.refuseTied(tx, item.organizationId);
      const reader = correspondentOf(actor);
      const opened = reader ? await this.messages.open(tx, caseId, otherThan(reader)) : [];
      if (reader && opened.length > 0) {
        await this.cases.countUnread(tx, caseId, reader, -opened.length);
        const { organizationId } = item;
        const detail = { count: opened.length };
        tx.audit({ action: 'message.opened', subjectKind: 'case', subjectId: caseId, organizationId, detail });
      }
      return {
        item,
        messages: await this.messages.of(tx, caseId),
        fresh: new Set(opened),
        places: reader ? await this.places.of(tx, caseId) : [],
        reader,
      };
    });
  }
}
