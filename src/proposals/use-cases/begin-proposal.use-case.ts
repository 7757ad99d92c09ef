import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { refuseWhenFaulty } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { OrganizationDirectory } from '../../organizations/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { FloodGate } from '../../platform/flood/index.js';
import { requireOpen, type Call } from '../domain/call.js';
import { openKinds, readBasics, type Basics, type TypedBasics } from '../domain/proposer.js';
import { CallStore } from '../store/call.store.js';
import { ProposalSectionStore } from '../store/proposal-section.store.js';
import { ProposalStore } from '../store/proposal.store.js';
import { ProposalAccess } from './proposal-access.js';

interface BeginCommand {
  readonly callId: string;
  readonly typed: TypedBasics;
}

/** So many may one sender begin: a class of pupils or a town hall proposes from one address. */
const FLOOD = { most: 60, minutes: 60 } as const;

/** Begins a proposal to an open call. Faults at the fields of `TypedBasics`. */
@Injectable()
export class BeginProposal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly calls: CallStore,
    private readonly proposals: ProposalStore,
    private readonly sections: ProposalSectionStore,
    private readonly access: ProposalAccess,
    private readonly organizations: OrganizationDirectory,
    private readonly flood: FloodGate,
  ) {}

  /** Without an account: the code is told this once. Throws `common.too-many`. */
  openly(actor: Actor, command: BeginCommand & { readonly sender: string }) {
    return this.unitOfWork.run(actor, async (tx) => {
      const call = await this.openCall(tx, command.callId);
      const basics = basicsOf(command.typed, call, { known: false, kinds: openKinds(call) });
      await this.flood.admit(tx, 'proposal', command.sender, FLOOD);
      const { code, hash } = this.access.newCode();
      const id = await this.begin(tx, call, { ...basics, ...NOBODY, accessHash: hash });
      return { id, code, basics, call };
    });
  }

  /** By an officer, in the name of the organisation. */
  byOrganization(actor: Actor, { callId, typed }: BeginCommand): Promise<string> {
    return this.unitOfWork.run(actor, async (tx) => {
      if (actor.kind !== 'officer') throw new Error('an organisation proposes through its officers');
      const call = await this.openCall(tx, callId);
      const { organizationId } = actor;
      const { name } = await this.organizations.get(tx, organizationId);
      const basics = basicsOf({ ...typed, kind: 'organization', name }, call, { known: true });
      return this.begin(tx, call, { ...basics, ...NOBODY, organizationId });
    });
  }

  /** 紙で受付: staff enter what came on paper, on a day of the period. Fault also at `receivedOn`. */
  fromPaper(actor: Actor, { callId, typed, receivedOn }: BeginCommand & { readonly receivedOn: LocalDate }) {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const call = await this.calls.get(tx, callId);
      const { basics, faults } = readBasics(typed, call, { known: false });
      const outside = receivedOn > tx.today || receivedOn < call.opens || receivedOn > call.closes;
      const params = { opens: call.opens, closes: call.closes };
      const day = outside ? [{ pointer: 'receivedOn', code: 'proposals.paper-out-of-period', params }] : [];
      refuseWhenFaulty([...faults, ...day]);
      const paper = { paperReceivedOn: receivedOn, enteredBy: tx.actor.name };
      return this.begin(tx, call, { ...basics, ...NOBODY, ...paper });
    });
  }

  private async openCall(tx: Transaction, callId: string): Promise<Call> {
    const call = await this.calls.get(tx, callId);
    requireOpen(call, tx.now);
    return call;
  }

  private async begin(
    tx: Transaction,
    call: Call,
    from: Basics & Omit<Parameters<ProposalStore['add']>[1], keyof Basics | 'id' | 'callId'>,
  ): Promise<string> {
    const id = randomUUID();
    await this.proposals.add(tx, { ...from, id, callId: call.id });
    await this.sections.open(
      tx,
      id,
      call.form.map((section) => section.id),
    );
    const { organizationId } = from;
    tx.audit({ action: 'proposal.begun', subjectKind: 'proposal', subjectId: id, organizationId });
    return id;
  }
}

const NOBODY = { organizationId: null, accessHash: null, paperReceivedOn: null, enteredBy: null } as const;

function basicsOf(typed: TypedBasics, call: Call, writer: Parameters<typeof readBasics>[2]): Basics {
  const { basics, faults } = readBasics(typed, call, writer);
  refuseWhenFaulty(faults);
  return basics;
}
