import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { numberInWords } from '../domain/proposal.js';
import { sortingsInForce } from '../domain/sorting.js';
import { CallStore } from '../store/call.store.js';
import { ProposalCourseStore } from '../store/proposal-course.store.js';
import { ProposalStore } from '../store/proposal.store.js';

/** 仕分けの確定: from now on each proposer of the call reads, and is told once, how theirs was sorted and why. */
@Injectable()
export class SettleSorting {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly calls: CallStore,
    private readonly proposals: ProposalStore,
    private readonly course: ProposalCourseStore,
  ) {}

  /**
   * Done twice, it is done once. Throws `proposals.sorting-incomplete` with the numbers of those that are not sorted, and
   * `proposals.sorting-empty` where nothing came in. Announces SortingSettled; subject: the call.
   */
  execute(actor: Actor, callId: string): Promise<void> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      await this.calls.lock(tx, callId);
      if (await this.course.settlementOf(tx, callId)) return;
      const open = (await this.proposals.sentTo(tx, callId)).filter(({ state }) => state !== 'withdrawn');
      if (open.length === 0) throw new DomainError('proposals.sorting-empty', 'conflict');
      const ids = open.map(({ id }) => id);
      const sorted = sortingsInForce(await this.course.sortingsOf(tx, ids));
      const rest = open.filter(({ id }) => !sorted.has(id));
      if (rest.length > 0) {
        const numbers = rest.map(({ number }) => numberInWords(number)).join('、');
        throw new DomainError('proposals.sorting-incomplete', 'conflict', { numbers });
      }
      await this.course.settleSorting(tx, callId);
      tx.announce({ type: 'SortingSettled', subjectId: callId });
      tx.audit({
        action: 'call.sorting-settled',
        subjectKind: 'call',
        subjectId: callId,
        detail: { count: ids.length },
      });
    });
  }
}
