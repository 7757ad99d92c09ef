import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { HeldPost, StaffActor } from '../../kernel/actor.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { PartyDirectories, type Account, type PartyDirectory } from '../../identity/index.js';
import { Municipalities } from '../../municipalities/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Staffing } from '../domain/authority-safety.js';
import { holdsOn, type Holding } from '../domain/holding.js';
import type { Post } from '../domain/post.js';
import { isInService, type StaffMember, type StaffMemberWithPosts } from '../domain/staff-member.js';
import { StaffStore } from '../store/staff.store.js';

/** Who works at the town hall, in which posts, on which day. */
@Injectable()
export class StaffDirectory implements PartyDirectory, OnModuleInit {
  constructor(
    private readonly staff: StaffStore,
    private readonly municipalities: Municipalities,
    private readonly parties: PartyDirectories,
  ) {}

  onModuleInit(): void {
    this.parties.register('staff', this);
  }

  /** Throws not-found. */
  get(tx: Transaction, staffId: string): Promise<StaffMember> {
    return this.staff.member(tx, staffId);
  }

  /** Everyone in the order of their kana, with the posts they hold today. */
  async list(tx: Transaction): Promise<StaffMemberWithPosts[]> {
    const posts = await this.staff.posts(tx);
    const sections = new Map((await this.municipalities.sections(tx)).map(({ id, name }) => [id, name]));
    const current = (await this.staff.holdings(tx)).filter((holding) => holdsOn(holding, tx.today));
    return (await this.staff.members(tx)).map((member) => ({
      ...member,
      posts: posts.flatMap((post) =>
        current
          .filter(({ staffId, postId }) => staffId === member.id && postId === post.id)
          .map(({ kind }) => ({
            postId: post.id,
            postName: post.name,
            sectionName: sections.get(post.sectionId) ?? '',
            kind,
          })),
      ),
    }));
  }

  /** From the head of the town down. */
  posts(tx: Transaction): Promise<Post[]> {
    return this.staff.posts(tx);
  }

  post(tx: Transaction, postId: string): Promise<Post> {
    return this.staff.post(tx, postId);
  }

  /** Every holding, past and future too, latest start first. */
  holdings(tx: Transaction): Promise<Holding[]> {
    return this.staff.holdings(tx);
  }

  /** Those in service who hold the post on that day, acting holders included; empty when it is vacant. */
  async holdersOf(tx: Transaction, postId: string, on: LocalDate): Promise<{ staffId: string; name: string }[]> {
    return [...((await this.staff.staffingOn(tx, on)).holders.get(postId) ?? [])];
  }

  /** All posts with their holders on a day. */
  staffingOn(tx: Transaction, on: LocalDate): Promise<Staffing> {
    return this.staff.staffingOn(tx, on);
  }

  /** Everyone in service today who gave an address for reminders. */
  async withMail(tx: Transaction): Promise<(StaffMember & { mail: string })[]> {
    return (await this.staff.members(tx)).filter(
      (member): member is StaffMember & { mail: string } => member.mail !== null && isInService(member, tx.today),
    );
  }

  /** The posts that a person holds today. */
  heldPosts(tx: Transaction, staffId: string): Promise<HeldPost[]> {
    return this.staff.heldPosts(tx, staffId, tx.today);
  }

  /** As whom a staff account acts today; null after the last day of service. */
  async actorFor(tx: Transaction, account: Pick<Account, 'id' | 'partyId'>): Promise<StaffActor | null> {
    const member = await this.staff.member(tx, account.partyId);
    if (!isInService(member, tx.today)) return null;
    return {
      kind: 'staff',
      municipalityId: tx.municipalityId,
      accountId: account.id,
      staffId: member.id,
      name: member.name,
      posts: await this.staff.heldPosts(tx, member.id, tx.today),
    };
  }
}
