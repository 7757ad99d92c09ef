import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { afterAct, takeDownFaults, type PublicationAction } from '../domain/publication.js';
import { MeetingStore } from '../store/meeting.store.js';
import { PublicationStore, type PublishedKind } from '../store/publication.store.js';

/** One bulletin, series or meeting, by its kind and id. */
export interface PublishedRef {
  readonly kind: PublishedKind;
  readonly id: string;
}

/** What the trail calls each kind. */
const SUBJECT: Readonly<Record<PublishedKind, string>> = {
  bulletin: 'bulletin',
  series: 'record-series',
  meeting: 'record-meeting',
};

/** Publishes what was written, takes it down with a reason, and throws away what was never public. */
@Injectable()
export class Publish {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: PublicationStore,
    private readonly meetings: MeetingStore,
  ) {}

  /** What was looked at in `version`; throws stale when somebody changed it since. Published already, nothing changes. */
  async publish(actor: Actor, ref: PublishedRef & { version: number }): Promise<void> {
    requireDuty(actor, 'promotion');
    await this.unitOfWork.run(actor, (tx) => this.act(tx, ref, 'publish', ''));
  }

  /** The same; fault at `reason`. It leaves the public pages at once and stays readable for staff. */
  async takeDown(actor: Actor, { reason, ...ref }: PublishedRef & { version: number; reason: string }): Promise<void> {
    requireDuty(actor, 'promotion');
    const why = reason.trim();
    refuseWhenFaulty(takeDownFaults(why));
    await this.unitOfWork.run(actor, (tx) => this.act(tx, ref, 'take-down', why));
  }

  /** Throws `records.was-public` for what was, and `records.series-not-empty` for a series with meetings. */
  async discard(actor: Actor, { kind, id }: PublishedRef): Promise<void> {
    requireDuty(actor, 'promotion');
    await this.unitOfWork.run(actor, async (tx) => {
      const { state, title } = await this.store.lock(tx, kind, id);
      if (state !== 'draft') throw new DomainError('records.was-public', 'conflict');
      if (kind === 'series' && (await this.meetings.ofSeries(tx, id)).length > 0) {
        throw new DomainError('records.series-not-empty', 'conflict');
      }
      await this.store.discard(tx, kind, id);
      const subject = SUBJECT[kind];
      tx.audit({ action: `${subject}.discarded`, subjectKind: subject, subjectId: id, detail: { title } });
    });
  }

  private async act(
    tx: Transaction,
    { kind, id, version }: PublishedRef & { version: number },
    action: PublicationAction,
    takenDownReason: string,
  ): Promise<void> {
    const kept = await this.store.lock(tx, kind, id);
    // The same button pressed twice.
    const target = action === 'publish' ? 'published' : 'taken-down';
    if (kept.state === target && kept.version === version + 1) return;
    if (kept.version !== version) throw DomainError.stale();
    const state = afterAct(kept.state, action);
    await this.store.change(tx, kind, id, { state, takenDownReason, version: kept.version + 1 });
    const detail = { title: kept.title, ...(takenDownReason && { reason: takenDownReason }) };
    tx.audit({ action: `${SUBJECT[kind]}.${target}`, subjectKind: SUBJECT[kind], subjectId: id, detail });
  }
}
