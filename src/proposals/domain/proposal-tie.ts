import type { Proposal } from './proposal.js';

/** 利害関係 of one member of staff to one proposal, declared by the member; final, as a recusal is. */
export interface ProposalTie {
  readonly proposalId: string;
  readonly staffId: string;
  readonly reason: string;
  readonly declaredAt: Date;
}

const folded = (name: string): string => name.normalize('NFKC').replace(/\s/g, '');

/**
 * Whether a member of staff proposed it: such a proposal comes without an account, so the name alone says so. Two of one
 * name both keep away; another takes their place.
 */
export const isOwnProposal = ({ proposer }: Pick<Proposal, 'proposer'>, member: { readonly name: string }): boolean =>
  proposer.kind === 'staff' && folded(proposer.name) === folded(member.name);
