import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { PresentedSubject } from '../../approvals/index.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Letter } from '../../notices/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { TOLD_KINDS, type Acknowledgement, type ToldKind } from '../domain/acknowledgement.js';

/** What was told, as an approver reads it. */
export interface PresentedRecord extends Pick<
  PresentedSubject,
  'title' | 'organizationName' | 'basis' | 'facts' | 'changes' | 'earlier'
> {
  readonly organizationId: string;
  /** As pages show it, so that nobody answers what was put right meanwhile. */
  readonly version: number;
  /** For the section: neither with the organisation nor taken back, and not drafted. */
  readonly waits: boolean;
  /** Who told it: a member of staff who did so, or who bears this name, does not decide of it. */
  readonly toldBy: { readonly staffId: string | null; readonly name: string };
}

export interface ComposedAcknowledgement {
  readonly letter: Letter;
  readonly sectionId: string;
  readonly consentsToElectronicDelivery: boolean;
}

/** What the stage that keeps the record provides, so that it can be answered; all in the transaction of the act. */
export interface ToldRecord {
  readonly kind: ToldKind;
  /** Locks the records, in one fixed order. */
  lock(tx: Transaction, ids: readonly string[]): Promise<void>;
  /** Throws not-found through the actor. */
  present(tx: Transaction, id: string): Promise<PresentedRecord>;
  /** Drafted, or drafted anew: refuses what cannot be answered now; nothing of it is returned or taken back meanwhile. */
  drafted(tx: Transaction, id: string): Promise<void>;
  /** The last approval, or the section's own check where the town's table has no rule: what was told holds. */
  approved(tx: Transaction, id: string, decidedOn: LocalDate): Promise<void>;
  /** The case left its draft undecided. */
  released(tx: Transaction, id: string, reason: string): Promise<void>;
  /** The letter of a decided one, addressed to the representative of its own day. */
  compose(tx: Transaction, acknowledgement: Acknowledgement): Promise<ComposedAcknowledgement>;
}

/** What can be told and answered. Stages register theirs while the modules start. */
@Injectable()
export class ToldRecords implements OnApplicationBootstrap {
  private readonly records = new Map<ToldKind, ToldRecord>();

  register(record: ToldRecord): void {
    if (this.records.has(record.kind)) throw new Error(`told records registered twice: ${record.kind}`);
    this.records.set(record.kind, record);
  }

  of(kind: ToldKind): ToldRecord {
    const record = this.records.get(kind);
    if (!record) throw new Error(`no told records of kind ${kind}`);
    return record;
  }

  onApplicationBootstrap(): void {
    const missing = TOLD_KINDS.filter((kind) => !this.records.has(kind));
    if (missing.length > 0) throw new Error(`told records missing: ${missing.join(', ')}`);
  }
}
