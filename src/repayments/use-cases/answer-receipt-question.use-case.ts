import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { ReceiptQuestionStore } from '../store/receipt-question.store.js';
import { RepaymentDemandStore } from '../store/repayment-demand.store.js';
import { RecordReceipt } from './record-receipt.use-case.js';

interface QuestionRef {
  readonly demandId: string;
  readonly questionId: string;
}

const LONGEST_REASON = 400;

/** A line of a 領収済一覧 that waits for a person: taken with its 過誤納金 or as another receipt, or not taken, for a reason. */
@Injectable()
export class AnswerReceiptQuestion {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly demands: RepaymentDemandStore,
    private readonly questions: ReceiptQuestionStore,
    private readonly recording: RecordReceipt,
  ) {}

  /** Twice is once. Throws what a receipt throws, and `repayments.question-answered` where it was dismissed meanwhile. */
  take(actor: Actor, { demandId, questionId }: QuestionRef): Promise<void> {
    requireDuty(actor, 'treasury-check', 'treasury-decide');
    return this.unitOfWork.run(actor, async (tx) => {
      const demand = await this.demands.lockOne(tx, demandId);
      const question = await this.questions.find(tx, demandId, questionId);
      const { answer, receivedOn, amount, slipNumber, lateReason, afterEnd } = question;
      if (answer === 'taken') return;
      if (answer === 'dismissed') throw new DomainError('repayments.question-answered', 'conflict');
      const taking = { requestId: questionId, takesExcess: true, another: true, lateReason, afterEnd };
      await this.recording.take(tx, demand, { receivedOn, amount, slipNumber }, taking);
      await this.questions.answer(tx, questionId, 'taken', '');
    });
  }

  /** Fault at `dismissalReason`. */
  dismiss(
    actor: Actor,
    { demandId, questionId, reason: typed }: QuestionRef & { readonly reason: string },
  ): Promise<void> {
    requireDuty(actor, 'treasury-check', 'treasury-decide');
    const reason = typed.trim();
    const pointer = 'dismissalReason';
    if (reason === '') throw DomainError.invalid([{ pointer, code: 'repayments.dismissal-reason-missing' }]);
    if ([...reason].length > LONGEST_REASON)
      throw DomainError.invalid([{ pointer, code: 'repayments.facts-too-long', params: { most: LONGEST_REASON } }]);
    return this.unitOfWork.run(actor, async (tx) => {
      const demand = await this.demands.lockOne(tx, demandId);
      const { answer, slipNumber } = await this.questions.find(tx, demandId, questionId);
      if (answer === 'dismissed') return;
      if (answer === 'taken') throw new DomainError('repayments.question-answered', 'conflict');
      await this.questions.answer(tx, questionId, 'dismissed', reason);
      tx.audit({
        ...{ action: 'repayment.receipt-dismissed', subjectKind: 'repayment', subjectId: demandId },
        ...{ organizationId: demand.organizationId, detail: { slipNumber, reason } },
      });
    });
  }
}
