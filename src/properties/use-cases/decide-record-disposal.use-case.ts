import { Injectable } from '@nestjs/common';
import { GrantDirectory } from '../../grants/index.js';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty, type Fault } from '../../kernel/domain-error.js';
import { retentionDayOf } from '../../kernel/keeping-terms.js';
import { formatEra, type LocalDate } from '../../kernel/local-date.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { keepingTermsOf } from '../../programs/index.js';
import { RecordDisposalStore } from '../store/record-disposal.store.js';

export interface DecideRecordDisposalCommand {
  readonly grantIds: readonly string[];
  /** 決裁日. */
  readonly decidedOn: LocalDate;
  /** 起案番号 of the decision. */
  readonly draftNumber: string;
}

const LONGEST_NUMBER = 60;

/**
 * Records that the papers of these grants may go, by which draft and on which day. Nothing is deleted by it. Twice is once.
 * Faults at `grantIds`, `decidedOn`, `draftNumber`.
 */
@Injectable()
export class DecideRecordDisposal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly grants: GrantDirectory,
    private readonly records: RecordDisposalStore,
  ) {}

  execute(actor: Actor, command: DecideRecordDisposalCommand): Promise<void> {
    requireDuty(actor, 'promotion');
    const ids = [...new Set(command.grantIds)];
    const draftNumber = command.draftNumber.trim();
    return this.unitOfWork.run(actor, async (tx) => {
      const faults: Fault[] = [];
      if (ids.length === 0) faults.push({ pointer: 'grantIds', code: 'properties.nothing-chosen' });
      if (command.decidedOn > tx.today) faults.push({ pointer: 'decidedOn', code: 'properties.decided-in-future' });
      if (draftNumber === '') faults.push({ pointer: 'draftNumber', code: 'properties.draft-number-missing' });
      if ([...draftNumber].length > LONGEST_NUMBER) {
        const params = { label: '起案番号', most: LONGEST_NUMBER };
        faults.push({ pointer: 'draftNumber', code: 'properties.text-too-long', params });
      }
      refuseWhenFaulty(faults);
      for (const id of ids) await this.record(tx, id, { ...command, draftNumber });
    });
  }

  private async record(
    tx: Transaction,
    grantId: string,
    { decidedOn, draftNumber }: DecideRecordDisposalCommand,
  ): Promise<void> {
    const { fiscalYear, document, organizationId } = await this.grants.get(tx, grantId);
    const retainedUntil = retentionDayOf(fiscalYear, keepingTermsOf(document));
    if (decidedOn <= retainedUntil) {
      const params = { until: formatEra(retainedUntil) };
      throw DomainError.invalid([{ pointer: 'decidedOn', code: 'properties.still-kept', params }]);
    }
    const recordedBy = tx.actor.kind === 'staff' ? tx.actor.name : '';
    if (!(await this.records.add(tx, { grantId, retainedUntil, decidedOn, draftNumber, recordedBy }))) return;
    tx.audit({
      ...{ action: 'records.disposal-decided', subjectKind: 'grant', subjectId: grantId, organizationId },
      detail: { draft: draftNumber },
    });
  }
}
