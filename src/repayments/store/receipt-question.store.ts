import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Any, IsNull } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import type { ReceiptQuestion } from '../domain/receipt-question.js';
import { ReceiptQuestionRow } from './receipt-question-row.js';

@Injectable()
export class ReceiptQuestionStore {
  async ask(tx: Transaction, question: Omit<ReceiptQuestion, 'id' | 'answer'>): Promise<void> {
    const { municipalityId } = tx;
    await tx.manager.insert(ReceiptQuestionRow, {
      ...question,
      ...{ municipalityId, id: randomUUID(), askedAt: tx.now, askedBy: tx.actor.name },
      ...{ answer: null, answerReason: '', answeredAt: null, answeredBy: null },
    });
  }

  /** Answered ones too, in the order in which they were asked. */
  async ofDemand(tx: Transaction, demandId: string): Promise<ReceiptQuestion[]> {
    return (await tx.manager.find(ReceiptQuestionRow, { where: { demandId }, order: { number: 'ASC' } })).map(
      toQuestion,
    );
  }

  async openOf(tx: Transaction, demandIds: readonly string[]): Promise<ReceiptQuestion[]> {
    const where = { demandId: Any([...demandIds]), answer: IsNull() };
    return (await tx.manager.find(ReceiptQuestionRow, { where, order: { number: 'ASC' } })).map(toQuestion);
  }

  /** The caller holds the demand's lock. Throws not-found for a question of another demand. */
  async find(tx: Transaction, demandId: string, id: string): Promise<ReceiptQuestion> {
    const row = await tx.manager.findOneBy(ReceiptQuestionRow, { id, demandId });
    if (!row) throw DomainError.notFound();
    return toQuestion(row);
  }

  async answer(tx: Transaction, id: string, answer: 'taken' | 'dismissed', answerReason: string): Promise<void> {
    const { municipalityId } = tx;
    const signed = { answer, answerReason, answeredAt: tx.now, answeredBy: tx.actor.name };
    await tx.manager.update(ReceiptQuestionRow, { municipalityId, id }, signed);
  }
}

const toQuestion = (row: ReceiptQuestionRow): ReceiptQuestion => {
  const { id, demandId, why, receivedOn, amount, slipNumber, lateReason, afterEnd, answer } = row;
  return { id, demandId, why, receivedOn, amount, slipNumber, lateReason, afterEnd, answer };
};
