import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Transaction } from '../../platform/database/index.js';
import type { CommentCounts } from '../domain/opinion-group.js';
import type { PartOfList } from '../../kernel/part-of-list.js';
import type { PublicComment } from '../domain/public-comment.js';
import { PublicCommentRow } from './public-comment-row.js';

type Written = Omit<PublicComment, 'number' | 'groupId' | 'erasedOn' | 'sentAt'>;

/** Comments of residents. Who adds one holds its consultation, so that numbers follow one another. */
@Injectable()
export class PublicCommentStore {
  /** Gives it the next number of its consultation. */
  async add(tx: Transaction, codeHash: string, comment: Written): Promise<number> {
    const { consultationId } = comment;
    const number = ((await tx.manager.maximum(PublicCommentRow, 'number', { consultationId })) ?? 0) + 1;
    const row = { ...comment, number, codeHash, sentAt: tx.now, groupId: null, erasedOn: null };
    await tx.manager.insert(PublicCommentRow, { ...row, municipalityId: tx.municipalityId });
    return number;
  }

  async byCode(tx: Transaction, codeHash: string): Promise<PublicComment | null> {
    const row = await tx.manager.findOneBy(PublicCommentRow, { codeHash });
    return row && toComment(row);
  }

  /** In the order of their numbers: all, or a part of them; `loose` leaves out those that are in a group. */
  async of(
    tx: Transaction,
    consultationId: string,
    { loose = false, part }: { readonly loose?: boolean; readonly part?: PartOfList } = {},
  ): Promise<PublicComment[]> {
    const rows = await tx.manager.find(PublicCommentRow, {
      where: { consultationId, ...(loose && { groupId: IsNull() }) },
      order: { number: 'ASC' },
      ...(part && { skip: part.from, take: part.most }),
    });
    return rows.map(toComment);
  }

  async countsOf(tx: Transaction, consultationId: string): Promise<CommentCounts> {
    const rows = await tx.query<{ id: string | null; count: string }>(
      `SELECT group_id AS id, count(*) AS count FROM public_comments
        WHERE municipality_id = $1 AND consultation_id = $2 GROUP BY 1`,
      [tx.municipalityId, consultationId],
    );
    const byGroup = new Map(rows.map(({ id, count }) => [id, Number(count)]));
    return {
      all: rows.reduce((sum, { count }) => sum + Number(count), 0),
      loose: byGroup.get(null) ?? 0,
      inGroup: (id) => byGroup.get(id) ?? 0,
    };
  }

  /** By consultation. */
  async counts(tx: Transaction): Promise<ReadonlyMap<string, number>> {
    const rows = await tx.query<{ id: string; count: string }>(
      `SELECT consultation_id AS id, count(*) AS count FROM public_comments WHERE municipality_id = $1 GROUP BY 1`,
      [tx.municipalityId],
    );
    return new Map(rows.map(({ id, count }) => [id, Number(count)]));
  }

  /** Null takes them out of their groups. Throws not-found for a comment of another consultation. */
  async putInto(
    tx: Transaction,
    consultationId: string,
    ids: readonly string[],
    groupId: string | null,
  ): Promise<void> {
    const where = { consultationId, id: In([...ids]) };
    const { affected } = await tx.manager.update(PublicCommentRow, where, { groupId });
    if (affected !== new Set(ids).size) throw DomainError.notFound();
  }

  async emptyGroup(tx: Transaction, groupId: string): Promise<void> {
    await tx.manager.update(PublicCommentRow, { groupId }, { groupId: null });
  }

  /** Erases names and addresses of consultations that ended before `day`; says of how many comments. */
  async eraseEndedBefore(tx: Transaction, day: LocalDate): Promise<number> {
    const [erased] = await tx.query<{ count: string }>(
      `WITH erased AS (
         UPDATE public_comments AS written SET name = NULL, address = NULL, erased_on = $3
           FROM consultations AS about
          WHERE about.municipality_id = written.municipality_id AND about.id = written.consultation_id
            AND written.municipality_id = $1 AND written.erased_on IS NULL
            AND coalesce(about.answered_on, about.withdrawn_on) < $2
         RETURNING 1)
       SELECT count(*) FROM erased`,
      [tx.municipalityId, day, tx.today],
    );
    return Number(erased?.count);
  }
}

function toComment(row: PublicCommentRow): PublicComment {
  const { municipalityId: _town, codeHash: _hash, ...comment } = row;
  return comment;
}
