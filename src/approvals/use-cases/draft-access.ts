import { Injectable } from '@nestjs/common';
import { hasDuty, type Actor, type StaffActor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import { StaffDirectory } from '../../staff/index.js';
import { DraftAccessStore } from '../store/draft-access.store.js';
import { ApprovalSubjects } from './approval-subjects.js';

interface Asked {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
}

/**
 * Whom a draft opens to. One of confidential cases opens only to its drafter, the holders of the posts on its route and of
 * their deputies, whoever acted on it, who deals with its cases anyway, promotion staff and auditors; any other to all staff.
 */
@Injectable()
export class DraftAccess {
  constructor(
    private readonly subjects: ApprovalSubjects,
    private readonly staff: StaffDirectory,
    private readonly store: DraftAccessStore,
  ) {}

  /** Throws not-found for officers and the public, and for staff to whom the draft does not open. */
  async requireOpen(tx: Transaction, draft: Asked): Promise<void> {
    requireStaff(tx.actor);
    if (!(await this.openOf(tx, [draft])).has(draft.id)) throw DomainError.notFound();
  }

  /** Of these drafts those that open to who asks, by their id. */
  async openOf(tx: Transaction, drafts: readonly Asked[]): Promise<ReadonlySet<string>> {
    const { actor } = tx;
    const guarded = drafts.filter(({ kind }) => this.subjects.of(kind).confidential !== undefined);
    const open = new Set(drafts.map(({ id }) => id));
    if (guarded.length === 0 || seesAll(actor)) return open;
    const mine = actor.kind === 'staff' ? await this.ofPerson(tx, actor, guarded) : new Set<string>();
    return new Set([...open].filter((id) => mine.has(id) || guarded.every((draft) => draft.id !== id)));
  }

  /** The title as who asks may read it: a neutral one where the draft does not open to them. */
  async titled<T extends Asked>(tx: Transaction, drafts: readonly T[]): Promise<(T & { readonly opens: boolean })[]> {
    const open = await this.openOf(tx, drafts);
    return drafts.map((draft) => ({
      ...draft,
      opens: open.has(draft.id),
      title: open.has(draft.id) ? draft.title : (this.subjects.of(draft.kind).confidential?.title ?? draft.title),
    }));
  }

  /** Whether a draft of this confidential case ever opened to who asks. */
  async hasPart(tx: Transaction, kind: string, subjectId: string): Promise<boolean> {
    if (tx.actor.kind !== 'staff') return false;
    const drafts = await this.store.ofSubject(tx, kind, subjectId);
    return (await this.inHand(tx, tx.actor, drafts)).size > 0;
  }

  private async ofPerson(tx: Transaction, actor: StaffActor, drafts: readonly Asked[]): Promise<ReadonlySet<string>> {
    const mine = new Set(
      await this.inHand(
        tx,
        actor,
        drafts.map(({ id }) => id),
      ),
    );
    for (const { id, kind } of drafts) {
      if (mine.has(id)) continue;
      const ids = await this.store.subjectsOf(tx, id);
      if ((await this.subjects.of(kind).confidential?.dealtWithBy(tx, actor.staffId, ids))?.size) mine.add(id);
    }
    return mine;
  }

  private async inHand(tx: Transaction, actor: StaffActor, draftIds: readonly string[]): Promise<ReadonlySet<string>> {
    const held = actor.posts.map(({ id }) => id);
    const { posts } = await this.staff.staffingOn(tx, tx.today);
    const covered = posts.filter(({ deputyPostId }) => held.includes(deputyPostId ?? '')).map(({ id }) => id);
    return this.store.inHandOf(tx, draftIds, { staffId: actor.staffId, postIds: [...held, ...covered] });
  }
}

/** Staff of the town, or the programme itself. */
export function requireStaff(actor: Actor): void {
  if (actor.kind !== 'staff' && actor.kind !== 'system') throw DomainError.notFound();
}

const seesAll = (actor: Actor): boolean =>
  actor.kind === 'system' || hasDuty(actor, 'promotion') || hasDuty(actor, 'audit');
