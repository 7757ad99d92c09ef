import { Injectable } from '@nestjs/common';
import type { HeldPost } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Staffing } from '../domain/authority-safety.js';
import { holdsOn, type Holding, type HoldingWithSide } from '../domain/holding.js';
import type { Post } from '../domain/post.js';
import { isInService, type StaffMember } from '../domain/staff-member.js';
import { HoldingRow } from './holding-row.js';
import { PostRow } from './post-row.js';
import { StaffMemberRow } from './staff-member-row.js';

/** Rows of people, posts and holdings. A town has dozens of each, so lists are read whole. */
@Injectable()
export class StaffStore {
  async member(tx: Transaction, id: string): Promise<StaffMember> {
    const row = await tx.manager.findOneBy(StaffMemberRow, { id });
    if (!row) throw DomainError.notFound();
    return toMember(row);
  }

  async members(tx: Transaction): Promise<StaffMember[]> {
    return (await tx.manager.find(StaffMemberRow, { order: { kana: 'ASC' } })).map(toMember);
  }

  async insertMember(tx: Transaction, member: StaffMember): Promise<void> {
    await tx.manager.insert(StaffMemberRow, { ...member, municipalityId: tx.municipalityId });
  }

  /** Refused as stale when somebody else changed the member meanwhile. */
  async updateMember(tx: Transaction, { id, version, ...changed }: StaffMember): Promise<void> {
    const { affected } = await tx.manager.update(StaffMemberRow, { id, version }, { ...changed, version: version + 1 });
    if (affected !== 1) throw DomainError.stale();
  }

  async post(tx: Transaction, id: string): Promise<Post> {
    const row = await tx.manager.findOneBy(PostRow, { id });
    if (!row) throw DomainError.notFound();
    return toPost(row);
  }

  /** From the head of the town down. */
  async posts(tx: Transaction): Promise<Post[]> {
    return (await tx.manager.find(PostRow, { order: { rank: 'DESC', name: 'ASC' } })).map(toPost);
  }

  async insertPost(tx: Transaction, post: Post): Promise<void> {
    await tx.manager.insert(PostRow, { ...post, duties: [...post.duties], municipalityId: tx.municipalityId });
  }

  async updatePost(tx: Transaction, { id, ...changed }: Pick<Post, 'id'> & Partial<Post>): Promise<void> {
    await tx.manager.update(PostRow, { id }, {
      ...changed,
      ...(changed.duties && { duties: [...changed.duties] }),
    } as PostRow);
  }

  async holding(tx: Transaction, id: string): Promise<Holding> {
    const row = await tx.manager.findOneBy(HoldingRow, { id });
    if (!row) throw DomainError.notFound();
    return toHolding(row);
  }

  async holdings(tx: Transaction): Promise<Holding[]> {
    return (await tx.manager.find(HoldingRow, { order: { fromOn: 'DESC' } })).map(toHolding);
  }

  /** All holdings of a person, past and future, with the side of each post; locks the person. */
  async holdingsForAssignment(tx: Transaction, staffId: string): Promise<HoldingWithSide[]> {
    await tx.manager.findOne(StaffMemberRow, { where: { id: staffId }, lock: { mode: 'pessimistic_write' } });
    return tx.query<HoldingWithSide>(
      `SELECT h.id, h.post_id AS "postId", h.staff_id AS "staffId", h.kind, h.from_on::text AS "fromOn",
              h.until_on::text AS "untilOn", p.side, p.name AS "postName"
         FROM post_holdings h JOIN posts p ON (p.municipality_id, p.id) = (h.municipality_id, h.post_id)
        WHERE h.staff_id = $1`,
      [staffId],
    );
  }

  /** The posts that a person holds on a day, as an actor carries them. */
  heldPosts(tx: Transaction, staffId: string, day: LocalDate): Promise<HeldPost[]> {
    return tx.query<HeldPost>(
      `SELECT p.id, p.name, s.name AS section, p.side, p.duties
         FROM post_holdings h
         JOIN posts p ON (p.municipality_id, p.id) = (h.municipality_id, h.post_id)
         JOIN sections s ON (s.municipality_id, s.id) = (p.municipality_id, p.section_id)
        WHERE h.staff_id = $1 AND h.from_on <= $2 AND (h.until_on IS NULL OR h.until_on >= $2)
        ORDER BY p.rank DESC, p.name`,
      [staffId, day],
    );
  }

  async insertHolding(tx: Transaction, holding: Holding): Promise<void> {
    await tx.manager.insert(HoldingRow, { ...holding, municipalityId: tx.municipalityId });
  }

  async endHolding(tx: Transaction, id: string, untilOn: LocalDate): Promise<void> {
    await tx.manager.update(HoldingRow, { id }, { untilOn });
  }

  /** Posts and their holders in service on a day; an acting holder counts like one of the post's own. */
  async staffingOn(tx: Transaction, day: LocalDate): Promise<Staffing> {
    const posts = await this.posts(tx);
    const inService = (await this.members(tx)).filter((member) => isInService(member, day));
    const names = new Map(inService.map(({ id, name }) => [id, name]));
    const holders = new Map<string, { staffId: string; name: string }[]>();
    for (const holding of await this.holdings(tx)) {
      const name = names.get(holding.staffId);
      if (name === undefined || !holdsOn(holding, day)) continue;
      const others = holders.get(holding.postId) ?? [];
      holders.set(holding.postId, [...others, { staffId: holding.staffId, name }]);
    }
    return { posts, holders };
  }
}

const toMember = ({ municipalityId: _town, ...member }: StaffMemberRow): StaffMember => member;
const toPost = ({ municipalityId: _town, ...post }: PostRow): Post => post;
const toHolding = ({ municipalityId: _town, ...holding }: HoldingRow): Holding => holding;
