import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { refuseOversizedFields, type Fields } from '../../forms/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { keepSection, type SavedSection, type SentSection } from '../../writing/index.js';
import { proposalMachine } from '../domain/proposal.js';
import { openKinds, readBasics, type TypedBasics } from '../domain/proposer.js';
import { CallStore } from '../store/call.store.js';
import { ProposalSectionStore } from '../store/proposal-section.store.js';
import { ProposalStore } from '../store/proposal.store.js';
import { ProposalAccess, type ProposalKey } from './proposal-access.js';

export interface SaveProposalSectionCommand extends ProposalKey, SentSection {
  readonly fields: Fields;
}

const NOT_EDITABLE = 'proposals.not-editable';

/** Keeps what is typed in a draft, also what could not be sent; texts of two writers are brought together. */
@Injectable()
export class SaveProposal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ProposalAccess,
    private readonly calls: CallStore,
    private readonly proposals: ProposalStore,
    private readonly sections: ProposalSectionStore,
  ) {}

  section(actor: Actor, { fields, ...command }: SaveProposalSectionCommand): Promise<SavedSection> {
    refuseOversizedFields(fields);
    return this.unitOfWork.run(actor, async (tx) => {
      const { id: ownerId, state } = await this.access.open(tx, command, 'hold');
      nextState(proposalMachine, NOT_EDITABLE, state, 'edit');
      return (await keepSection(tx, this.sections, { ...command, ownerId, write: () => fields })).saved;
    });
  }

  /** Name, contact, title and field. Faults at the fields; stale when another page saved first. */
  basics(
    actor: Actor,
    { version, typed, ...key }: ProposalKey & { version: number; typed: TypedBasics },
  ): Promise<void> {
    return this.unitOfWork.run(actor, async (tx) => {
      const proposal = await this.access.open(tx, key, 'lock');
      nextState(proposalMachine, NOT_EDITABLE, proposal.state, 'edit');
      if (proposal.version !== version) throw DomainError.stale();
      const call = await this.calls.get(tx, proposal.callId);
      const known = proposal.organizationId !== null;
      const own = known ? { kind: 'organization', name: proposal.proposer.name } : {};
      const open = proposal.accessHash === null ? {} : { kinds: openKinds(call) };
      const { basics, faults } = readBasics({ ...typed, ...own }, call, { known, ...open });
      refuseWhenFaulty(faults);
      await this.proposals.save(tx, proposal, basics);
    });
  }
}
