import { Injectable } from '@nestjs/common';
import { createHash, randomInt } from 'node:crypto';
import { hasDuty } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { makePrintedCode, readPrintedCode } from '../../kernel/printed-code.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Proposal } from '../domain/proposal.js';
import { ProposalStore } from '../store/proposal.store.js';

/** Which proposal, and the secret code of a proposer without an account; null for whoever is signed in. */
export interface ProposalKey {
  readonly proposalId: string;
  readonly code: string | null;
}

/** Lets in who writes a proposal: its organisation, whoever holds its code, and promotion staff for what came on paper. */
@Injectable()
export class ProposalAccess {
  constructor(private readonly store: ProposalStore) {}

  /** Throws not-found for everybody else. */
  async open(tx: Transaction, { proposalId, code }: ProposalKey, how: 'get' | 'hold' | 'lock'): Promise<Proposal> {
    const proposal = await this.store[how](tx, proposalId);
    if (this.isWriter(tx, proposal, code)) return proposal;
    throw DomainError.notFound();
  }

  newCode(): { readonly code: string; readonly hash: string } {
    const code = makePrintedCode(randomInt);
    return { code, hash: hashOf(code) };
  }

  /** The proposal of a code as typed. Throws `proposals.code-…` at `code`; one that was never given out reads as mistyped. */
  async ofCode(tx: Transaction, typed: string): Promise<{ readonly proposal: Proposal; readonly code: string }> {
    const read = readPrintedCode(typed);
    if (!('code' in read)) throw refused(read.fault);
    const proposal = await this.store.ofAccess(tx, hashOf(read.code));
    if (!proposal) throw refused('unknown');
    return { proposal, code: read.code };
  }

  private isWriter({ actor }: Transaction, proposal: Proposal, code: string | null): boolean {
    if (actor.kind === 'officer') return actor.organizationId === proposal.organizationId;
    if (actor.kind === 'staff') return proposal.paperReceivedOn !== null && hasDuty(actor, 'promotion');
    return code !== null && proposal.accessHash !== null && hashOf(code) === proposal.accessHash;
  }
}

const refused = (fault: string): DomainError =>
  DomainError.invalid([{ pointer: 'code', code: `proposals.code-${fault}` }]);

/** SHA-256 is enough for 66 random bits. */
const hashOf = (code: string): string => createHash('sha256').update(code).digest('hex');
