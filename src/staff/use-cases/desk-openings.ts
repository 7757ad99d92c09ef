import { Injectable } from '@nestjs/common';
import { HALL_DUTIES, requireDuty, type Actor } from '../../kernel/actor.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { DeskOpeningStore, type OpenedSubject, type Opening } from '../store/desk-opening.store.js';

/** After so many minutes without a sign of life a page counts as closed. */
const EXPIRES_MINUTES = 10;

/** Two people on one case: each is told who has it open. It keeps nobody out; a stale save is refused where it is made. */
@Injectable()
export class DeskOpenings {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: DeskOpeningStore,
  ) {}

  /** The person has opened it to work on it; says who else has. */
  enter(actor: Actor, subject: OpenedSubject): Promise<Opening[]> {
    return this.told(actor, subject, (tx, staffId, since) => this.store.enter(tx, subject, staffId, since));
  }

  /** A sign of life of whoever has it open, and who else has; somebody who only looks leaves no trace. */
  keep(actor: Actor, subject: OpenedSubject): Promise<Opening[]> {
    return this.told(actor, subject, (tx, staffId) => this.store.keep(tx, subject, staffId));
  }

  /** The person has done what was to be done there: the next is not told of somebody who is gone. */
  async leave(actor: Actor, subject: OpenedSubject): Promise<void> {
    if (actor.kind === 'staff') await this.unitOfWork.run(actor, (tx) => this.store.leave(tx, subject, actor.staffId));
  }

  private async told(
    actor: Actor,
    subject: OpenedSubject,
    sign: (tx: Transaction, staffId: string, since: Date) => Promise<void>,
  ): Promise<Opening[]> {
    requireDuty(actor, ...HALL_DUTIES);
    if (actor.kind !== 'staff') return [];
    return this.unitOfWork.run(actor, async (tx) => {
      const since = new Date(tx.now.getTime() - EXPIRES_MINUTES * 60_000);
      await sign(tx, actor.staffId, since);
      return this.store.others(tx, subject, actor.staffId, since);
    });
  }
}
