import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Actor, StaffActor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { Absences, isAbolished, StaffDirectory } from '../../staff/index.js';
import type { Act, Moment } from '../domain/act.js';
import { itemsOf, type ActKind, type Draft, type DraftState } from '../domain/draft.js';
import type { Hall } from '../domain/hall.js';
import { linesOf } from '../domain/kept-budget.js';
import { play } from '../domain/play.js';
import { ActStore } from '../store/act.store.js';
import { DecisionFileStore } from '../store/decision-file.store.js';
import { DraftStore, type RoundAuthority } from '../store/draft.store.js';
import { ApprovalSubjects } from './approval-subjects.js';
import { CasePresenter, type PresentedItem } from './case-presenter.js';
import { DraftAccess } from './draft-access.js';

/** The moment of an act together with what the pages show of it. */
export interface MomentOfDraft extends Moment {
  readonly cases: readonly PresentedItem[];
}

export interface Played {
  readonly state: DraftState;
  /** The act had already been done: a second click or a resend, which changed nothing. */
  readonly repeated: boolean;
}

/** An act, with the rule by which its new round found its route. */
export interface Intended {
  readonly act: Act;
  readonly authority?: RoundAuthority;
}

/** Makes an act on a draft so: locks, plays it by the rules, keeps what changed, and tells the stage that owns the cases. */
@Injectable()
export class DraftDesk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly subjects: ApprovalSubjects,
    private readonly drafts: DraftStore,
    private readonly acts: ActStore,
    private readonly presenter: CasePresenter,
    private readonly staff: StaffDirectory,
    private readonly absences: Absences,
    private readonly decided: DecisionFileStore,
    private readonly access: DraftAccess,
  ) {}

  /** For whom the draft does not open to there is none. */
  act(actor: Actor, draftId: string, act: Act): Promise<Played> {
    return this.actWith(actor, draftId, () => Promise.resolve({ act }));
  }

  /** The same with an act that is only known under the locks. */
  actWith(actor: Actor, draftId: string, actOf: (tx: Transaction, draft: Draft) => Promise<Intended>): Promise<Played> {
    if (actor.kind !== 'staff') return Promise.reject(DomainError.notFound());
    return this.unitOfWork.run(actor, (tx) => this.actIn(tx, actor, draftId, actOf));
  }

  async actIn(
    tx: Transaction,
    actor: StaffActor,
    draftId: string,
    actOf: (tx: Transaction, draft: Draft) => Promise<Intended>,
  ): Promise<Played> {
    const before = await this.drafts.lock(tx, draftId);
    await this.access.requireOpen(tx, before);
    const { act, authority } = await actOf(tx, before);
    const after = await this.play(tx, actor, before, act, authority);
    return { state: after.state, repeated: after === before };
  }

  async momentOf(tx: Transaction, by: StaffActor, cases: readonly PresentedItem[]): Promise<MomentOfDraft> {
    return { by, cases, hall: await this.hallOf(tx), now: tx.now, today: tx.today, newId: randomUUID };
  }

  /** Who holds which post today, and who is away. */
  async hallOf(tx: Transaction): Promise<Hall> {
    const { posts, holders } = await this.staff.staffingOn(tx, tx.today);
    const hallPosts = posts.map((post) => ({
      id: post.id,
      holderIds: (holders.get(post.id) ?? []).map(({ staffId }) => staffId),
      whenVacant: post.whenVacant,
      deputyPostId: post.deputyPostId,
      abolished: isAbolished(post, tx.today),
    }));
    return {
      posts: new Map(hallPosts.map((post) => [post.id, post])),
      absentIds: await this.absences.absentOn(tx, tx.today),
    };
  }

  private async play(
    tx: Transaction,
    actor: StaffActor,
    before: Draft,
    act: Act,
    authority?: RoundAuthority,
  ): Promise<Draft> {
    const said = act.kind === 'resubmit' ? { ...before, ...act.resubmission, items: before.items } : before;
    const isOpen = before.state === 'circulating' || before.state === 'returned';
    const cases = isOpen ? await this.presenter.presentLocked(tx, said) : [];
    const after = play(before, act, await this.momentOf(tx, actor, cases));
    if (after === before) return before;
    if (after.round !== before.round && authority) await this.drafts.startRound(tx, after, authority);
    await this.acts.keep(tx, cases);
    for (const told of after.acts.slice(before.acts.length)) await this.acts.record(tx, after.id, told);
    for (const paper of after.attachments.slice(before.attachments.length)) {
      await this.acts.attach(tx, after.id, paper);
    }
    await this.drafts.save(tx, before, after);
    if (after.state === 'approved' && before.state !== 'approved') {
      const budgets = linesOf(cases.map(({ presented }) => presented.budget));
      await this.decided.keepBudgets(tx, after.id, budgets);
    }
    await this.tellSubjects(tx, before, after);
    this.audit(tx, before, after);
    return after;
  }

  private async tellSubjects(tx: Transaction, before: Draft, after: Draft): Promise<void> {
    const subject = this.subjects.of(after.kind);
    const reason = after.acts.at(-1)?.comment ?? '';
    const leftBefore = new Set(before.items.filter(({ leftActId }) => leftActId !== null).map(({ id }) => id));
    const left = after.items.filter(({ id, leftActId }) => leftActId !== null && !leftBefore.has(id));
    for (const { subjectId, reservationKept } of left) {
      if (reservationKept) await subject.held?.(tx, subjectId, after.id, reason);
      else await subject.released(tx, subjectId, after.id, 'held', reason);
    }
    if (after.state === before.state) return;
    for (const { subjectId } of itemsOf(after)) {
      if (after.state === 'approved') await subject.approved(tx, subjectId, after.id, after.decidedOn ?? tx.today);
      if (after.state === 'withdrawn' || after.state === 'rejected') {
        await subject.released(tx, subjectId, after.id, after.state, reason);
      }
    }
    if (after.state === 'approved') tx.announce({ type: 'DraftDecided', subjectId: after.id });
  }

  private audit(tx: Transaction, before: Draft, after: Draft): void {
    const acts = after.acts.slice(before.acts.length);
    const last = acts.at(-1);
    if (!last) return;
    const action = after.state === 'approved' && before.state !== 'approved' ? 'draft.decided' : ACTION[last.kind];
    const detail = {
      posts: acts.map(({ postId }) => postId),
      ...(after.round !== before.round && { round: after.round }),
    };
    tx.audit({ action, subjectKind: 'draft', subjectId: after.id, detail });
  }
}

const ACTION: Readonly<Record<ActKind, string>> = {
  drafted: 'draft.started',
  approved: 'draft.approved',
  differed: 'draft.differed',
  'sent-back': 'draft.sent-back',
  rejected: 'draft.rejected',
  'pulled-back': 'draft.pulled-back',
  resubmitted: 'draft.resubmitted',
  withdrawn: 'draft.withdrawn',
  held: 'draft.case-held',
  recast: 'draft.case-changed',
  remarked: 'draft.remarked',
  asked: 'draft.asked',
  answered: 'draft.answered',
  attached: 'draft.attached',
  acknowledged: 'draft.acknowledged',
  reviewed: 'draft.reviewed',
  read: 'draft.read',
  mapped: 'draft.mapped',
  sealed: 'draft.sealed',
};
