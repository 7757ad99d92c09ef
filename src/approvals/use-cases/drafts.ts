import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Actor, HeldPost, StaffActor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty, type Fault } from '../../kernel/domain-error.js';
import { fiscalYearOf } from '../../kernel/fiscal-year.js';
import type { Transaction } from '../../platform/database/index.js';
import { draftNumber } from '../domain/draft-number.js';
import type { Draft, DraftItem, DraftState } from '../domain/draft.js';
import { ActStore } from '../store/act.store.js';
import { DraftStore } from '../store/draft.store.js';
import { numberOf } from '../store/to-draft.js';
import { ApprovalSubjects } from './approval-subjects.js';
import { CasePresenter, type PresentedCase } from './case-presenter.js';
import { RouteFinder } from './route-finder.js';

export interface StartDraft {
  /** Kind of subject, e.g. `grant-decision`. */
  readonly kind: string;
  readonly title: string;
  readonly reason: string;
  /** One or several subjects; the order is kept. */
  readonly subjectIds: readonly string[];
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
    const subject = this.subjects.of(command.kind);

    const id = randomUUID();
    const year = fiscalYearOf(tx.today);
    const number = await this.store.takeNumber(tx, year);
    const person = {
      drafterStaffId: drafter.staffId,
      drafterName: drafter.name,
      drafterPostId: post.id,
      drafterPostName: post.name,
    };
    await this.store.insert(tx, { id, fiscalYear: year, number, kind: command.kind, title, reason, ...person });

    await subject.lock(tx, command.subjectIds);
    await this.refuseAlreadyDrafted(tx, command);
    for (const subjectId of command.subjectIds) await subject.drafted(tx, subjectId, id);
    const said = { kind: command.kind, number: draftNumber(year, number), title, reason };
    const cases: PresentedCase[] = [];
    for (const subjectId of command.subjectIds) cases.push(await this.presenter.presentOne(tx, said, subjectId));
    const route = await this.routes.find(
      tx,
      subject.act,
      cases.map(({ presented }) => presented),
      drafter.staffId,
    );

    await this.store.startRound(tx, id, 1, route.authority, route.steps);
    await this.acts.keep(tx, cases);
    const items = cases.map((drafted, index) => newItem(command.kind, drafted, index + 1));
    await this.store.insertItems(tx, id, items);
    const shown = items.map((item) => ({ itemId: item.id, digest: item.digest }));
    await this.acts.record(tx, id, {
      kind: 'drafted',
      round: 1,
      position: null,
      post,
      staff: drafter,
      comment: '',
      shown,
    });
    tx.audit({ action: 'draft.started', subjectKind: 'draft', subjectId: id, detail: { cases: items.length } });
    return id;
  }

  /** Staff only: for officers and the public drafts do not exist. */
  get(tx: Transaction, id: string): Promise<Draft> {
    requireStaff(tx.actor);
    return this.store.find(tx, id);
  }

  /** Every draft in which the subject ever stood, oldest first: who had a hand in deciding it. Staff only. */
  ofSubject(tx: Transaction, kind: string, subjectId: string): Promise<Draft[]> {
    requireStaff(tx.actor);
    return this.store.ofSubject(tx, kind, subjectId);
  }

  /** The draft in which the subject now runs or waits for its drafter; null when there is none. */
  async openFor(tx: Transaction, kind: string, subjectId: string): Promise<DraftRef | null> {
    const [running] = await this.store.runningItems(tx, kind, [subjectId]);
    return running
      ? { id: running.draftId, number: numberOf(running.draft), title: running.draft.title, state: running.draft.state }
      : null;
  }

  private async refuseAlreadyDrafted(tx: Transaction, { kind, subjectIds }: StartDraft): Promise<void> {
    const [running] = await this.store.runningItems(tx, kind, subjectIds);
    if (!running) return;
    throw new DomainError('approvals.already-drafted', 'conflict', {
      case: running.title,
      number: numberOf(running.draft),
    });
  }
}

/** Staff of the town, or the programme itself. */
export function requireStaff(actor: Actor): void {
  if (actor.kind !== 'staff' && actor.kind !== 'system') throw DomainError.notFound();
}

/** A draft has a person as its drafter, who drafts through an ordering post with the duty of promotion. */
function drafterOf(actor: Actor): { drafter: StaffActor; post: HeldPost } {
  if (actor.kind !== 'staff') throw DomainError.forbidden();
  const post = actor.posts.find(({ side, duties }) => side === 'ordering' && duties.includes('promotion'));
  if (!post) throw DomainError.forbidden();
  return { drafter: actor, post };
}

export function draftFaults(title: string, reason: string, subjectIds: readonly string[]): Fault[] {
  const faults: Fault[] = [];
  if (title === '') faults.push({ pointer: 'title', code: 'approvals.title-missing' });
  if (title.length > 120) faults.push({ pointer: 'title', code: 'approvals.title-too-long' });
  if (reason === '') faults.push({ pointer: 'reason', code: 'approvals.reason-missing' });
  if (reason.length > 4000) faults.push({ pointer: 'reason', code: 'approvals.reason-too-long' });
  if (subjectIds.length === 0) faults.push({ pointer: 'subjectIds', code: 'approvals.no-cases' });
  if (new Set(subjectIds).size < subjectIds.length)
    faults.push({ pointer: 'subjectIds', code: 'approvals.case-twice' });
  return faults;
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
});
