import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { formatEra, type LocalDate } from '../../kernel/local-date.js';
import { nextState } from '../../kernel/machine.js';
import { Letters } from '../../notices/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { acknowledgementMachine, type ToldKind } from '../domain/acknowledgement.js';
import { AcknowledgementStore } from '../store/acknowledgement.store.js';
import { ToldRecords } from './told-records.js';

export interface IssueAcknowledgementCommand {
  readonly kind: ToldKind;
  readonly recordId: string;
  /** 施行日: from the day of 決裁 until today. */
  readonly issuedOn: LocalDate;
  /** A number of the town's own 文書管理システム; blank: one of our series. */
  readonly externalNumber: string;
}

/** 施行 of the letter that answers what was told, once. Faults at `issuedOn`, `externalNumber`. */
@Injectable()
export class IssueAcknowledgement {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly records: ToldRecords,
    private readonly store: AcknowledgementStore,
    private readonly letters: Letters,
  ) {}

  execute(actor: Actor, command: IssueAcknowledgementCommand): Promise<{ batchId: string }> {
    requireDuty(actor, 'promotion');
    const { kind, recordId, issuedOn, externalNumber } = command;
    const batchId = randomUUID();
    return this.unitOfWork.run(actor, async (tx) => {
      await this.records.of(kind).lock(tx, [recordId]);
      const acknowledgement = await this.store.lock(tx, recordId);
      if (acknowledgement?.kind !== kind) throw DomainError.notFound();
      const state = nextState(
        acknowledgementMachine,
        'acknowledgements.not-to-be-issued',
        acknowledgement.state,
        'issue',
      );
      const from = acknowledgement.decidedOn ?? tx.today;
      if (issuedOn < from || issuedOn > tx.today) {
        const params = { from: formatEra(from), until: formatEra(tx.today) };
        throw DomainError.invalid([{ pointer: 'issuedOn', code: 'acknowledgements.issued-on-other-day', params }]);
      }
      const { letter, ...delivery } = await this.records.of(kind).compose(tx, acknowledgement);
      const number = externalNumber.trim() === '' ? {} : { externalNumber };
      const issued = await this.letters.issue(tx, letter, { ...delivery, issuedOn, batchId, ...number });
      const { letterId, number: letterNumber } = issued;
      await this.store.change(tx, acknowledgement, { state, issuedOn, letterId, letterNumber });
      const { organizationId } = acknowledgement;
      const subject = { subjectKind: kind, subjectId: recordId, organizationId };
      tx.audit({ action: 'acknowledgement.letter-issued', ...subject, detail: { letterId } });
      return { batchId };
    });
  }
}
