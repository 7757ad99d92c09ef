import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Actor, HeldPost, StaffActor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { fiscalYearOf } from '../../kernel/fiscal-year.js';
import { ZERO_YEN } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import { isImportant, type Act } from '../../staff/index.js';
import { draftFaults } from '../domain/draft-faults.js';
import { draftNumber, readDraftNumber } from '../domain/draft-number.js';
import type { Draft, DraftAct, DraftItem, DraftMark, DraftState } from '../domain/draft.js';
import { ActStore } from '../store/act.store.js';
import { DraftStore } from '../store/draft.store.js';
import { numberOf } from '../store/to-draft.js';
import { ApprovalSubjects } from './approval-subjects.js';
import { CasePresenter, type PresentedCase } from './case-presenter.js';
import { DraftAccess, requireStaff } from './draft-access.js';
import { RouteFinder } from './route-finder.js';

export interface StartDraft {
  /** Kind of subject, e.g. `grant-decision`. */
  readonly kind: Act;
  readonly title: string;
  readonly reason: string;
  /** One or several subjects; the order is kept. */
  readonly subjectIds: readonly string[];
  /** 重要・異例・新規: bar 代決. */
  readonly marks?: readonly DraftMark[];
  /** 持ち回り. */
  readonly carried?: boolean;
  /** The 起案番号 of an earlier draft that this one cites, as typed. */
  readonly cites?: string;
}

export interface DraftRef {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: DraftState;
}

/** 起案 in the transaction of the stage that owns the cases. */
@Injectable()
export class Drafts {
  constructor(
    private readonly subjects: ApprovalSubjects,
    private readonly store: DraftStore,
    private readonly acts: ActStore,
    private readonly presenter: CasePresenter,
    private readonly routes: RouteFinder,
    private readonly access: DraftAccess,
  ) {}

  /**
   * Starts a draft: reserves through `subject.drafted`, fixes the route, records what was drafted. All cases or none.
   * Throws `approvals.*` (faults at `title`, `reason`, `subjectIds`), and whatever the subject refuses.
   */
  async start(tx: Transaction, command: StartDraft): Promise<string> {
    const { drafter, post } = drafterOf(tx.actor);
    const title = command.title.trim();
    const reason = command.reason.trim();
    refuseWhenFaulty(draftFaults(title, reason, command.subjectIds));
    const id = randomUUID();
    const year = fiscalYearOf(tx.today);
    const number = await this.store.takeNumber(tx, year);
    const draft: Draft = {
      id,
      number: draftNumber(year, number),
      kind: command.kind,
      title,
      reason,
      state: 'circulating',
      round: 1,
      position: 1,
      drafter: { staffId: drafter.staffId, name: drafter.name, postId: post.id, postName: post.name },
      marks: withOwnMarks(command.kind, command.marks ?? []),
      carried: command.carried ?? false,
      citesDraftId: await this.cited(tx, command.cites ?? ''),
      draftedOn: tx.today,
      decidedOn: null,
      waitingSince: tx.now,
      authorityBasis: '',
      authorityAmount: ZERO_YEN,
      steps: [],
      items: [],
      acts: [],
      attachments: [],
    };
    await this.store.insert(tx, draft, { fiscalYear: year, number });
    await this.begin(tx, draft, command.subjectIds);
    tx.audit({
      action: 'draft.started',
      subjectKind: 'draft',
      subjectId: id,
      detail: { cases: command.subjectIds.length },
    });
    return id;
  }

  /** Reserves for the cases, fixes the route of the first round, and records what was drafted. */
  private async begin(tx: Transaction, draft: Draft, subjectIds: readonly string[]): Promise<void> {
    const subject = this.subjects.of(draft.kind);
    await subject.lock(tx, subjectIds);
    await this.refuseAlreadyDrafted(tx, draft.kind, subjectIds);
    for (const subjectId of subjectIds) await subject.drafted(tx, subjectId, draft.id);
    const cases = await this.presenter.presentAll(tx, draft, subjectIds);
    const route = await this.routes.find(
      tx,
      this.subjects.actOf(draft.kind),
      cases.map(({ presented }) => presented),
      { drafterStaffId: draft.drafter.staffId, carried: draft.carried },
    );
    const items = cases.map((drafted, index) => newItem(draft.kind, drafted, index + 1));
    const started = { ...draft, steps: route.steps, items };
    await this.store.startRound(tx, started, route.authority);
    await this.acts.keep(tx, cases);
    await this.store.insertItems(tx, started);
    await this.acts.record(tx, draft.id, draftedAct(tx, started));
  }

