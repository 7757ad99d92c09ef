import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HALL_DUTIES, requireDuty } from '../../kernel/actor.js';
import { PanelSubjects, type PanelSubject, type ProposedSubject } from '../../panels/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { numberInWords, PROPOSAL_SUBJECT, type ProposalState } from '../domain/proposal.js';
import { CallStore } from '../store/call.store.js';
import { ProposalStore } from '../store/proposal.store.js';
import { ProposalTies } from './proposal-ties.js';

/** What has left the way to a panel before it was judged. */
const GONE: ReadonlySet<ProposalState> = new Set(['withdrawn', 'set-aside', 'merged', 'refused']);

/** Proposals as a panel judges them when they are presented, each by the rubric of its call. */
@Injectable()
export class ProposalPanelSubject implements PanelSubject, OnModuleInit {
  readonly kind = PROPOSAL_SUBJECT;
  readonly words = { thing: '提案', party: '提案者', reference: '番号', group: '募集' };

  constructor(
    private readonly subjects: PanelSubjects,
    private readonly proposals: ProposalStore,
    private readonly calls: CallStore,
    private readonly ties: ProposalTies,
  ) {}

  onModuleInit(): void {
    this.subjects.register(this);
  }

  /** The calls that have a rubric. */
  async programmes(tx: Transaction): Promise<{ id: string; name: string }[]> {
    const published = await this.calls.all(tx, 'published', 'withdrawn');
    return published.filter(({ rubric }) => rubric !== null).map(({ id, title }) => ({ id, name: title }));
  }

  /** What the area needs, by number. */
  async proposed(tx: Transaction, callIds: readonly string[]): Promise<ProposedSubject[]> {
    requireDuty(tx.actor, ...HALL_DUTIES);
    const proposed: ProposedSubject[] = [];
    for (const { id: programId, title: programName, rubric } of await this.calls.all(tx, 'published', 'withdrawn')) {
      if (rubric === null || !callIds.includes(programId)) continue;
      for (const { id, state, organizationId, proposer, number, title } of await this.proposals.sentTo(tx, programId)) {
        if (state !== 'relevant') continue;
        const of = { organizationId, organizationName: proposer.name, programId, programName, rubric };
        proposed.push({ id, title, reference: numberInWords(number), ...of });
      }
    }
    return proposed;
  }

  async tied(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const tied = await this.ties.tiedTo(tx, await this.proposals.ofIds(tx, ids));
    return new Map([...tied].map(([id, members]) => [id, members.map(({ staffId }) => staffId)]));
  }

  async withdrawn(tx: Transaction, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const proposals = await this.proposals.ofIds(tx, ids);
    return new Set(proposals.filter(({ state }) => GONE.has(state)).map(({ id }) => id));
  }
}
