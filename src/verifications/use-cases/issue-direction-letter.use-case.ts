import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { formatEra, type LocalDate } from '../../kernel/local-date.js';
import { nextState } from '../../kernel/machine.js';
import { Letters } from '../../notices/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { verificationMachine } from '../domain/verification.js';
import { VerificationStore } from '../store/verification.store.js';
import { DirectionLetter } from './direction-letter.js';
import { noted } from './noted.js';

export interface IssueDirectionLetterCommand {
  readonly verificationId: string;
  /** 施行日: from the day of the decision until today. */
  readonly issuedOn: LocalDate;
  /** A number of the town's own 文書管理システム; blank: one of our series. */
  readonly externalNumber: string;
}

/** 施行 of 検証結果通知書: from then on the organisation knows the direction. Faults at `issuedOn`, `externalNumber`. */
@Injectable()
export class IssueDirectionLetter {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly verifications: VerificationStore,
    private readonly composer: DirectionLetter,
    private readonly letters: Letters,
  ) {}

  execute(actor: Actor, command: IssueDirectionLetterCommand): Promise<{ batchId: string }> {
    requireDuty(actor, 'promotion');
    const { verificationId, issuedOn, externalNumber } = command;
    return this.unitOfWork.run(actor, async (tx) => {
      const verification = await this.verifications.lock(tx, verificationId);
      const state = nextState(verificationMachine, 'verifications.not-to-be-issued', verification.state, 'issue');
      if (verification.letterId !== null) throw new DomainError('verifications.not-to-be-issued', 'conflict');
      const from = verification.decidedOn ?? tx.today;
      if (issuedOn < from || issuedOn > tx.today) {
        const params = { from: formatEra(from), until: formatEra(tx.today) };
        throw DomainError.invalid([{ pointer: 'issuedOn', code: 'verifications.issued-on-other-day', params }]);
      }
      const batchId = randomUUID();
      const { letter, ...delivery } = await this.composer.compose(tx, verification);
      const number = externalNumber.trim() === '' ? {} : { externalNumber };
      const issued = await this.letters.issue(tx, letter, { ...delivery, issuedOn, batchId, ...number });
      const { letterId, number: letterNumber } = issued;
      await this.verifications.change(tx, verification, { state, issuedOn, letterId, letterNumber });
      noted(tx, verification, 'verification.letter-issued', { letterId });
      return { batchId };
    });
  }

  /** Its letter was made void (欠番): it waits for a new one. Does nothing for a letter of something else. */
  async reopen(tx: Transaction, letterId: string): Promise<void> {
    const verification = await this.verifications.ofLetter(tx, letterId);
    if (!verification) return;
    await this.verifications.change(tx, verification, { issuedOn: null, letterId: null, letterNumber: null });
    noted(tx, verification, 'verification.letter-withdrawn', { letterId });
  }
}
