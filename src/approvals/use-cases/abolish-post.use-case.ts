import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor, type StaffActor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { formatEra, type LocalDate } from '../../kernel/local-date.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { isAbolished, PostAbolition, StaffDirectory, type PlannedAbolition } from '../../staff/index.js';
import type { Draft } from '../domain/draft.js';
import { DraftStore } from '../store/draft.store.js';
import { DraftDesk } from './draft-desk.js';

export interface AbolishPostCommand {
  readonly postId: string;
  /** Takes the running routes over; needed while there are any, and always for a day to come. */
  readonly toPostId: string | null;
  /** The first day on which the post is no more: today, or one to come. */
  readonly on: LocalDate;
  readonly reason: string;
}

/** How many routes went to the successor; null: on the day. */
export interface Abolished {
  readonly mapped: number | null;
}

/**
 * 職の廃止: its holdings end, and the routes that still need it go to its successor, each by a recorded act; today, or by
 * itself on the morning of a day to come. A post that has ended may be mapped again for what could not be mapped then.
 */
@Injectable()
export class AbolishPost {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: DraftStore,
    private readonly desk: DraftDesk,
    private readonly staff: StaffDirectory,
    private readonly abolition: PostAbolition,
  ) {}

  /** Open drafts whose route still needs the post, longest waiting first, and its end where that is decided. */
  touched(actor: Actor, postId: string): Promise<{ drafts: Draft[]; planned: PlannedAbolition | null }> {
    requireDuty(actor, 'administer', 'audit');
    return this.unitOfWork.read(actor, async (tx) => ({
      drafts: await this.needing(tx, postId),
      planned: await this.abolition.plannedFor(tx, postId),
    }));
  }

  /** Faults at `toPostId`, `on`, `reason`. */
  execute(actor: Actor, { postId, toPostId, on, reason }: AbolishPostCommand): Promise<Abolished> {
    requireDuty(actor, 'administer');
    if (actor.kind !== 'staff') throw DomainError.forbidden();
    return this.unitOfWork.run(actor, async (tx) => {
      refuseWhenFaulty([
        ...(on < tx.today ? [{ pointer: 'on', code: 'staff.abolition-in-the-past' }] : []),
        ...(reason.trim() === '' ? [{ pointer: 'reason', code: 'approvals.mapping-reason-missing' }] : []),
      ]);
      if (on > tx.today) {
        if (toPostId === null) throw DomainError.invalid([{ pointer: 'toPostId', code: 'staff.successor-needed' }]);
        await this.abolition.plan(tx, actor, { postId, successorPostId: toPostId, on, reason: reason.trim() });
        return { mapped: null };
      }
      const post = await this.staff.post(tx, postId);
      if (!isAbolished(post, tx.today)) await this.abolition.abolish(tx, postId, toPostId);
      const drafts = await this.needing(tx, postId);
      if (drafts.length === 0) return { mapped: 0 };
      if (toPostId === null) {
        const params = { drafts: drafts.length };
        throw DomainError.invalid([{ pointer: 'toPostId', code: 'approvals.successor-missing', params }]);
      }
      for (const draft of drafts) await this.map(tx, actor, draft, { from: postId, to: toPostId, reason });
      return { mapped: drafts.length };
    });
  }

  /** Takes a planned abolition back before its day. */
  cancel(actor: Actor, postId: string): Promise<void> {
    requireDuty(actor, 'administer');
    return this.unitOfWork.run(actor, (tx) => this.abolition.cancel(tx, postId));
  }

  /**
   * The abolitions whose day has come, each in the name of who decided it. A route that its successor cannot take (its
   * drafter is the only holder, say) is left for the administrator and holds up none of the others.
   */
  async carryOutDue(tx: Transaction): Promise<void> {
    for (const planned of await this.abolition.due(tx)) {
      const { postId, successorPostId: to, abolishedOn } = planned;
      await this.abolition.abolish(tx, postId, to, abolishedOn);
      const reason = `${formatEra(abolishedOn)}の廃止（あらかじめ決定）。${planned.reason}`;
      const by = await this.decider(tx, planned);
      for (const draft of await this.needing(tx, postId)) {
        try {
          await this.map(tx, by, draft, { from: postId, to, reason });
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          tx.audit({
            action: 'draft.unmapped',
            subjectKind: 'draft',
            subjectId: draft.id,
            detail: { postId, successorPostId: to, because: error.code },
          });
        }
      }
    }
  }

  /** Refused before anything is written, so that one refusal leaves the others as they are. */
  private async map(
    tx: Transaction,
    by: StaffActor,
    draft: Draft,
    { from, to, reason }: { from: string; to: string; reason: string },
  ): Promise<void> {
    const { id, name, side, duties } = await this.staff.post(tx, to);
    const successor = { id, name, side, mayDecide: duties.includes('approve') };
    const act = { kind: 'map', fromPostId: from, to: successor, reason } as const;
    await this.desk.actIn(tx, by, draft.id, () => Promise.resolve({ act }));
  }

  /** Who decided it, through the post from which it was decided. */
  private async decider(tx: Transaction, planned: PlannedAbolition): Promise<StaffActor> {
    const { id, name, side, duties } = await this.staff.post(tx, planned.decidedByPostId);
    return {
      kind: 'staff',
      municipalityId: tx.municipalityId,
      accountId: '',
      staffId: planned.decidedByStaffId,
      name: planned.decidedByName,
      posts: [{ id, name, section: '', side, duties }],
    };
  }

  private async needing(tx: Transaction, postId: string): Promise<Draft[]> {
    const drafts: Draft[] = [];
    for (const id of await this.drafts.needing(tx, postId)) drafts.push(await this.drafts.find(tx, id));
    return drafts;
  }
}
