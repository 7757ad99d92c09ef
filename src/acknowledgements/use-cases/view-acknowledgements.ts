import { Injectable } from '@nestjs/common';
import { Drafts, type DraftRef } from '../../approvals/index.js';
import { HALL_DUTIES, requireDuty, type Actor } from '../../kernel/actor.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { Authority } from '../../staff/index.js';
import type { Acknowledgement, ToldKind } from '../domain/acknowledgement.js';
import { AcknowledgementStore } from '../store/acknowledgement.store.js';
import { ToldRecords, type PresentedRecord } from './told-records.js';

/** What was told, and how far the answer to it has come; for staff. */
export interface AcknowledgementDesk {
  readonly kind: ToldKind;
  readonly recordId: string;
  readonly record: PresentedRecord;
  /** null while nobody has begun it. */
  readonly acknowledgement: Acknowledgement | null;
  /** Whether the town decides it by a draft, and the draft that runs. */
  readonly ruled: boolean;
  readonly draft: DraftRef | null;
}

@Injectable()
export class ViewAcknowledgements {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly records: ToldRecords,
    private readonly store: AcknowledgementStore,
    private readonly authority: Authority,
    private readonly drafts: Drafts,
  ) {}

  /** Throws not-found for a record that is not there. */
  one(actor: Actor, kind: ToldKind, recordId: string): Promise<AcknowledgementDesk> {
    requireDuty(actor, ...HALL_DUTIES);
    return this.unitOfWork.read(actor, async (tx) => ({
      ...{ kind, recordId, record: await this.records.of(kind).present(tx, recordId) },
      acknowledgement: await this.store.of(tx, recordId),
      ruled: await this.authority.rules(tx, kind),
      draft: tx.actor.kind === 'staff' ? await this.drafts.openFor(tx, kind, recordId) : null,
    }));
  }

  /** Decided, and their letters are not out; oldest first. */
  toIssue(actor: Actor): Promise<{ readonly acknowledgement: Acknowledgement; readonly record: PresentedRecord }[]> {
    requireDuty(actor, ...HALL_DUTIES);
    return this.unitOfWork.read(actor, async (tx) => {
      const waiting = await this.store.toIssue(tx);
      const lines: { acknowledgement: Acknowledgement; record: PresentedRecord }[] = [];
      for (const acknowledgement of waiting) {
        const { kind, recordId } = acknowledgement;
        lines.push({ acknowledgement, record: await this.records.of(kind).present(tx, recordId) });
      }
      return lines;
    });
  }

  /** What it told of itself and the town decided from one day until another, for the evidence of its grants. */
  async ofOrganization(
    tx: Transaction,
    organizationId: string,
    { from, until }: { readonly from: LocalDate; readonly until: LocalDate },
  ): Promise<Acknowledgement[]> {
    const decided = await this.store.decidedOf(tx, organizationId, ['representative-change', 'account-change']);
    return decided.filter(({ decidedOn }) => decidedOn !== null && from <= decidedOn && decidedOn <= until);
  }

  /** What the town has answered of these records, by record, for those who may see them: an organisation reads it by the letter. */
  async answersTo(tx: Transaction, recordIds: readonly string[]): Promise<ReadonlyMap<string, Acknowledgement>> {
    const found = await this.store.ofRecords(tx, recordIds);
    const told = found.filter(({ state }) => tx.actor.kind !== 'officer' || state === 'issued');
    return new Map(told.map((acknowledgement) => [acknowledgement.recordId, acknowledgement]));
  }
}
