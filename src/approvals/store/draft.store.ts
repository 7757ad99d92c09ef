import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import type { FiscalYear } from '../../kernel/fiscal-year.js';
import type { Yen } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Draft } from '../domain/draft.js';
import { ApprovalActItemRow } from './approval-act-item-row.js';
import { ApprovalActRow } from './approval-act-row.js';
import { DraftAttachmentRow } from './draft-attachment-row.js';
import { DraftItemRow } from './draft-item-row.js';
import { DraftRoundRow } from './draft-round-row.js';
import { DraftRow } from './draft-row.js';
import { DraftStepRow } from './draft-step-row.js';
import { toDraft } from './to-draft.js';

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

  /** A draft as it begins, with its first round, its cases and its first act (recorded by `ActStore`, before its items). */
  async insert(tx: Transaction, draft: Draft, series: { fiscalYear: FiscalYear; number: number }): Promise<void> {
    await tx.manager.insert(DraftRow, {
      ...columnsOf(draft),
      ...series,
      id: draft.id,
      kind: draft.kind,
      municipalityId: tx.municipalityId,
      drafterStaffId: draft.drafter.staffId,
      drafterName: draft.drafter.name,
      drafterPostId: draft.drafter.postId,
      drafterPostName: draft.drafter.postName,
      draftedOn: draft.draftedOn,
    });
  }

  async startRound(tx: Transaction, draft: Draft, authority: RoundAuthority): Promise<void> {
    const key = { municipalityId: tx.municipalityId, draftId: draft.id, round: draft.round };
    await tx.manager.insert(DraftRoundRow, {
      ...key,
      authorityAct: authority.act,
      authorityAmount: authority.amount,
      authorityTableId: authority.tableId,
      authorityBasis: authority.basis,
    });
    await tx.manager.insert(
      DraftStepRow,
      draft.steps.map((step) => ({ ...step, actId: null, ...key })),
    );
  }

  async insertItems(tx: Transaction, { id: draftId, items }: Draft): Promise<void> {
    const { municipalityId } = tx;
    await tx.manager.insert(
      DraftItemRow,
      items.map((item) => ({ ...item, draftId, municipalityId })),
    );
  }

  /** What an act changed of the draft itself, its steps and its cases; the acts are recorded before. */
  async save(tx: Transaction, before: Draft, after: Draft): Promise<void> {
    const key = { draftId: after.id, round: after.round };
    for (const step of after.steps) {
      const { ordinal, actId, postId, postName } = step;
      const was = before.round === after.round ? before.steps.find((each) => each.ordinal === ordinal) : undefined;
      if (was?.actId === actId && was.postId === postId) continue;
      await tx.manager.update(DraftStepRow, { ...key, ordinal }, { actId, postId, postName });
    }
    for (const item of after.items) {
      if (before.items.includes(item)) continue;
      const { id, title, amount, digest, running, leftActId, reservationKept } = item;
      await tx.manager.update(DraftItemRow, { id }, { title, amount, digest, running, leftActId, reservationKept });
    }
    await tx.manager.update(DraftRow, { id: after.id }, columnsOf(after));
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
  ): Promise<{ title: string; subjectId: string; draftId: string; draft: DraftRow }[]> {
    const items = await tx.manager.findBy(DraftItemRow, {
      subjectKind: kind,
      subjectId: In([...subjectIds]),
      running: true,
    });
    const drafts = await tx.manager.findBy(DraftRow, { id: In(items.map(({ draftId }) => draftId)) });
    return items.flatMap(({ title, subjectId, draftId }) => {
      const draft = drafts.find(({ id }) => id === draftId);
      return draft ? [{ title, subjectId, draftId, draft }] : [];
    });
  }

  /** By its 起案番号. */
  async findByNumber(tx: Transaction, fiscalYear: number, number: number): Promise<string | null> {
    return (await tx.manager.findOneBy(DraftRow, { fiscalYear, number }))?.id ?? null;
  }

  /** Open drafts of the present round that still need this post, longest waiting first. */
  async needing(tx: Transaction, postId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT draft.id FROM drafts draft
        WHERE draft.state = 'circulating'
          AND EXISTS (SELECT FROM draft_steps step
                       WHERE step.municipality_id = draft.municipality_id AND step.draft_id = draft.id
                         AND step.round = draft.round AND step.act_id IS NULL AND step.post_id = $1)
        ORDER BY draft.waiting_since, draft.id`,
      [postId],
    );
    return rows.map(({ id }) => id);
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

  /** Of these subjects, those in whose drafts this person ever acted other than for a treasury post that was consulted. */
  async actedOn(tx: Transaction, kind: string, subjectIds: readonly string[], staffId: string): Promise<string[]> {
    const rows = await tx.query<{ subject_id: string }>(
      `SELECT DISTINCT i.subject_id
         FROM draft_items i
         JOIN drafts d ON d.municipality_id = i.municipality_id AND d.id = i.draft_id
         JOIN approval_acts a ON a.municipality_id = d.municipality_id AND a.draft_id = d.id
        WHERE i.subject_kind = $1 AND i.subject_id = ANY ($2) AND a.staff_id = $3
          AND NOT EXISTS (
            SELECT FROM draft_steps s
             WHERE s.municipality_id = d.municipality_id AND s.draft_id = d.id AND s.round = d.round
               AND s.side = 'treasury' AND s.post_id = a.post_id)`,
      [kind, [...subjectIds], staffId],
    );
    return rows.map((row) => row.subject_id);
  }

  private async complete(tx: Transaction, row: DraftRow | null): Promise<Draft> {
    if (!row) throw DomainError.notFound();
    const round = await tx.manager.findOneByOrFail(DraftRoundRow, { draftId: row.id, round: row.round });
    const steps = await tx.manager.find(DraftStepRow, {
      where: { draftId: row.id, round: row.round },
      order: { ordinal: 'ASC' },
    });
    const items = await tx.manager.find(DraftItemRow, { where: { draftId: row.id }, order: { ordinal: 'ASC' } });
    const acts = await tx.manager.find(ApprovalActRow, { where: { draftId: row.id }, order: { sequence: 'ASC' } });
    const shown = await tx.manager.findBy(ApprovalActItemRow, { actId: In(acts.map(({ id }) => id)) });
    const attachments = await tx.manager.findBy(DraftAttachmentRow, { draftId: row.id });
    return toDraft(row, round, { steps, items, acts, shown, attachments });
  }
}

/** The columns of a draft that acts change. */
const columnsOf = (
  draft: Draft,
): Pick<
  DraftRow,
  | 'title'
  | 'reason'
  | 'state'
  | 'round'
  | 'position'
  | 'marks'
  | 'carried'
  | 'citesDraftId'
  | 'decidedOn'
  | 'waitingSince'
> => ({
  title: draft.title,
  reason: draft.reason,
  state: draft.state,
  round: draft.round,
  position: draft.position,
  marks: [...draft.marks],
  carried: draft.carried,
  citesDraftId: draft.citesDraftId,
  decidedOn: draft.decidedOn,
  waitingSince: draft.waitingSince,
});
