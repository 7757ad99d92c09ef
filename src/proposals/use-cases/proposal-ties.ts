import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { StaffDirectory, Ties } from '../../staff/index.js';
import type { Proposal } from '../domain/proposal.js';
import { isOwnProposal } from '../domain/proposal-tie.js';
import { ProposalTieStore } from '../store/proposal-tie.store.js';
import { ProposalStore } from '../store/proposal.store.js';
import { READERS } from './proposal-readers.js';

/** A member of staff who keeps away from a proposal, and why. */
export interface TiedMember {
  readonly staffId: string;
  readonly name: string;
  /** null where it is the member's own proposal, or the register of 利害関係 ties the member to its organisation. */
  readonly reason: string | null;
}

const LONGEST_REASON = 300;

/** 利害関係 to a proposal: whoever proposed it, is tied to its organisation, or says so; bars hearing, panel and approval. */
@Injectable()
export class ProposalTies {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly proposals: ProposalStore,
    private readonly store: ProposalTieStore,
    private readonly staff: StaffDirectory,
    private readonly ties: Ties,
  ) {}

  /** By proposal; who is tied to its organisation among them. */
  async tiedTo(
    tx: Transaction,
    proposals: readonly Pick<Proposal, 'id' | 'proposer' | 'organizationId'>[],
  ): Promise<ReadonlyMap<string, readonly TiedMember[]>> {
    const members = await this.staff.list(tx);
    const declared = await this.store.of(
      tx,
      proposals.map(({ id }) => id),
    );
    const organizationIds = proposals.flatMap(({ organizationId }) => organizationId ?? []);
    const registered = await this.ties.tiedTo(tx, [...new Set(organizationIds)], tx.today);
    return new Map(
      proposals.map((proposal) => [
        proposal.id,
        members.flatMap((member): TiedMember[] => {
          const { id: staffId, name } = member;
          const own = declared.find((tie) => tie.proposalId === proposal.id && tie.staffId === staffId);
          if (own) return [{ staffId, name, reason: own.reason }];
          const { organizationId } = proposal;
          const isTied = organizationId !== null && registered.get(organizationId)?.includes(staffId);
          return isTied || isOwnProposal(proposal, member) ? [{ staffId, name, reason: null }] : [];
        }),
      ]),
    );
  }

  /** Who is tied to it, by their ids. Throws not-found. */
  async idsOf(tx: Transaction, proposalId: string): Promise<readonly string[]> {
    return (await this.of(tx, await this.proposals.get(tx, proposalId))).map(({ staffId }) => staffId);
  }

  async of(tx: Transaction, proposal: Pick<Proposal, 'id' | 'proposer' | 'organizationId'>) {
    return (await this.tiedTo(tx, [proposal])).get(proposal.id) ?? [];
  }

  /** Ids of those among them that the actor is tied to; none of anybody but staff. */
  async ofActor(
    tx: Transaction,
    proposals: readonly Pick<Proposal, 'id' | 'proposer' | 'organizationId'>[],
  ): Promise<ReadonlySet<string>> {
    const { actor } = tx;
    if (actor.kind !== 'staff') return new Set();
    const tied = await this.tiedTo(tx, proposals);
    const isOwn = ([, members]: readonly [string, readonly TiedMember[]]) =>
      members.some(({ staffId }) => staffId === actor.staffId);
    return new Set([...tied].filter(isOwn).map(([id]) => id));
  }

  /** Keeps whoever is tied to the proposal from deciding anything of it. Throws `staff.tied-to-case`; others pass. */
  async refuseTied(tx: Transaction, proposal: Pick<Proposal, 'id' | 'proposer' | 'organizationId'>): Promise<void> {
    if ((await this.ofActor(tx, [proposal])).size > 0) throw new DomainError('staff.tied-to-case', 'forbidden');
  }

  /** By the member alone, who keeps away from then on; it cannot be taken back. Fault at `reason`. */
  declare(actor: Actor, { proposalId, reason }: { proposalId: string; reason: string }): Promise<void> {
    requireDuty(actor, ...READERS);
    return this.unitOfWork.run(actor, async (tx) => {
      if (actor.kind !== 'staff') throw DomainError.forbidden();
      const { number, organizationId } = await this.proposals.get(tx, proposalId);
      if (number === null) throw DomainError.notFound();
      const said = reason.trim();
      refuseWhenFaulty([
        ...(said === '' ? [{ pointer: 'reason', code: 'proposals.tie-reason-missing' }] : []),
        ...([...said].length > LONGEST_REASON
          ? [{ pointer: 'reason', code: 'forms.too-long', params: { label: '理由', most: LONGEST_REASON } }]
          : []),
      ]);
      const { staffId } = actor;
      await this.store.add(tx, { proposalId, staffId, reason: said });
      const subject = { subjectKind: 'proposal', subjectId: proposalId };
      tx.audit({ action: 'proposal.tie-declared', ...subject, organizationId, detail: { staffId } });
    });
  }
}