  /** Throws not-found for whom it does not open to; see `DraftAccess`. */
  async get(tx: Transaction, id: string): Promise<Draft> {
    const draft = await this.store.find(tx, id);
    await this.access.requireOpen(tx, draft);
    return draft;
  }

  /** Whether a draft of this case ever opened to who asks by their post or their part in it. */
  hasPart(tx: Transaction, kind: string, subjectId: string): Promise<boolean> {
    return this.access.hasPart(tx, kind, subjectId);
  }

  /** Every draft in which the subject ever stood, oldest first: who had a hand in deciding it. Staff only. */
  ofSubject(tx: Transaction, kind: string, subjectId: string): Promise<Draft[]> {
    requireStaff(tx.actor);
    return this.store.ofSubject(tx, kind, subjectId);
  }

  /**
   * Of any number of subjects, those in whose drafting or approval this person had a hand; a treasury post that was merely
   * consulted (事前合議) has decided nothing. Staff only.
   */
  async actedOn(
    tx: Transaction,
    kind: string,
    subjectIds: readonly string[],
    staffId: string,
  ): Promise<ReadonlySet<string>> {
    requireStaff(tx.actor);
    return new Set(await this.store.actedOn(tx, kind, subjectIds, staffId));
  }

  /** The draft in which the subject now runs or waits for its drafter; null when there is none. */
  async openFor(tx: Transaction, kind: string, subjectId: string): Promise<DraftRef | null> {
    const [running] = await this.store.runningItems(tx, kind, [subjectId]);
    return running
      ? { id: running.draftId, number: numberOf(running.draft), title: running.draft.title, state: running.draft.state }
      : null;
  }

  /** The draft of this number, which is another than the one that cites it; a fault at `cites` when there is none. */
  async cited(tx: Transaction, typed: string, citingId: string | null = null): Promise<string | null> {
    if (typed.trim() === '') return null;
    const place = readDraftNumber(typed);
    const id = place && (await this.store.findByNumber(tx, place.fiscalYear, place.number));
    if (id && id === citingId) throw DomainError.invalid([{ pointer: 'cites', code: 'approvals.cites-itself' }]);
    if (!id) throw DomainError.invalid([{ pointer: 'cites', code: 'approvals.cited-draft-unknown' }]);
    return id;
  }

  private async refuseAlreadyDrafted(tx: Transaction, kind: string, subjectIds: readonly string[]): Promise<void> {
    const [running] = await this.store.runningItems(tx, kind, subjectIds);
    if (!running) return;
    throw new DomainError('approvals.already-drafted', 'conflict', {
      case: running.title,
      number: numberOf(running.draft),
    });
  }
}

/** What the drafter ticked, and 重要 where every case of the act is. */
export const withOwnMarks = (act: Act, marks: readonly DraftMark[]): readonly DraftMark[] =>
  isImportant(act) && !marks.includes('important') ? ['important', ...marks] : marks;

/** A draft has a person as its drafter, who drafts through an ordering post with the duty of promotion. */
function drafterOf(actor: Actor): { drafter: StaffActor; post: HeldPost } {
  if (actor.kind !== 'staff') throw DomainError.forbidden();
  const post = actor.posts.find(({ side, duties }) => side === 'ordering' && duties.includes('promotion'));
  if (!post) throw DomainError.forbidden();
  return { drafter: actor, post };
}

const newItem = (kind: string, { subjectId, presented, digest }: PresentedCase, ordinal: number): DraftItem => ({
  id: randomUUID(),
  ordinal,
  subjectKind: kind,
  subjectId,
  organizationId: presented.organizationId,
  title: presented.title,
  amount: presented.amount,
  digest,
  running: true,
  leftActId: null,
  reservationKept: false,
});

const draftedAct = (tx: Transaction, { drafter, items }: Draft): DraftAct => ({
  id: randomUUID(),
  round: 1,
  position: null,
  kind: 'drafted',
  postId: drafter.postId,
  postName: drafter.postName,
  staffId: drafter.staffId,
  staffName: drafter.name,
  actedAt: tx.now,
  actedOn: tx.today,
  comment: '',
  returnedTo: null,
  joinedActId: null,
  aboutActId: null,
  cover: null,
  ownPostName: null,
  recordedBy: null,
  items: items.map(({ id: itemId, digest }) => ({ itemId, digest })),
});
