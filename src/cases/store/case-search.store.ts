import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Transaction } from '../../platform/database/index.js';
import type { CaseFilter, FoundCases } from '../domain/case.js';
import { CaseRow } from './case-row.js';
import { toItem } from './case.store.js';

/** So many cases are read through one by one without anybody noticing. */
const FEW = 2000;

const FILTER = `c.municipality_id = $1 AND ($2::text IS NULL OR c.phase = $2) AND ($3::text IS NULL OR c.waiting_for = $3)
  AND ($4::uuid IS NULL OR c.program_id = $4) AND ($5::uuid IS NULL OR c.organization_id = $5)
  AND (NOT $6::boolean OR c.unread_by_staff > 0)`;

const WORDS = 'NOT EXISTS (SELECT FROM unnest($7::text[]) word WHERE strpos(c.search_text, search_text(word)) = 0)';
const BEFORE = 'coalesce($8::bigint, 9223372036854775807)';

/** Those within the filter, one by one. */
const THROUGH_FILTER = `
  SELECT c.id, c.place FROM cases c WHERE ${FILTER} AND ${WORDS} AND c.place < ${BEFORE} ORDER BY c.place DESC LIMIT $9`;

/** Those with one pair of characters, from the newest on; OFFSET keeps the planner from reading all cases instead. */
const THROUGH_TERM = `
  SELECT found.id, found.place
    FROM case_terms t
    CROSS JOIN LATERAL (
      SELECT c.id, c.place FROM cases c WHERE c.place = t.place AND ${FILTER} AND ${WORDS} OFFSET 0) found
   WHERE t.municipality_id = $1 AND t.term = $10 AND t.place < ${BEFORE}
   ORDER BY t.place DESC LIMIT $9`;

interface Place {
  readonly id: string;
  readonly place: string;
}

/** Finds cases by parts of words: through whichever is rarer, the filter or the rarest pair of characters. */
@Injectable()
export class CaseSearchStore {
  async find(
    tx: Transaction,
    filter: CaseFilter,
    words: readonly string[],
    size: number,
    before: string | null,
  ): Promise<FoundCases> {
    const filtering = [
      ...[tx.municipalityId, filter.phase ?? null, filter.waitingFor ?? null, filter.programId ?? null],
      ...[filter.organizationId ?? null, filter.unread ?? false],
    ];
    const parameters = [...filtering, words, before, size + 1];
    const few = Object.keys(filter).length > 0 && (await this.areFew(tx, filtering));
    const found = few
      ? await tx.query<Place>(THROUGH_FILTER, parameters)
      : await tx.query<Place>(THROUGH_TERM, [...parameters, await this.rarestTerm(tx, words)]);
    const shown = found.slice(0, size);
    const rows = await tx.manager.findBy(CaseRow, { id: In(shown.map(({ id }) => id)) });
    const items = new Map(rows.map((row) => [row.id, toItem(row)]));
    return {
      items: shown.flatMap(({ id }) => items.get(id) ?? []),
      next: found.length > size ? (shown.at(-1)?.place ?? null) : null,
    };
  }

  private async areFew(tx: Transaction, filtering: readonly unknown[]): Promise<boolean> {
    const [row] = await tx.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM (SELECT FROM cases c WHERE ${FILTER} LIMIT $7) counted`,
      [...filtering, FEW + 1],
    );
    return (row?.count ?? 0) <= FEW;
  }

  private async rarestTerm(tx: Transaction, words: readonly string[]): Promise<string | null> {
    const [row] = await tx.query<{ term: string }>(
      `SELECT wanted.term
         FROM (SELECT DISTINCT term FROM unnest($2::text[]) word, search_terms(search_text(word)) term) wanted
         CROSS JOIN LATERAL (SELECT count(*) AS size FROM (
           SELECT FROM case_terms t WHERE t.municipality_id = $1 AND t.term = wanted.term LIMIT $3) counted) counted
        ORDER BY counted.size, wanted.term LIMIT 1`,
      [tx.municipalityId, words, FEW],
    );
    return row?.term ?? null;
  }
}
