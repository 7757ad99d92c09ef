import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { Municipalities, type Section } from '../../municipalities/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { standingOf, type Call } from '../domain/call.js';
import { CallStore, type CallExtension } from '../store/call.store.js';
import { ProposalStore } from '../store/proposal.store.js';

/** A call with whom to ask about it and the ends that were moved. */
export interface CallView {
  readonly call: Call;
  readonly section: Section;
  readonly extensions: readonly CallExtension[];
}

/** The calls as the desks and everybody read them. */
@Injectable()
export class Calls {
  constructor(
    private readonly store: CallStore,
    private readonly proposals: ProposalStore,
    private readonly municipalities: Municipalities,
  ) {}

  /** What has been published, newest first; what was taken back as well. */
  published(tx: Transaction): Promise<Call[]> {
    return this.store.all(tx, 'published', 'withdrawn');
  }

  /** Those that take proposals at this moment. */
  async open(tx: Transaction): Promise<Call[]> {
    return (await this.store.all(tx, 'published')).filter((call) => standingOf(call, tx.now) === 'open');
  }

  /** All of them with how many proposals came in; drafts are for staff only. */
  async all(tx: Transaction): Promise<{ readonly call: Call; readonly sent: number; readonly drafts: number }[]> {
    requireStaff(tx);
    const counts = await this.proposals.counts(tx);
    return (await this.store.all(tx)).map((call) => ({ call, ...(counts.get(call.id) ?? { sent: 0, drafts: 0 }) }));
  }

  /** Throws not-found, for everybody but staff also where the call is still being written. */
  async get(tx: Transaction, id: string): Promise<CallView> {
    const call = await this.store.get(tx, id);
    if (call.state === 'draft') requireStaff(tx);
    const section = await this.municipalities.sectionOf(tx, call.sectionId);
    return { call, section, extensions: await this.store.extensions(tx, id) };
  }
}

function requireStaff({ actor }: Transaction): void {
  if (actor.kind !== 'staff' && actor.kind !== 'system') throw DomainError.notFound();
}
