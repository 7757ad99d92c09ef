import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { FloodGate } from '../../platform/flood/index.js';
import { ProposalAccess, type ProposalKey } from './proposal-access.js';

/** 66 random bits cannot be guessed; slowed all the same, so that nobody tries at length. */
const GUESSES = { most: 10, minutes: 10 } as const;

/** Leads whoever typed the code back to the proposal. Throws `proposals.code-…` at `code`, and `common.too-many`. */
@Injectable()
export class OpenByCode {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ProposalAccess,
    private readonly flood: FloodGate,
  ) {}

  async execute(actor: Actor, { typed, sender }: { typed: string; sender: string }): Promise<ProposalKey> {
    // Counted by itself: a wrong code rolls back whatever it is found wrong in.
    await this.unitOfWork.run(actor, (tx) => this.flood.admit(tx, 'proposal-code', sender, GUESSES));
    return this.unitOfWork.read(actor, async (tx) => {
      const { proposal, code } = await this.access.ofCode(tx, typed);
      return { proposalId: proposal.id, code };
    });
  }
}
