import { Injectable } from '@nestjs/common';
import { Drafts, type StartDraft } from '../../approvals/index.js';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { Authority } from '../../staff/index.js';
import { readReply, type ToldKind } from '../domain/acknowledgement.js';
import { AcknowledgementStore } from '../store/acknowledgement.store.js';
import { AcknowledgementSubjects } from './acknowledgement-subjects.js';
import { ToldRecords } from './told-records.js';

export interface AcknowledgeCommand extends Omit<StartDraft, 'kind' | 'subjectIds'> {
  readonly kind: ToldKind;
  readonly recordId: string;
  /** Of the record, as the page showed it. */
  readonly version: number;
  readonly reply: string;
}

/**
 * 起案 of the answer to what was told, in a town whose table rules it; elsewhere the section's own check decides at once
 * (`draftId` null), and pressed twice it is decided once. Faults at `reply`, `title`, `reason`, `cites`.
 */
@Injectable()
export class Acknowledge {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly records: ToldRecords,
    private readonly store: AcknowledgementStore,
    private readonly subjects: AcknowledgementSubjects,
    private readonly authority: Authority,
    private readonly drafts: Drafts,
  ) {}

  /** The section's own check decides today, in a town whose table has no rule for it; the caller has asked who may. */
  atOnce(tx: Transaction, kind: ToldKind, recordId: string): Promise<void> {
    return this.subjects.decideAtOnce(tx, kind, recordId);
  }

  execute(actor: Actor, command: AcknowledgeCommand): Promise<{ draftId: string | null }> {
    requireDuty(actor, 'promotion');
    const { kind, recordId, version, reply: typed, ...words } = command;
    return this.unitOfWork.run(actor, async (tx) => {
      await this.records.of(kind).lock(tx, [recordId]);
      const record = await this.records.of(kind).present(tx, recordId);
      const { organizationId } = record;
      const acknowledgement = await this.store.begin(tx, { kind, recordId, organizationId });
      const ruled = await this.authority.rules(tx, kind);
      if (!ruled && acknowledgement.decidedOn !== null) return { draftId: null };
      if (record.version !== version) throw new DomainError('acknowledgements.changed-by-another', 'stale');
      const reply = readReply(kind, typed);
      if (acknowledgement.state === 'open' && reply !== acknowledgement.reply) {
        await this.store.change(tx, acknowledgement, { reply });
      }
      if (ruled) return { draftId: await this.drafts.start(tx, { ...words, kind, subjectIds: [recordId] }) };
      await this.subjects.decideAtOnce(tx, kind, recordId);
      return { draftId: null };
    });
  }
}
