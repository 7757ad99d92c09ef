import { Injectable } from '@nestjs/common';
import type { Answer, FormSection } from '../../forms/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import { dayInJapan, type LocalDate } from '../../kernel/local-date.js';
import type { Yen } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import { fieldLabelOf, type Call, type ProposerKind } from '../domain/call.js';
import { publicNameOf, type Proposal, type Proposer, type ProposalState } from '../domain/proposal.js';
import { sortingsInForce, type SortingKind } from '../domain/sorting.js';
import { CallStore } from '../store/call.store.js';
import { ProposalCourseStore } from '../store/proposal-course.store.js';
import { ProposalDecisionStore } from '../store/proposal-decision.store.js';
import { ProposalStore } from '../store/proposal.store.js';

/** A proposal as later stages and desks read it: without how its proposer is reached. */
export interface ProposalView {
  readonly id: string;
  readonly callId: string;
  readonly callTitle: string;
  /** null while it is a draft. */
  readonly number: number | null;
  readonly title: string;
  readonly fieldId: string;
  readonly fieldLabel: string;
  /** Where its field stands in the list of the call, from 0. */
  readonly fieldPlace: number;
  readonly state: ProposalState;
  readonly proposerKind: ProposerKind;
  /** As given, also of those merged into it; for the town hall. */
  readonly proposerNames: readonly string[];
  /** Of those merged into it alone, as given. */
  readonly mergedNames: readonly string[];
  /** Of these, those who agreed to be named. */
  readonly mergedPublicNames: readonly string[];
  /** Of those who agreed to it; for everybody. */
  readonly publicNames: readonly string[];
  readonly organizationId: string | null;
  /** What the call asked. */
  readonly form: readonly FormSection[];
  /** In words, as sent. */
  readonly answers: readonly Answer[];
  readonly submittedAt: Date | null;
  /** Who is to do it; null before it is sorted. */
  readonly sorting: SortingKind | null;
  /** Why, and when and at which meeting it was sorted so; blank where no meeting was named. */
  readonly sorted: { readonly reason: string; readonly on: LocalDate; readonly meeting: string } | null;
  /** The proposal into which it was merged, of the same call; null for every other. */
  readonly mergedIntoId: string | null;
  /** The amount that its adoption promised; null before that. */
  readonly adopted: { readonly amount: Yen; readonly on: LocalDate } | null;
  readonly version: number;
}

@Injectable()
export class ProposalDirectory {
  constructor(
    private readonly calls: CallStore,
    private readonly proposals: ProposalStore,
    private readonly course: ProposalCourseStore,
    private readonly decisions: ProposalDecisionStore,
  ) {}

  /** Throws not-found, also for a draft. */
  async get(tx: Transaction, id: string): Promise<ProposalView> {
    const proposal = await this.proposals.get(tx, id);
    const [view] = await this.viewsOf(
      tx,
      [proposal],
      new Map([[proposal.callId, await this.calls.get(tx, proposal.callId)]]),
    );
    if (!view) throw DomainError.notFound();
    return view;
  }

  /** What was sent to a call, by number; what was taken back among it. */
  async sentTo(tx: Transaction, callId: string): Promise<ProposalView[]> {
    const call = await this.calls.get(tx, callId);
    return this.viewsOf(tx, await this.proposals.sentTo(tx, callId), new Map([[callId, call]]));
  }

  async adopted(tx: Transaction): Promise<ProposalView[]> {
    const calls = new Map((await this.calls.all(tx)).map((call) => [call.id, call]));
    return this.viewsOf(tx, await this.proposals.inStates(tx, 'adopted'), calls);
  }

  private async viewsOf(tx: Transaction, proposals: readonly Proposal[], calls: ReadonlyMap<string, Call>) {
    const ids = proposals.map(({ id }) => id);
    const sortings = sortingsInForce(await this.course.sortingsOf(tx, ids));
    const adoptions = new Map((await this.decisions.adoptions(tx)).map((each) => [each.proposalId, each]));
    const mergers = await this.decisions.mergedInto(tx, ids);
    const merged = mergers.length === 0 ? [] : await this.proposals.inStates(tx, 'merged');
    const gone = await this.decisions.ofAll(
      tx,
      proposals.filter(({ state }) => state === 'merged').map(({ id }) => id),
    );
    const proposers = (id: string): Proposer[] => {
      const into = new Set(mergers.filter(({ mergedInto }) => mergedInto === id).map(({ proposalId }) => proposalId));
      return merged.filter(({ id: one }) => into.has(one)).map(({ proposer }) => proposer);
    };
    return proposals.flatMap((proposal) => {
      const call = calls.get(proposal.callId);
      if (!call) return [];
      const { amount = null, decidedOn = null } = adoptions.get(proposal.id) ?? {};
      const adopted = amount === null || decidedOn === null ? null : { amount, on: decidedOn };
      const inForce = sortings.get(proposal.id);
      const sorted = inForce
        ? { reason: inForce.reason, on: inForce.metOn ?? dayInJapan(inForce.sortedAt), meeting: inForce.meeting }
        : null;
      const sorting = inForce?.kind ?? null;
      const mergedIntoId = gone.get(proposal.id)?.mergedInto ?? null;
      return [viewOf(proposal, call, { sorting, sorted, adopted, mergedIntoId, merged: proposers(proposal.id) })];
    });
  }
}

function viewOf(
  proposal: Proposal,
  call: Call,
  {
    sorting,
    sorted,
    adopted,
    mergedIntoId,
    merged,
  }: Pick<ProposalView, 'sorting' | 'sorted' | 'adopted' | 'mergedIntoId'> & { readonly merged: readonly Proposer[] },
): ProposalView {
  const { id, callId, number, title, fieldId, state, proposer, organizationId, answers, submittedAt, version } =
    proposal;
  const all = [proposer, ...merged];
  return {
    ...{ id, callId, number, title, fieldId, state, organizationId, submittedAt, version, sorting, sorted, adopted },
    mergedIntoId,
    callTitle: call.title,
    form: call.form,
    fieldLabel: fieldLabelOf(call, fieldId),
    fieldPlace: call.fields.findIndex(({ id: one }) => one === fieldId),
    proposerKind: proposer.kind,
    proposerNames: all.map(({ name }) => name),
    mergedNames: merged.map(({ name }) => name),
    mergedPublicNames: merged.map(publicNameOf).filter((name) => name !== null),
    publicNames: all.map(publicNameOf).filter((name) => name !== null),
    answers: answers ?? [],
  };
}
