import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import type { FiscalYear } from '../../kernel/fiscal-year.js';
import type { Yen } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Draft, DraftItem, DraftState, DraftStep } from '../domain/draft.js';
import { ApprovalActRow } from './approval-act-row.js';
import { DraftItemRow } from './draft-item-row.js';
import { DraftRoundRow } from './draft-round-row.js';
import { DraftRow } from './draft-row.js';
import { DraftStepRow } from './draft-step-row.js';
import { toDraft } from './to-draft.js';

export type NewDraft = Pick<
  DraftRow,
  | 'id'
  | 'fiscalYear'
  | 'number'
  | 'kind'
  | 'title'
  | 'reason'
  | 'drafterStaffId'
  | 'drafterName'
  | 'drafterPostId'
  | 'drafterPostName'
>;

/** The rule by which a round found its route. */
export interface RoundAuthority {
  readonly act: string;
  readonly amount: Yen;
  readonly tableId: string;
  readonly basis: string;
}

/** Drafts with their rounds, steps and cases. Acts and shown contents are kept by `ActStore`. */
@Injectable()
export class DraftStore {
  /** Drafts of a town start one after the other; a transaction that fails gives its number back. */
  async takeNumber(tx: Transaction, year: FiscalYear): Promise<number> {
    const [taken] = await tx.query<{ last_number: number }>(
      `INSERT INTO draft_series (municipality_id, fiscal_year, last_number) VALUES ($1, $2, 1)
       ON CONFLICT (municipality_id, fiscal_year) DO UPDATE SET last_number = draft_series.last_number + 1
       RETURNING last_number`,
      [tx.municipalityId, year],
    );
    if (!taken) throw new Error('the draft series returned no number');
    return taken.last_number;
  }

  /** Inserts the draft at the first step of its first round; `startRound` must follow. */
  async insert(tx: Transaction, draft: NewDraft): Promise<void> {
    await tx.manager.insert(DraftRow, {
      ...draft,
      municipalityId: tx.municipalityId,
      state: 'circulating',
      round: 1,
      position: 1,
      draftedOn: tx.today,
      decidedOn: null,
      waitingSince: tx.now,
    });
  }

  async startRound(
    tx: Transaction,
    draftId: string,
    round: number,
    authority: RoundAuthority,
    steps: readonly DraftStep[],
  ): Promise<void> {
    const key = { municipalityId: tx.municipalityId, draftId, round };
    await tx.manager.insert(DraftRoundRow, {
      ...key,
      authorityAct: authority.act,
      authorityAmount: authority.amount,
      authorityTableId: authority.tableId,
      authorityBasis: authority.basis,
    });
    await tx.manager.insert(
      DraftStepRow,
      steps.map((step) => ({ ...step, ...key })),
    );
  }

  async insertItems(tx: Transaction, draftId: string, items: readonly DraftItem[]): Promise<void> {
    await tx.manager.insert(
      DraftItemRow,
      items.map((item) => ({ ...item, draftId, municipalityId: tx.municipalityId })),
    );
  }

  /** What the case says in the new round. */
  async redraftItem(tx: Transaction, item: Pick<DraftItem, 'id' | 'title' | 'amount' | 'digest'>): Promise<void> {
    const { id, title, amount, digest } = item;
    await tx.manager.update(DraftItemRow, { id }, { title, amount, digest });
  }

  /** The cases of a draft that has come to its end may be drafted again. */
  async closeItems(tx: Transaction, draftId: string): Promise<void> {
    await tx.manager.update(DraftItemRow, { draftId }, { running: false });
  }

  /** Steps count as acted by the act, or as not acted when it is null. */
  async setStanding(tx: Transaction, draft: Draft, steps: readonly DraftStep[], actId: string | null): Promise<void> {
    for (const { position, postId } of steps) {
      await tx.manager.update(DraftStepRow, { draftId: draft.id, round: draft.round, position, postId }, { actId });
    }
  }

  /** Moves the draft; whoever waits, waits from now. */
  async move(
    tx: Transaction,
    draftId: string,
    to: { state: DraftState; position: number | null } & Partial<
      Pick<DraftRow, 'round' | 'title' | 'reason' | 'decidedOn'>
    >,
  ): Promise<void> {
    await tx.manager.update(DraftRow, { id: draftId }, { ...to, waitingSince: tx.now });
  }

  async find(tx: Transaction, id: string): Promise<Draft> {
    const row = await tx.manager.findOneBy(DraftRow, { id });
    return this.complete(tx, row);
  }

  /** Whoever else acts on the draft waits here until this transaction ends. */
  async lock(tx: Transaction, id: string): Promise<Draft> {
    const row = await tx.manager.findOne(DraftRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
    return this.complete(tx, row);
  }

  /** The running items of these subjects, each with the number of its draft. */
  async runningItems(
    tx: Transaction,
    kind: string,
    subjectIds: readonly string[],
  ): Promise<{ title: string; draftId: string; draft: DraftRow }[]> {
    const items = await tx.manager.findBy(DraftItemRow, {
      subjectKind: kind,
      subjectId: In([...subjectIds]),
      running: true,
    });
    const drafts = await tx.manager.findBy(DraftRow, { id: In(items.map(({ draftId }) => draftId)) });
    return items.flatMap(({ title, draftId }) => {
      const draft = drafts.find(({ id }) => id === draftId);
      return draft ? [{ title, draftId, draft }] : [];
    });
  }

  /** Every draft in which this subject ever stood, oldest first. */
  async ofSubject(tx: Transaction, kind: string, subjectId: string): Promise<Draft[]> {
    const items = await tx.manager.findBy(DraftItemRow, { subjectKind: kind, subjectId });
    const rows = await tx.manager.find(DraftRow, {
      where: { id: In(items.map(({ draftId }) => draftId)) },
      order: { fiscalYear: 'ASC', number: 'ASC' },
    });
    const drafts: Draft[] = [];
    for (const row of rows) drafts.push(await this.complete(tx, row));
    return drafts;
  }

  private async complete(tx: Transaction, row: DraftRow | null): Promise<Draft> {
    if (!row) throw DomainError.notFound();
    const round = await tx.manager.findOneByOrFail(DraftRoundRow, { draftId: row.id, round: row.round });
    const steps = await tx.manager.find(DraftStepRow, {
      where: { draftId: row.id, round: row.round },
      order: { position: 'ASC', postId: 'ASC' },
    });
    const items = await tx.manager.find(DraftItemRow, { where: { draftId: row.id }, order: { ordinal: 'ASC' } });
    const acts = await tx.manager.find(ApprovalActRow, { where: { draftId: row.id }, order: { sequence: 'ASC' } });
    return toDraft(row, round, steps, items, acts);
  }
}
