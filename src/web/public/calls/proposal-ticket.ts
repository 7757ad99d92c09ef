import type { Ticket } from '../../shared/cookies.js';

export const PROPOSAL_TICKET = 'proposal';

/** A working day: nobody loses what they think over at length. Null forgets it at once. */
export const proposalTicket = (code: string | null): Ticket => ({ kind: PROPOSAL_TICKET, code, minutes: 8 * 60 });
