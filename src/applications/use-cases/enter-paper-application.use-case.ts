import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Programs } from '../../programs/index.js';
import { BeginApplication, type Beginning } from './begin-application.js';

export interface EnterPaperApplicationCommand extends Omit<Beginning, 'paper' | 'proposalId'> {
  /** 収受日: the day on which the paper arrived. */
  readonly receivedOn: LocalDate;
}

/**
 * 代理入力: staff begin to enter an application that arrived as a paper. The day of its arrival says which edition it
 * follows, whichever of the year is named, and whether it came in the period. Faults at `receivedOn`.
 */
@Injectable()
export class EnterPaperApplication {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly programs: Programs,
    private readonly beginning: BeginApplication,
  ) {}

  execute(
    actor: Actor,
    { receivedOn, ...command }: EnterPaperApplicationCommand,
  ): Promise<{ readonly applicationId: string }> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      if (receivedOn > tx.today) {
        throw DomainError.invalid([{ pointer: 'receivedOn', code: 'applications.paper-day-ahead' }]);
      }
      const paper = { receivedOn, enteredBy: actor.name, enteredAt: tx.now };
      const { id: programVersionId } = await this.programs.editionInForce(tx, command.programVersionId, receivedOn);
      return {
        applicationId: await this.beginning.begin(tx, { ...command, programVersionId, paper, proposalId: null }),
      };
    });
  }
}
