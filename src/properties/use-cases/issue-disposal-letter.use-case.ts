import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { GrantDirectory } from '../../grants/index.js';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { formatEra, type LocalDate } from '../../kernel/local-date.js';
import { nextState } from '../../kernel/machine.js';
import { formatYen } from '../../kernel/yen.js';
import { Letters } from '../../notices/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { keepingTermsOf } from '../../programs/index.js';
import { RepaymentDemands } from '../../repayments/index.js';
import { disposalMachine, DISPOSAL_KIND_LABELS, type Disposal } from '../domain/disposal.js';
import { PropertyDisposalStore } from '../store/property-disposal.store.js';
import { PropertyItemStore } from '../store/property-item.store.js';
import { DisposalLetter } from './disposal-letter.js';
import { PROPERTY_DISPOSAL } from './disposal-subject.js';

export interface IssueDisposalLetterCommand {
  readonly disposalId: string;
  /** 施行日: from the day of 決裁 until today. */
  readonly issuedOn: LocalDate;
  /** A number of the town's own 文書管理システム; blank: one of our series. */
  readonly externalNumber: string;
}

/** 施行 of the answer, once; an approved item leaves the register with it, and what of its proceeds belongs to the town
 * is asked for. Faults at `issuedOn`, `externalNumber`. */
@Injectable()
export class IssueDisposalLetter {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly disposals: PropertyDisposalStore,
    private readonly items: PropertyItemStore,
    private readonly composer: DisposalLetter,
    private readonly letters: Letters,
    private readonly grants: GrantDirectory,
    private readonly demands: RepaymentDemands,
  ) {}

  execute(
    actor: Actor,
    { disposalId, issuedOn, externalNumber }: IssueDisposalLetterCommand,
  ): Promise<{ batchId: string }> {
    requireDuty(actor, 'promotion');
    const batchId = randomUUID();
    return this.unitOfWork.run(actor, async (tx) => {
      const { itemId } = await this.disposals.find(tx, disposalId);
      await this.items.lock(tx, itemId);
      const disposal = await this.disposals.lock(tx, disposalId);
      const state = nextState(disposalMachine, 'properties.not-to-be-issued', disposal.state, 'issue');
      const from = disposal.decidedOn ?? tx.today;
      if (issuedOn < from || issuedOn > tx.today) {
        const params = { from: formatEra(from), until: formatEra(tx.today) };
        throw DomainError.invalid([{ pointer: 'issuedOn', code: 'properties.issued-on-other-day', params }]);
      }
      const { letter, ...delivery } = await this.composer.compose(tx, disposal);
      const number = externalNumber.trim() === '' ? {} : { externalNumber };
      const issued = await this.letters.issue(tx, letter, { ...delivery, issuedOn, batchId, ...number });
      const { letterId, number: letterNumber } = issued;
      await this.disposals.change(tx, disposal, { state, issuedOn, letterId, letterNumber });
      if (disposal.outcome === 'approved') {
        await this.items.put(tx, itemId, 'disposed');
        await this.askForShare(tx, disposal);
      }
      const { organizationId } = disposal;
      const subject = { subjectKind: PROPERTY_DISPOSAL, subjectId: disposalId, organizationId };
      tx.audit({ action: 'disposal.letter-issued', ...subject, detail: { letterId } });
      return { batchId };
    });
  }

  /** 納付: the town's share of the proceeds is asked for by a demand of its own; nothing where there is none. */
  private async askForShare(
    tx: Transaction,
    { id, grantId, itemName, kind, proceeds, payBack }: Disposal,
  ): Promise<void> {
    if (payBack === null || payBack === 0n) return;
    const { document } = await this.grants.get(tx, grantId);
    const how = DISPOSAL_KIND_LABELS[kind];
    await this.demands.openApart(tx, {
      ...{ grantId, cause: 'disposal', causeId: id, amount: payBack },
      note: `${itemName}の${how}の収入（${formatYen(proceeds)}）のうち、補助金に相当する額`,
      article: keepingTermsOf(document).propertyArticle,
    });
  }
}
