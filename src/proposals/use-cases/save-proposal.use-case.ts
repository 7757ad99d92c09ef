import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { mergeSection, parkedAfter, refuseOversizedFields, sameFields, type Fields } from '../../forms/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { proposalMachine } from '../domain/proposal.js';
import { readBasics, type TypedBasics } from '../domain/proposer.js';
import { CallStore } from '../store/call.store.js';
import { ProposalSectionStore } from '../store/proposal-section.store.js';
import { ProposalStore } from '../store/proposal.store.js';
import { ProposalAccess, type ProposalKey } from './proposal-access.js';

export interface SaveProposalSectionCommand extends ProposalKey {
  readonly name: string;
  /** The version from which the page was filled. */
  readonly version: number;
  /** Names the opened page. */
  readonly page: string;
  readonly fields: Fields;
  readonly settled: readonly string[];
}

const NOT_EDITABLE = 'proposals.not-editable';

/** Keeps what is typed in a draft, also what could not be sent; texts of two writers are brought together field by field. */
@Injectable()
export class SaveProposal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ProposalAccess,
    private readonly calls: CallStore,
    private readonly proposals: ProposalStore,
    private readonly sections: ProposalSectionStore,
  ) {}

  section(actor: Actor, { name, version, page, fields, settled, ...key }: SaveProposalSectionCommand) {
    refuseOversizedFields(fields);
    return this.unitOfWork.run(actor, async (tx) => {
      const { id, state } = await this.access.open(tx, key, 'hold');
      nextState(proposalMachine, NOT_EDITABLE, state, 'edit');
      const section = await this.sections.getForUpdate(tx, id, name);
      const revisions =
        version < 1 || version > section.version ? [] : await this.sections.revisionsFrom(tx, id, name, version);
      const [base, ...since] = revisions;
      if (!base) throw DomainError.stale();
      const merge = mergeSection(base, since, page, fields);
      const parked = parkedAfter(section.parked, merge, settled, { by: tx.actor.name, at: tx.now });
      const conflicts = merge.conflicts.map(({ field }) => field);
      const { tookTheirs } = merge;
      const same = sameFields(section.fields, merge.fields) && parked.length === section.parked.length;
      if (same && conflicts.length === 0) return { version: section.version, tookTheirs, conflicts };
      await this.sections.save(tx, id, section, { fields: merge.fields, parked, page });
      return { version: section.version + 1, tookTheirs, conflicts };
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
      const { basics, faults } = readBasics({ ...typed, ...own }, call, { known });
      refuseWhenFaulty(faults);
      await this.proposals.save(tx, proposal, basics);
    });
  }
}
