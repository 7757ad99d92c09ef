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
  /** 持ち回り. */
  readonly carried: boolean;
  /** The position that waits. */
  readonly position: number | null;
  /** Stands for all that its cases were drafted as; see `ApproveBatch`. */
  readonly fingerprint: string;
}

/** A draft of which something else than approval is expected. */
export interface OwedLine extends DraftLine {
  readonly owes: 'answer' | 'acknowledge' | 'review' | 'read';
}

/** An open draft, with what its authority table was asked in its present round. */
export interface OpenRound extends DraftLine {
  readonly act: string;
  readonly amount: Yen;
  readonly tableId: string;
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
  carried: boolean;
  position: number | null;
  fingerprint: string;
}

/** Days leave the database as text, because the driver would make instants of them. */
const LINE = `
  SELECT draft.id, draft.fiscal_year, draft.number, draft.kind, draft.title, draft.state, draft.drafter_name,
         draft.drafted_on::text, draft.decided_on::text, draft.waiting_since, draft.carried, draft.position,
         waiting.posts AS waiting_post, items.cases, items.total, items.fingerprint
    FROM drafts draft
    CROSS JOIN LATERAL (
      SELECT count(*)::integer AS cases, coalesce(sum(item.amount), 0) AS total,
             coalesce(string_agg(left(item.digest, 12), '.' ORDER BY item.ordinal), '') AS fingerprint
        FROM draft_items item
       WHERE item.municipality_id = draft.municipality_id AND item.draft_id = draft.id AND item.left_act_id IS NULL) items
    CROSS JOIN LATERAL (
      SELECT string_agg(step.post_name, '・' ORDER BY step.post_name) AS posts
        FROM draft_steps step
       WHERE step.municipality_id = draft.municipality_id AND step.draft_id = draft.id AND step.round = draft.round
         AND step.position = draft.position AND step.act_id IS NULL AND step.role <> 'inform') waiting`;

/** Which draft waits for what of the holder of the posts `$1`, who is `$2`. */
const OWED = `
  SELECT act.draft_id, 'answer' AS owes
    FROM approval_acts act JOIN drafts draft ON (draft.municipality_id, draft.id) = (act.municipality_id, act.draft_id)
   WHERE act.kind = 'asked' AND draft.state IN ('circulating', 'returned')
     AND CASE WHEN act.returned_to = 0 THEN draft.drafter_staff_id = $2 ELSE EXISTS (
           SELECT FROM draft_steps step
            WHERE (step.municipality_id, step.draft_id, step.round, step.position)
                = (act.municipality_id, act.draft_id, act.round, act.returned_to) AND step.post_id = ANY ($1)) END
     AND NOT EXISTS (SELECT FROM approval_acts reply WHERE reply.municipality_id = act.municipality_id
                        AND reply.about_act_id = act.id AND reply.kind = 'answered')
  UNION
  SELECT act.draft_id, 'acknowledge'
    FROM approval_acts act
    JOIN drafts draft ON (draft.municipality_id, draft.id) = (act.municipality_id, act.draft_id)
    JOIN draft_steps step ON (step.municipality_id, step.draft_id, step.round) = (draft.municipality_id, draft.id, draft.round)
    JOIN approval_acts acted ON (acted.municipality_id, acted.id) = (step.municipality_id, step.act_id)
   WHERE act.kind = 'attached' AND draft.state = 'circulating' AND draft.drafter_staff_id <> $2
     AND step.post_id = ANY ($1) AND acted.sequence < act.sequence
     AND NOT EXISTS (SELECT FROM approval_acts seen WHERE seen.municipality_id = act.municipality_id
                        AND seen.about_act_id = act.id AND seen.kind = 'acknowledged' AND seen.post_id = step.post_id)
  UNION
  SELECT act.draft_id, 'review'
    FROM approval_acts act JOIN drafts draft ON (draft.municipality_id, draft.id) = (act.municipality_id, act.draft_id)
   WHERE act.cover = 'absent' AND act.post_id = ANY ($1) AND act.staff_id <> $2 AND draft.drafter_staff_id <> $2
     AND NOT EXISTS (SELECT FROM approval_acts reviewed WHERE reviewed.municipality_id = act.municipality_id
                        AND reviewed.about_act_id = act.id AND reviewed.kind = 'reviewed')
  UNION
  SELECT draft.id, 'read'
    FROM draft_steps step
    JOIN drafts draft ON (draft.municipality_id, draft.id, draft.round) = (step.municipality_id, step.draft_id, step.round)
   WHERE step.role = 'inform' AND step.act_id IS NULL AND step.post_id = ANY ($1) AND draft.state = 'approved'`;

@Injectable()
export class DraftListStore {
  /**
   * Circulating drafts that wait for one of the posts and were drafted by somebody else; longest waiting first. Posts that
   * are passed over hold none up.
   */
  async waitingFor(
    tx: Transaction,
    postIds: readonly string[],
    passedPostIds: readonly string[],
    staffId: string,
  ): Promise<DraftLine[]> {
    const rows = await tx.query<LineRow>(
      `${LINE}
        WHERE draft.state = 'circulating' AND draft.drafter_staff_id <> $2
          AND EXISTS (SELECT FROM draft_steps step
                       WHERE step.municipality_id = draft.municipality_id AND step.draft_id = draft.id
                         AND step.round = draft.round AND step.act_id IS NULL AND step.role <> 'inform'
                         AND step.post_id = ANY ($1)
                         AND NOT EXISTS (SELECT FROM draft_steps other
                                          WHERE other.municipality_id = step.municipality_id
                                            AND other.draft_id = step.draft_id AND other.round = step.round
                                            AND other.act_id IS NULL AND other.role <> 'inform'
                                            AND other.position < step.position AND other.post_id <> ALL ($1)
                                            AND other.post_id <> ALL ($3)))
        ORDER BY draft.carried DESC, draft.waiting_since, draft.fiscal_year, draft.number`,
      [postIds, staffId, passedPostIds],
    );
    return rows.map(toLine);
  }

  /** What somebody owes a draft: an answer, a look at a paper that came later, 後閲, 供覧. Oldest first. */
  async owedBy(tx: Transaction, postIds: readonly string[], staffId: string): Promise<OwedLine[]> {
    const rows = await tx.query<LineRow & { owes: OwedLine['owes'] }>(
      `SELECT line.*, owed.owes FROM (${OWED}) owed JOIN (${LINE}) line ON line.id = owed.draft_id
        ORDER BY line.waiting_since, line.fiscal_year, line.number`,
      [postIds, staffId],
    );
    return rows.map((row) => ({ ...toLine(row), owes: row.owes }));
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

  /** Every draft that circulates or lies with its drafter, with the rule by which its present round found its route. */
  async openRounds(tx: Transaction): Promise<OpenRound[]> {
    const rows = await tx.query<LineRow & { act: string; route_amount: string; table_id: string }>(
      `SELECT line.*, round.authority_act AS act, round.authority_amount AS route_amount,
              round.authority_table_id AS table_id
         FROM (${LINE} WHERE draft.state IN ('circulating', 'returned')) line
         JOIN drafts draft ON draft.id = line.id
         JOIN draft_rounds round ON (round.municipality_id, round.draft_id, round.round)
                                  = (draft.municipality_id, draft.id, draft.round)
        ORDER BY line.waiting_since, line.fiscal_year, line.number`,
      [],
    );
    return rows.map((row) => ({
      ...{ ...toLine(row), act: row.act, amount: yen(row.route_amount), tableId: row.table_id },
    }));
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
  carried: row.carried,
  position: row.position,
  fingerprint: row.fingerprint,
});
