import { Injectable } from '@nestjs/common';
import { yen, type Yen } from '../../kernel/yen.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Transaction } from '../../platform/database/index.js';
import type { DraftState } from '../domain/draft.js';
import { numberOf } from './to-draft.js';

/** A draft as lists show it. */
export interface DraftLine {
  readonly id: string;
  readonly number: string;
  readonly kind: string;
  readonly title: string;
  readonly state: DraftState;
  readonly drafterName: string;
  readonly draftedOn: LocalDate;
  readonly decidedOn: LocalDate | null;
  /** Since when whoever is waited for has been waited for. */
  readonly waitingSince: Date;
  /** The post that is waited for; null unless circulating. */
  readonly waitingPost: string | null;
  readonly cases: number;
  readonly total: Yen;
}

export interface DraftFilter {
  readonly state?: DraftState;
  readonly limit: number;
  readonly offset: number;
}

interface LineRow {
  id: string;
  fiscal_year: number;
  number: number;
  kind: string;
  title: string;
  state: DraftState;
  drafter_name: string;
  drafted_on: LocalDate;
  decided_on: LocalDate | null;
  waiting_since: Date;
  waiting_post: string | null;
  cases: number;
  total: string;
}

/** Days leave the database as text, because the driver would make instants of them. */
const LINE = `
  SELECT draft.id, draft.fiscal_year, draft.number, draft.kind, draft.title, draft.state, draft.drafter_name,
         draft.drafted_on::text, draft.decided_on::text, draft.waiting_since,
         waiting.posts AS waiting_post, items.cases, items.total
    FROM drafts draft
    CROSS JOIN LATERAL (
      SELECT count(*)::integer AS cases, coalesce(sum(item.amount), 0) AS total
        FROM draft_items item WHERE item.municipality_id = draft.municipality_id AND item.draft_id = draft.id) items
    CROSS JOIN LATERAL (
      SELECT string_agg(step.post_name, '・' ORDER BY step.post_name) AS posts
        FROM draft_steps step
       WHERE step.municipality_id = draft.municipality_id AND step.draft_id = draft.id AND step.round = draft.round
         AND step.position = draft.position AND step.act_id IS NULL) waiting`;

@Injectable()
export class DraftListStore {
  /** Circulating drafts that wait for one of the posts and were drafted by somebody else; longest waiting first. */
  async waitingFor(tx: Transaction, postIds: readonly string[], staffId: string): Promise<DraftLine[]> {
    const rows = await tx.query<LineRow>(
      `${LINE}
        WHERE draft.state = 'circulating' AND draft.drafter_staff_id <> $2
          AND EXISTS (SELECT FROM draft_steps step
                       WHERE step.municipality_id = draft.municipality_id AND step.draft_id = draft.id
                         AND step.round = draft.round AND step.position = draft.position
                         AND step.act_id IS NULL AND step.post_id = ANY ($1))
        ORDER BY draft.waiting_since, draft.fiscal_year, draft.number`,
      [postIds, staffId],
    );
    return rows.map(toLine);
  }

  /** Drafts sent back to this drafter; longest waiting first. */
  async returnedTo(tx: Transaction, staffId: string): Promise<DraftLine[]> {
    const rows = await tx.query<LineRow>(
      `${LINE}
        WHERE draft.state = 'returned' AND draft.drafter_staff_id = $1
        ORDER BY draft.waiting_since, draft.fiscal_year, draft.number`,
      [staffId],
    );
    return rows.map(toLine);
  }

  /** Newest first. */
  async list(tx: Transaction, { state, limit, offset }: DraftFilter): Promise<DraftLine[]> {
    const rows = await tx.query<LineRow>(
      `${LINE}
        WHERE $1::text IS NULL OR draft.state = $1
        ORDER BY draft.drafted_on DESC, draft.number DESC LIMIT $2 OFFSET $3`,
      [state ?? null, limit, offset],
    );
    return rows.map(toLine);
  }
}

const toLine = (row: LineRow): DraftLine => ({
  id: row.id,
  number: numberOf({ fiscalYear: row.fiscal_year, number: row.number }),
  kind: row.kind,
  title: row.title,
  state: row.state,
  drafterName: row.drafter_name,
  draftedOn: row.drafted_on,
  decidedOn: row.decided_on,
  waitingSince: row.waiting_since,
  waitingPost: row.waiting_post,
  cases: row.cases,
  total: yen(row.total),
});
