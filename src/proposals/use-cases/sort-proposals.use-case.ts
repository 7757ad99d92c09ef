import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { numberInWords } from '../domain/proposal.js';
import {
  isSortable,
  isSortingSettled,
  isTouched,
  meetingFaults,
  sortingChanges,
  sortingsInForce,
  type SortingMeeting,
  type TypedSorting,
} from '../domain/sorting.js';
import { CallStore } from '../store/call.store.js';
import { ProposalCourseStore } from '../store/proposal-course.store.js';
import { ProposalStore } from '../store/proposal.store.js';
import { ProposalTies } from './proposal-ties.js';

export interface Sorted {
  /** How many changed. */
  readonly count: number;
  /** Numbers of those that the person is tied to: what was typed of them is not kept. */
  readonly tied: readonly number[];
}

export interface SortProposalsCommand {
  readonly callId: string;
  readonly typed: readonly TypedSorting[];
  /** Which meeting sorted them all; blank and null where none did. */
  readonly meeting: SortingMeeting;
}

/** Sorts the proposals of a call into what the town, residents, or both together do. */
@Injectable()
export class SortProposals {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly calls: CallStore,
    private readonly proposals: ProposalStore,
    private readonly course: ProposalCourseStore,
    private readonly ties: ProposalTies,
  ) {}

  /**
   * What the person is tied to stays as it is, whatever was typed of it; the others are sorted. Faults at `sorting[<proposal>]`, `why[<proposal>]`,
   * `meeting` and `metOn`; throws not-found, `proposals.sorting-unscreened` with the numbers of those that were not found needed or not, and
   * `proposals.sorting-settled` with the numbers of those that are decided, and
   * `proposals.sorting-overtaken` with the numbers that somebody else sorted since the page was shown: then nothing is saved.
   */
  execute(actor: Actor, { callId, typed, meeting }: SortProposalsCommand): Promise<Sorted> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      await this.calls.lock(tx, callId);
      const sent = await this.proposals.sentTo(tx, callId);
      const open = new Map(sent.filter(({ state }) => state !== 'withdrawn').map((each) => [each.id, each]));
      // One that was taken back meanwhile is passed over; one of another call was never on this board.
      const known = new Set(sent.map(({ id }) => id));
      if (typed.some(({ proposalId }) => !known.has(proposalId))) throw DomainError.notFound();
      const history = await this.course.sortingsOf(tx, [...open.keys()]);
      const own = await this.ties.ofActor(tx, [...open.values()]);
      const touched = typed.filter(({ proposalId }) => own.has(proposalId)).filter((each) => isTouched(each, history));
      const tied = touched.flatMap(({ proposalId }) => open.get(proposalId)?.number ?? []);
      const { changes, faults, overtaken } = sortingChanges(
        typed.filter(({ proposalId }) => open.has(proposalId) && !own.has(proposalId)),
        history,
      );
      const unread = changes
        .flatMap(({ proposalId }) => open.get(proposalId) ?? [])
        .filter((each) => !isSortable(each));
      if (unread.length > 0) {
        const numbers = unread.map(({ number }) => numberInWords(number)).join('、');
        throw new DomainError('proposals.sorting-unscreened', 'conflict', { numbers });
      }
      const inForce = sortingsInForce(history);
      const settled = [...changes.map(({ proposalId }) => proposalId), ...faults.map(({ proposalId }) => proposalId)]
        .concat(overtaken)
        .flatMap((id) => open.get(id) ?? [])
        .filter((proposal) => isSortingSettled(proposal, inForce.get(proposal.id)));
      if (settled.length > 0) {
        const numbers = settled.map(({ number }) => numberInWords(number)).join('、');
        throw new DomainError('proposals.sorting-settled', 'conflict', { numbers });
      }
      if (overtaken.length > 0) {
        const numbers = overtaken.map((id) => `第${String(open.get(id)?.number)}号`).join('、');
        throw new DomainError('proposals.sorting-overtaken', 'conflict', { numbers });
      }
      refuseWhenFaulty([
        ...meetingFaults(meeting, tx.today),
        ...faults.map(({ proposalId, ...fault }) => ({
          ...fault,
          params: { ...fault.params, number: numberInWords(open.get(proposalId)?.number ?? null) },
        })),
      ]);
      if (changes.length === 0) return { count: 0, tied };
      await this.course.addSortings(tx, changes, meeting);
      for (const { proposalId, kind } of changes) {
        const organizationId = open.get(proposalId)?.organizationId ?? null;
        tx.announce({ type: 'ProposalSorted', subjectId: proposalId, ...(organizationId ? { organizationId } : {}) });
        tx.audit({
          ...{ action: 'proposal.sorted', subjectKind: 'proposal', subjectId: proposalId, organizationId },
          detail: { kind },
        });
      }
      return { count: changes.length, tied };
    });
  }
}
